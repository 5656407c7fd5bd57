package io.github.camelnetsuite.camel.auth;

import io.github.camelnetsuite.camel.NetSuiteComponent;
import org.apache.camel.CamelContext;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.StartupListener;
import org.apache.camel.spi.ContextServicePlugin;

/**
 * Puts {@code netsuiteAuth} and {@code netsuiteHttp} into the registry of every context, unless the name is taken, and sees that
 * the guard of the header is there before the first message. Does nothing else: it runs before the component has its settings,
 * and Camel logs and swallows what it throws. The component loads it once more, for where Camel does not see it.
 */
public final class NetSuiteContextPlugin implements ContextServicePlugin {

    @Override
    public void load(CamelContext context) {
        bind(context, NetSuiteAuth.PROCESSOR, NetSuiteAuth.netsuiteAuth());
        bind(context, NetSuiteAuth.HTTP, NetSuiteAuth.netsuiteHttp());
        try {
            context.addStartupListener(new GuardFirst());
        } catch (Exception e) {
            throw RuntimeCamelException.wrapRuntimeCamelException(e);
        }
    }

    private static void bind(CamelContext context, String name, Object bean) {
        if (context.getRegistry().lookupByName(name) == null) {
            context.getRegistry().bind(name, bean);
        }
    }

    /** A guard that came with the first token would not see the reply to the message that was already on its way. */
    private static final class GuardFirst implements StartupListener {

        @Override
        public void onCamelContextStarted(CamelContext context, boolean alreadyStarted) {
            if (context.hasComponent("netsuite") instanceof NetSuiteComponent component && component.isStarted()) {
                AuthorizationGuard.of(component);
            }
        }
    }
}
