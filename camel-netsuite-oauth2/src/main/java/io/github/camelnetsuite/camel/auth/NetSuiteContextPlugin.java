package io.github.camelnetsuite.camel.auth;

import io.github.camelnetsuite.camel.NetSuiteComponent;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.StartupListener;
import org.apache.camel.spi.ContextServicePlugin;
import org.apache.camel.support.DefaultRegistry;
import org.apache.camel.support.LifecycleStrategySupport;
import org.apache.camel.support.SimpleRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Puts {@code netsuiteAuth} and {@code netsuiteHttp} into the registry of every context, unless the name is taken, and sees that
 * the guard of the header is there before the first message. Does nothing else: it runs before the component has its settings,
 * and Camel logs and swallows what it throws. The component loads it once more, for where Camel does not see it.
 *
 * <p>A bean that the user binds later under one of the names, as Camel Main does with {@code camel.beans.netsuiteAuth}, wins too.
 */
public final class NetSuiteContextPlugin implements ContextServicePlugin {

    @Override
    public void load(CamelContext context) {
        bind(context, NetSuiteAuth.PROCESSOR, NetSuiteAuth.netsuiteAuth());
        bind(context, NetSuiteAuth.HTTP, NetSuiteAuth.netsuiteHttp());
        context.addLifecycleStrategy(new StepAside());
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

    /**
     * A registry keeps several beans of one name, if they differ in type, and gives the first. By now those of the configuration are
     * bound, and no route is built yet.
     */
    private static final class StepAside extends LifecycleStrategySupport {

        @Override
        public void onContextInitializing(CamelContext context) {
            if (context.getRegistry() instanceof DefaultRegistry registry
                    && registry.getFallbackRegistry() instanceof SimpleRegistry beans) {
                stepAside(beans.get(NetSuiteAuth.PROCESSOR), NetSuiteAuthProcessor.class);
                stepAside(beans.get(NetSuiteAuth.HTTP), NetSuiteHttpConfigurer.class);
            }
        }

        private static void stepAside(@Nullable Map<Class<?>, Object> beansOfTheName, Class<?> ours) {
            if (beansOfTheName != null && beansOfTheName.size() > 1) {
                beansOfTheName.remove(ours);
            }
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
