package io.github.camelnetsuite.camel;

import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
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
    private final Collection<ObjectName> shown = new ConcurrentLinkedQueue<>();

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
            shown.add(name);
        } catch (JMException e) {
            LOG.warn("NetSuite account '{}' is not shown in JMX: {}", account, e.toString());
        }
    }

    @Override
    public void close() {
        ManagementAgent agent = agent();
        if (agent == null) {
            return;
        }
        for (ObjectName name : shown) {
            try {
                agent.unregister(name);
            } catch (JMException e) {
                LOG.debug("{} was gone from JMX already: {}", name, e.toString());
            }
        }
    }

    private @Nullable ManagementAgent agent() {
        return context.getManagementStrategy().getManagementAgent();
    }
}
