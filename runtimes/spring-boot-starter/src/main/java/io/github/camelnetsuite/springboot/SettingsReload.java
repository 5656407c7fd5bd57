package io.github.camelnetsuite.springboot;

import io.github.camelnetsuite.camel.NetSuiteComponent;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.CamelContextReloadedEvent;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.support.EventNotifierSupport;

/**
 * Resolves the placeholders in the settings anew when the context reloads, as it does when a vault has a new secret: Camel reloads
 * routes and property sources by itself, but asks no customizer again.
 */
final class SettingsReload extends EventNotifierSupport {

    private final ComponentCustomizer customizer;

    SettingsReload(ComponentCustomizer customizer) {
        this.customizer = customizer;
        setIgnoreExchangeEvents(true);
    }

    @Override
    public boolean isEnabled(CamelEvent event) {
        return event instanceof CamelContextReloadedEvent;
    }

    @Override
    public void notify(CamelEvent event) {
        if (event instanceof CamelContextReloadedEvent reloaded
                && reloaded.getContext().hasComponent("netsuite") instanceof NetSuiteComponent component
                && customizer.isEnabled("netsuite", component)) {
            customizer.configure("netsuite", component);
            component.reload();
        }
    }
}
