package io.github.camelnetsuite.quarkus;

import io.smallrye.config.SecretKeys;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Predicate;
import org.apache.camel.spi.LoadablePropertiesSource;
import org.apache.camel.util.OrderedProperties;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Unlocks the component's secrets for Camel, which passes them to the component and masks them in its own summary. Thread-safe. */
public final class SecretsForCamel implements LoadablePropertiesSource {

    @Override
    public String getName() {
        return "NetSuiteSecrets";
    }

    @Override
    public @Nullable String getProperty(String name) {
        return SecretOptions.include(name) ? unlocked(name).orElse(null) : null;
    }

    @Override
    public Properties loadProperties() {
        return loadProperties(name -> true);
    }

    @Override
    public Properties loadProperties(Predicate<String> filter) {
        Properties secrets = new OrderedProperties();
        for (String name : ConfigProvider.getConfig().getPropertyNames()) {
            if (SecretOptions.include(name) && filter.test(name)) {
                unlocked(name).ifPresent(value -> secrets.setProperty(name, value));
            }
        }
        return secrets;
    }

    @Override
    public void reloadProperties(String location) {
        // Nothing is kept.
    }

    private static Optional<String> unlocked(String name) {
        return SecretKeys.doUnlocked(() -> ConfigProvider.getConfig().getOptionalValue(name, String.class));
    }
}
