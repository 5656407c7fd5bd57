package io.github.camelnetsuite.camel;

import io.github.camelnetsuite.rest.CallEvent;
import io.github.camelnetsuite.rest.CallListener;
import io.github.camelnetsuite.rest.LimiterStatus;
import io.github.camelnetsuite.rest.RequestLimiter;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.support.service.ServiceSupport;

/** Counts the calls of one account and shows its permits, also over JMX. Thread-safe. */
@ManagedResource(description = "Calls and permits of a NetSuite account")
public class NetSuiteAccountStatistics extends ServiceSupport implements CallListener {

    private final String account;
    private final RequestLimiter limiter;
    private final Map<CallEvent.Kind, LongAdder> counts = new EnumMap<>(CallEvent.Kind.class);

    NetSuiteAccountStatistics(String account, RequestLimiter limiter) {
        this.account = account;
        this.limiter = limiter;
        for (CallEvent.Kind kind : CallEvent.Kind.values()) {
            counts.put(kind, new LongAdder());
        }
    }

    @Override
    public void happened(CallEvent event) {
        Objects.requireNonNull(counts.get(event.kind())).increment();
    }

    /** Permits, and who waits for them; shared by all configured accounts of the same NetSuite account. */
    public LimiterStatus permits() {
        return limiter.status();
    }

    @ManagedAttribute(description = "Name of the account")
    public String getAccount() {
        return account;
    }

    @ManagedAttribute(description = "Requests sent, repeats and look-ups among them")
    public long getRequests() {
        return count(CallEvent.Kind.SENT);
    }

    @ManagedAttribute(description = "Requests NetSuite throttled")
    public long getThrottles() {
        return count(CallEvent.Kind.THROTTLED);
    }

    @ManagedAttribute(description = "Requests sent again because no answer came, or a 5xx")
    public long getRepeats() {
        return count(CallEvent.Kind.REPEATED);
    }

    @ManagedAttribute(description = "Access tokens NetSuite refused and that were replaced")
    public long getHealedTokens() {
        return count(CallEvent.Kind.HEALED);
    }

    @ManagedAttribute(description = "Writes whose answer was lost")
    public long getLostAnswers() {
        return count(CallEvent.Kind.LOST);
    }

    @ManagedAttribute(description = "Writes whose answer was lost and that were found to have taken effect")
    public long getFoundAfterLoss() {
        return count(CallEvent.Kind.FOUND);
    }

    @ManagedAttribute(description = "Requests that may be under way at once, as NetSuite's answers allow")
    public int getPermits() {
        return permits().permits();
    }

    @ManagedAttribute(description = "Requests that are under way")
    public int getRequestsInFlight() {
        return permits().inFlight();
    }

    @ManagedAttribute(description = "Calls that wait for a permit")
    public int getCallsWaiting() {
        return permits().waitingPriority() + permits().waitingBulk();
    }

    private long count(CallEvent.Kind kind) {
        return Objects.requireNonNull(counts.get(kind)).sum();
    }
}
