package io.github.camelnetsuite.cli;

import io.github.camelnetsuite.NetSuiteConfigurationException;
import io.github.camelnetsuite.credentials.KeyMaterial;
import io.github.camelnetsuite.diagnostics.CheckSettings;
import io.github.camelnetsuite.token.TokenSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settings, each from the first place that has it: option, environment variable, properties file. The variables are those of the
 * default account: one that is named is found in the properties file alone.
 */
final class GivenSettings {

    private final ConnectionOptions options;
    private final Surroundings surroundings;
    private final CamelProperties properties;

    GivenSettings(ConnectionOptions options, Surroundings surroundings) {
        this.options = options;
        this.surroundings = surroundings;
        if (options.properties == null && options.account != null) {
            throw new NetSuiteConfigurationException(
                    "--account names an account in a properties file. Add --properties FILE.");
        }
        this.properties = options.properties == null
                ? CamelProperties.none()
                : CamelProperties.read(options.properties, options.account, surroundings.environment());
    }

    /** @throws NetSuiteConfigurationException when a value cannot be read at all; what it is worth is for the check to say */
    CheckSettings.Builder toCheck() {
        if (options.timeout.isNegative() || options.timeout.isZero()) {
            throw new NetSuiteConfigurationException("--timeout must be longer than nothing, such as PT15S.");
        }
        return CheckSettings.builder()
                .accountId(text(Setting.ACCOUNT_ID))
                .consumerKey(text(Setting.CONSUMER_KEY))
                .certificateId(certificateId())
                .privateKey(material(Setting.PRIVATE_KEY))
                .privateKeyPassword(password())
                .certificate(material(Setting.CERTIFICATE))
                .signatureAlgorithm(text(Setting.SIGNATURE_ALGORITHM))
                .scopes(scopes())
                .claims(properties.claims())
                .suiteTalkUrl(text(Setting.SUITE_TALK_URL))
                .restletsUrl(text(Setting.RESTLETS_URL))
                .timeout(options.timeout);
    }

    /** How to give what is missing for a login; empty when nothing is. */
    String missing() {
        List<String> ways = new ArrayList<>();
        for (Setting setting : List.of(Setting.ACCOUNT_ID, Setting.CONSUMER_KEY)) {
            if (notSet(setting)) {
                ways.add(setting.ways());
            }
        }
        if (notSet(Setting.CERTIFICATE_ID) && notSet(Setting.CERTIFICATE)) {
            ways.add(Setting.CERTIFICATE_ID.ways());
        }
        if (notSet(Setting.PRIVATE_KEY)) {
            ways.add(Setting.PRIVATE_KEY.ways());
        }
        return ways.isEmpty() ? "" : "To give what is not set: " + String.join("; ", ways) + ".";
    }

    private boolean notSet(Setting setting) {
        String value = text(setting);
        return options.file(setting) == null && (value == null || value.isBlank());
    }

    @Nullable
    String text(Setting setting) {
        String option = options.text(setting);
        return option != null ? option : fromElsewhere(setting);
    }

    private @Nullable String fromElsewhere(Setting setting) {
        String variable = options.account == null ? surroundings.environment().apply(setting.variable()) : null;
        return variable != null && !variable.isBlank() ? variable : properties.get(setting.option());
    }

    private @Nullable KeyMaterial material(Setting setting) {
        Path file = options.file(setting);
        if (file != null) {
            return KeyMaterial.file(file);
        }
        String value = fromElsewhere(setting);
        return value == null || value.isBlank() ? null : material(setting, value.strip());
    }

    private static KeyMaterial material(Setting setting, String value) {
        if (value.startsWith("file:")) {
            return KeyMaterial.file(path(value));
        }
        if (value.startsWith("base64:")) {
            try {
                byte[] content = Base64.getMimeDecoder().decode(value.substring("base64:".length()));
                return KeyMaterial.text(new String(content, StandardCharsets.UTF_8));
            } catch (IllegalArgumentException e) {
                throw new NetSuiteConfigurationException(setting.option()
                        + " begins with base64:, but what follows is not Base64. Encode the file again.");
            }
        }
        if (value.startsWith("classpath:") || value.startsWith("ref:")) {
            throw new NetSuiteConfigurationException(setting.option() + " points into the Camel application ("
                    + value.substring(0, value.indexOf(':') + 1)
                    + "), which is not running here. Name the file by an option.");
        }
        return KeyMaterial.text(value);
    }

    private @Nullable String certificateId() {
        String value = text(Setting.CERTIFICATE_ID);
        if (value == null || !value.strip().startsWith("file:")) {
            return value;
        }
        try {
            return Files.readString(path(value.strip()));
        } catch (IOException e) {
            throw new NetSuiteConfigurationException("certificateId (" + value.strip() + ") cannot be read ("
                    + e.getClass().getSimpleName() + "). Check the path.");
        }
    }

    private @Nullable String password() {
        if (!options.askPassword) {
            return fromElsewhere(Setting.PRIVATE_KEY_PASSWORD);
        }
        char[] typed = surroundings.password().get();
        if (typed == null) {
            throw new NetSuiteConfigurationException(
                    "There is no terminal to ask for the password of the private key. Set "
                            + Setting.PRIVATE_KEY_PASSWORD.variable() + " instead.");
        }
        return new String(typed);
    }

    private Collection<String> scopes() {
        String scopes = text(Setting.SCOPES);
        return scopes == null
                ? TokenSettings.DEFAULT_SCOPES
                : List.copyOf(
                        Arrays.stream(scopes.split(",", -1)).map(String::strip).toList());
    }

    private static Path path(String resource) {
        String path = resource.substring("file:".length());
        return Path.of(path.startsWith("//") ? path.substring(2) : path);
    }
}
