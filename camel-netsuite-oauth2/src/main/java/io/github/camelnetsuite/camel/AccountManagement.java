package io.github.camelnetsuite.camel;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.management.JMException;
import javax.management.ObjectName;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.ManagementAgent;
import org.apache.camel.spi.ManagementObjectNameStrategy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows accounts in JMX, where the context has JMX: one MBean for each, beside those of Camel. Thread-safe. */
final class AccountManagement implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AccountManagement.class);

    private final CamelContext context;
    private final Map<String, ObjectName> shown = new ConcurrentHashMap<>();

    AccountManagement(CamelContext context) {
        this.context = context;
    }

    /** Shows an account. That JMX does not take it is no reason not to call NetSuite. */
    void show(String account, Supplier<AccountFacts> facts) {
        ManagementAgent agent = agent();
        ManagementObjectNameStrategy names = context.getManagementStrategy().getManagementObjectNameStrategy();
        if (agent == null || names == null) {
            return;
        }
        try {
            ObjectName parent = names.getObjectNameForCamelContext(context);
            ObjectName name = new ObjectName(parent.getDomain() + ":context=" + parent.getKeyProperty("context")
                    + ",type=netsuite,name=" + ObjectName.quote(account));
            agent.register(new ManagedNetSuiteAccount(facts), name);
            shown.put(account, name);
        } catch (JMException e) {
            LOG.warn("NetSuite account '{}' is not shown in JMX: {}", account, e.toString());
        }
    }

    /** Takes away an account that was shown; does nothing for another. */
    void hide(String account) {
        ObjectName name = shown.remove(account);
        ManagementAgent agent = agent();
        if (name == null || agent == null) {
            return;
        }
        try {
            agent.unregister(name);
        } catch (JMException e) {
            LOG.debug("{} was gone from JMX already: {}", name, e.toString());
        }
    }

    @Override
    public void close() {
        List.copyOf(shown.keySet()).forEach(this::hide);
    }

    private @Nullable ManagementAgent agent() {
        return context.getManagementStrategy().getManagementAgent();
    }
}
