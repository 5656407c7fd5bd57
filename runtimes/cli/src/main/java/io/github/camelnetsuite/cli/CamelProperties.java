package io.github.camelnetsuite.cli;

import io.github.camelnetsuite.NetSuiteConfigurationException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the {@code netsuite} component in the properties file of a Camel application. Names may be written
 * {@code accountId} or {@code account-id}; of Camel's placeholders, those for other properties and the environment are known.
 */
final class CamelProperties {

    private static final String COMPONENT = "camel.component.netsuite.";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(env:)?([^{}:]+)(?::([^{}]*))?}}");
    private static final Pattern NAMED = Pattern.compile("(.*\\.accounts)\\[([^]]*)](.*)", Pattern.CASE_INSENSITIVE);
    private static final int DEEPEST = 10;

    /** Placeholders with one of these before the colon are functions, so what follows is not a default. */
    private static final Set<String> FUNCTIONS = Set.of(
            "sys",
            "service",
            "service.name",
            "service.host",
            "service.port",
            "bean",
            "aws",
            "azure",
            "gcp",
            "hashicorp",
            "ibm",
            "cyberark",
            "configmap",
            "configmap-binary",
            "secret",
            "secret-binary");

    private final Map<String, String> raw;
    private final Map<String, String> byName = new TreeMap<>();
    private final String prefix;
    private final Function<String, @Nullable String> environment;

    private CamelProperties(
            Map<String, String> raw, @Nullable String account, Function<String, @Nullable String> environment) {
        this.raw = raw;
        this.environment = environment;
        this.prefix = plain(COMPONENT) + (account == null ? "" : "accounts[" + account + "].");
        raw.forEach((name, value) -> byName.put(canonical(name), value));
    }

    /** Properties of which none is set. */
    static CamelProperties none() {
        return new CamelProperties(Map.of(), null, name -> null);
    }

    /**
     * Reads a file.
     *
     * @param account a named account; null for the component's own settings
     */
    static CamelProperties read(Path file, @Nullable String account, Function<String, @Nullable String> environment) {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new NetSuiteConfigurationException("The properties file " + file + " cannot be read ("
                    + e.getClass().getSimpleName() + "). Check the path, and that it is a text file in UTF-8.");
        }
        var raw = new TreeMap<String, String>();
        properties.stringPropertyNames().forEach(name -> raw.put(name, properties.getProperty(name)));
        var read = new CamelProperties(raw, account, environment);
        if (read.byName.keySet().stream().noneMatch(name -> name.startsWith(read.prefix))) {
            throw new NetSuiteConfigurationException("The properties file " + file + " sets nothing that begins with "
                    + COMPONENT + (account == null ? "" : "accounts[" + account + "].")
                    + ". Check the file and the name of the account.");
        }
        return read;
    }

    /** The value, its placeholders filled in; null when it is not set. */
    @Nullable
    String get(String option) {
        String value = byName.get(prefix + plain(option));
        return value == null ? null : filledIn(option, value, 0);
    }

    /** The claims that are added to the assertion. */
    Map<String, Object> claims() {
        var claims = new TreeMap<String, Object>();
        Pattern claim = Pattern.compile(Pattern.quote(prefix) + "claims(?:\\.(\\w+)|\\[(\\w+)])");
        raw.forEach((name, value) -> {
            // The name of a claim keeps its case.
            Matcher matcher = claim.matcher(canonical(name));
            if (matcher.matches()) {
                int length = (matcher.group(1) == null ? matcher.group(2) : matcher.group(1)).length();
                String bare = name.endsWith("]") ? name.substring(0, name.length() - 1) : name;
                claims.put(bare.substring(bare.length() - length), filledIn(name, value, 0));
            }
        });
        return claims;
    }

    private String filledIn(String option, String value, int depth) {
        Matcher matcher = PLACEHOLDER.matcher(value);
        var filled = new StringBuilder();
        while (matcher.find()) {
            String name = matcher.group(2);
            String found = matcher.group(1) == null ? raw.get(name) : environment.apply(name);
            String replacement = found == null ? matcher.group(3) : found;
            if (replacement == null || depth == DEEPEST || FUNCTIONS.contains(name)) {
                throw unknown(option, matcher.group());
            }
            boolean own = matcher.group(1) == null;
            matcher.appendReplacement(
                    filled, Matcher.quoteReplacement(own ? filledIn(option, replacement, depth + 1) : replacement));
        }
        matcher.appendTail(filled);
        if (depth == 0 && filled.indexOf("{{") >= 0) {
            throw unknown(option, "{{...}}");
        }
        return filled.toString();
    }

    private static NetSuiteConfigurationException unknown(String option, String placeholder) {
        return new NetSuiteConfigurationException("The property " + option + " holds the placeholder " + placeholder
                + ", which is not set, or which only Camel can fill in (a vault). Give that setting by its option or its "
                + "environment variable.");
    }

    /** The plain form of a property's name, except for the name of an account in it: accounts may differ by a hyphen alone. */
    private static String canonical(String name) {
        Matcher named = NAMED.matcher(name);
        return named.matches()
                ? plain(named.group(1)) + "[" + named.group(2) + "]" + plain(named.group(3))
                : plain(name);
    }

    private static String plain(String name) {
        return name.replace("-", "").toLowerCase(Locale.ROOT);
    }
}
