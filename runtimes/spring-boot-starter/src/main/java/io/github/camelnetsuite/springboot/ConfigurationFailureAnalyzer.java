package io.github.camelnetsuite.springboot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelnetsuite.NetSuiteConfigurationException;
import io.github.camelnetsuite.camel.NetSuiteComponent;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.util.StringHelper;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Says at start which property is missing or wrong, where it is set, and what it should be. Shows no value. */
final class ConfigurationFailureAnalyzer extends AbstractFailureAnalyzer<NetSuiteConfigurationException> {

    /** Of {@code accounts[eu].privateKey}: what comes before the name of the option, then that, then what comes after. */
    private static final Pattern OPTION = Pattern.compile("((?:accounts\\[.*]\\.)?)([^.\\[]+)((?:\\[.*])?)");

    /** In the name of a variable there are neither upper case nor dashes, so an account's name may have none. */
    private static final Pattern VARIABLE = Pattern.compile(
            Pattern.quote(NetSuiteComponentConfiguration.PREFIX) + "(\\.accounts\\[[a-z0-9]+])?\\.[a-z-]+");

    private final Environment environment;

    ConfigurationFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, NetSuiteConfigurationException cause) {
        String option = cause.option().orElse(null);
        if (option == null) {
            return null;
        }
        Matcher parts = OPTION.matcher(option);
        boolean ofComponent = parts.matches();
        String name = NetSuiteComponentConfiguration.PREFIX + "."
                + (ofComponent
                        ? parts.group(1) + StringHelper.camelCaseToDash(parts.group(2)) + parts.group(3)
                        : option);
        return new FailureAnalysis(
                cause.getMessage(), action(name) + (ofComponent ? meaning(parts.group(2)) : ""), cause);
    }

    private String action(String property) {
        ConfigurationPropertyName name = ConfigurationPropertyName.of(property);
        return new SpringSettings(environment)
                .origin(name)
                .map(origin -> "Correct the property " + property + ", which is set in " + origin + ".")
                .orElseGet(() -> "Set the property " + property + " in application.properties or application.yaml"
                        + variable(property) + ".");
    }

    /** The variable that Spring takes for the property, when there is one. */
    private static String variable(String property) {
        return VARIABLE.matcher(property).matches()
                ? ", or the environment variable "
                        + property.replace("-", "")
                                .replace("].", "_")
                                .replaceAll("[.\\[]", "_")
                                .toUpperCase(Locale.ROOT)
                : "";
    }

    private static String meaning(String option) {
        String resource =
                "/META-INF/" + NetSuiteComponent.class.getPackageName().replace('.', '/') + "/netsuite.json";
        try (InputStream in = NetSuiteComponent.class.getResourceAsStream(resource)) {
            JsonNode description = new ObjectMapper()
                    .readTree(in)
                    .path("componentProperties")
                    .path(option)
                    .path("description");
            return description.isTextual() ? "\n\n" + option + ": " + description.asText() : "";
        } catch (IOException | IllegalArgumentException e) {
            // The message must not be lost because there is nothing to add to it.
            return "";
        }
    }
}
