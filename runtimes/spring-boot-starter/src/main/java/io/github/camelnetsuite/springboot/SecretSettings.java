package io.github.camelnetsuite.springboot;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;

/**
 * Masks what must not be seen in Actuator's {@code env} and {@code configprops}: the component's secret options by name, however
 * written; any private key in PEM; and the configured secrets themselves wherever else they stand, such as in the variable that a
 * placeholder names or in the command line.
 */
final class SecretSettings implements SanitizingFunction {

    private static final String PREFIX = canonical(NetSuiteComponentConfiguration.PREFIX);

    /** What the names end with: {@code privateKey}, {@code http[proxyAuthPassword]}, {@code keyStoreParameters.password}. */
    private static final Set<String> SECRET = Set.of("privatekey", "password");

    private static final Pattern PEM = Pattern.compile("PRIVATE KEY( BLOCK)?-----");

    /** Shorter ones may be part of anything. */
    private static final int UNMISTAKABLE = 8;

    private final Supplier<NetSuiteComponentConfiguration> settings;

    SecretSettings(Supplier<NetSuiteComponentConfiguration> settings) {
        this.settings = settings;
    }

    @Override
    public SanitizableData apply(SanitizableData data) {
        if (data.getValue() == null) {
            return data;
        }
        String value = data.getValue().toString();
        return secretName(canonical(data.getKey())) || PEM.matcher(value).find() || holdsSecret(value)
                ? data.withSanitizedValue()
                : data;
    }

    private static boolean secretName(String name) {
        return name.startsWith(PREFIX)
                && (SECRET.stream().anyMatch(name::endsWith) || name.contains("assertionsigner"));
    }

    private boolean holdsSecret(String value) {
        return secrets()
                .anyMatch(
                        secret -> value.equals(secret) || (secret.length() >= UNMISTAKABLE && value.contains(secret)));
    }

    private Stream<String> secrets() {
        NetSuiteComponentConfiguration component = settings.get();
        return Stream.concat(Stream.of(component), component.getAccounts().values().stream())
                .flatMap(SecretSettings::secrets);
    }

    private static Stream<String> secrets(NetSuiteAccountProperties account) {
        KeyStoreParameters store = account.getKeyStoreParameters();
        Object proxyPassword = account.getHttp().entrySet().stream()
                .filter(option -> canonical(option.getKey()).equals("proxyauthpassword"))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(null);
        return Stream.<@Nullable Object>of(
                        literal(account.getPrivateKey()),
                        account.getPrivateKeyPassword(),
                        store == null ? null : store.getPassword(),
                        proxyPassword)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .filter(secret -> !secret.isBlank() && !secret.contains("{{"));
    }

    /** The key itself; null for a place where it stands, which is no secret. */
    private static @Nullable String literal(@Nullable String privateKey) {
        return privateKey == null || Stream.of("file:", "classpath:", "ref:").anyMatch(privateKey.strip()::startsWith)
                ? null
                : privateKey;
    }

    private static String canonical(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
