package io.github.camelnetsuite.rest;

import io.github.camelnetsuite.NetSuiteDataException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether an account takes the values of a query beside its text. NetSuite does so since 2026.2, and upgrades accounts in phases;
 * nothing tells but trying. What the first such query shows is remembered for as long as the account is open. Thread-safe.
 *
 * @see "NetSuite help: Executing SuiteQL Queries Through REST Web Services"
 */
final class ParameterBinding {

    private static final Logger LOG = LoggerFactory.getLogger(ParameterBinding.class);
    private static final int BAD_REQUEST = 400;

    private enum Support {
        UNKNOWN,
        TAKEN,
        REFUSED
    }

    private final AtomicReference<Support> support = new AtomicReference<>(Support.UNKNOWN);

    /** The answer to a query with its values beside it, or inside it where the account wants that. */
    <T> T ask(Supplier<T> beside, Supplier<T> inside) {
        Support known = support.get();
        if (known == Support.REFUSED) {
            return inside.get();
        }
        try {
            T answer = beside.get();
            support.set(Support.TAKEN);
            return answer;
        } catch (NetSuiteDataException e) {
            if (known == Support.TAKEN || e.status().orElse(0) != BAD_REQUEST) {
                throw e;
            }
            // Where the query itself is wrong, it is refused again and the error is about what the user wrote.
            T answer = inside.get();
            if (support.compareAndSet(Support.UNKNOWN, Support.REFUSED)) {
                LOG.info("The account takes no parameters beside a SuiteQL query (NetSuite before 2026.2): their values"
                        + " are written into it.");
            }
            return answer;
        }
    }
}
