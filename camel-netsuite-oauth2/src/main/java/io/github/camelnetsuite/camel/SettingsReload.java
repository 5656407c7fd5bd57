package io.github.camelnetsuite.camel;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.CamelContextReloadedEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.apache.camel.support.PropertyBindingSupport;

/**
 * Resolves the component's properties anew when the context reloads, as it does when a vault has a new secret: Camel reloads routes
 * and property sources by itself, but not components.
 */
final class SettingsReload extends EventNotifierSupport {

    private static final String PREFIX = "camel.component.netsuite.";

    private final NetSuiteComponent component;

    SettingsReload(NetSuiteComponent component) {
        this.component = component;
        setIgnoreExchangeEvents(true);
    }

    @Override
    public boolean isEnabled(CamelEvent event) {
        return event instanceof CamelContextReloadedEvent;
    }

    @Override
    public void notify(CamelEvent event) {
        CamelContext context = component.getCamelContext();
        Properties loaded = context.getPropertiesComponent()
                .loadProperties(
                        key -> key.toLowerCase(Locale.ROOT).startsWith(PREFIX), key -> key.substring(PREFIX.length()));
        Map<String, Object> properties = new LinkedHashMap<>();
        // Camel's own kind of Properties has nothing to show to forEach.
        loaded.stringPropertyNames().forEach(name -> properties.put(name, loaded.getProperty(name)));
        PropertyBindingSupport.build()
                .withCamelContext(context)
                .withTarget(component)
                .withProperties(properties)
                .withIgnoreCase(true)
                .withConfigurer(component.getComponentPropertyConfigurer())
                .bind();
        component.reload();
    }
}
