package io.github.camelnetsuite.camel;

import io.github.camelnetsuite.rest.RequestLimiter;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One limiter for each NetSuite account, shared by all that is configured for it: NetSuite counts the requests of an account, not
 * those of a set of credentials. Thread-safe.
 */
final class Limiters implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(NetSuiteAccount.class);

    private final Map<String, Shared> byHost = new HashMap<>();

    /** A limiter, and what each configured account that shares it would have as the most. */
    private record Shared(RequestLimiter limiter, Map<String, Integer> ceilings) {}

    /**
     * The limiter of a host. When several accounts share it and differ in what they allow, the least counts.
     *
     * @param name name of the configured account
     * @param ceiling what it allows
     */
    synchronized RequestLimiter limiter(String host, String name, int ceiling) {
        Shared shared = byHost.computeIfAbsent(
                host, absent -> new Shared(new RequestLimiter("account " + name, ceiling), new HashMap<>()));
        shared.ceilings.put(name, ceiling);
        int least = Collections.min(shared.ceilings.values());
        if (least != Collections.max(shared.ceilings.values())) {
            LOG.warn(
                    "The accounts {} share one NetSuite account but differ in maxConcurrentRequests; the least, {}, counts for all.",
                    shared.ceilings.keySet(),
                    least);
        }
        shared.limiter.ceiling(least);
        return shared.limiter;
    }

    @Override
    public synchronized void close() {
        byHost.values().forEach(shared -> shared.limiter.close());
    }
}
