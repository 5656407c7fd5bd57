package io.github.camelnetsuite.camel;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.CamelContextReloadedEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.apache.camel.support.PropertyBindingSupport;

/**
 * Resolves the component's properties anew when the context reloads, as it does when a vault has a new secret: Camel reloads routes
 * and property sources by itself, but not components. What properties no longer say is withdrawn; what was never in properties,
 * such as an account set in Java, stays.
 */
final class SettingsReload extends EventNotifierSupport {

    private static final String PREFIX = "camel.component.netsuite.";

    private final NetSuiteComponent component;

    /** The properties read last, without their values. */
    private Set<String> names;

    SettingsReload(NetSuiteComponent component) {
        this.component = component;
        this.names = read().keySet();
        setIgnoreExchangeEvents(true);
    }

    @Override
    public boolean isEnabled(CamelEvent event) {
        return event instanceof CamelContextReloadedEvent;
    }

    @Override
    public synchronized void notify(CamelEvent event) {
        Map<String, Object> properties = read();
        Set<String> now = Set.copyOf(properties.keySet());
        new WithdrawnSettings(component).withdraw(names, now);
        names = now;
        PropertyBindingSupport.build()
                .withCamelContext(component.getCamelContext())
                .withTarget(component)
                .withProperties(properties)
                .withIgnoreCase(true)
                .withConfigurer(component.getComponentPropertyConfigurer())
                .bind();
        component.reload();
    }

    private Map<String, Object> read() {
        Properties loaded = component
                .getCamelContext()
                .getPropertiesComponent()
                .loadProperties(
                        key -> key.toLowerCase(Locale.ROOT).startsWith(PREFIX), key -> key.substring(PREFIX.length()));
        Map<String, Object> properties = new LinkedHashMap<>();
        // Camel's own kind of Properties has nothing to show to forEach.
        loaded.stringPropertyNames().forEach(name -> properties.put(name, loaded.getProperty(name)));
        return properties;
    }
}
