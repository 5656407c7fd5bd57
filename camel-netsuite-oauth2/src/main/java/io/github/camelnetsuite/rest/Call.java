package io.github.camelnetsuite.rest;

import io.github.camelnetsuite.NetSuiteException;
import io.github.camelnetsuite.rest.CallEvent.Kind;
import io.github.camelnetsuite.rest.RequestLimiter.Permit;
import io.github.camelnetsuite.token.AccessToken;
import java.time.Duration;
import org.apache.hc.core5.http.HttpStatus;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call from its first attempt to its end. This loop is the only place where anything is sent twice:
 *
 * <ul>
 *   <li>a 401 is answered with one new token;
 *   <li>a throttled call did nothing, so any is sent again after a pause, until {@code retryTimeout} is used up;
 *   <li>when nothing reached NetSuite, any call is sent again, three times at most;
 *   <li>when the answer was lost, what is safe is sent again, three times at most; another write is looked up first, if it can be.
 * </ul>
 *
 * <p>A call whose answer nobody wants any more waits for nothing, and is not sent again.
 *
 * For one thread.
 */
final class Call {

    private static final Logger LOG = LoggerFactory.getLogger(NetSuiteClient.class);

    private static final int MOST_REPEATS = 3;

    private final RestRequest request;
    private final Calling calling;
    private final NetSuiteClient lookUps;
    private final CallListener listener;
    private final RequestLimiter.Turn turn;

    private long since;
    private int attempts;
    private int throttles;
    private int repeats;
    private boolean healed;
    private boolean lost;
    private @Nullable AccessToken token;
    private @Nullable NetSuiteException last;

    /** @param lookUps makes the calls that look a lost write up */
    Call(RestRequest request, Calling calling, NetSuiteClient lookUps, CallListener listener) {
        this.request = request;
        this.calling = calling;
        this.lookUps = lookUps;
        this.listener = listener;
        this.turn = calling.limiter().turn(request.lane());
        this.since = calling.pauses().nanoTime();
    }

    RestAnswer run() {
        while (true) {
            Reply reply = attempt();
            RestAnswer settled;
            if (reply instanceof Reply.Served served) {
                settled = afterSuccess(served.answer());
            } else if (reply instanceof Reply.Refused refused) {
                settled = afterRefusal(refused);
            } else {
                settled = afterBreak((Reply.Broken) reply);
            }
            if (settled != null) {
                return settled;
            }
        }
    }

    private Reply attempt() {
        request.cancellation().onCancel(turn::leave);
        try (Permit permit = turn.acquire(left())) {
            AccessToken used = calling.tokens().get();
            token = used;
            attempts++;
            tell(Kind.SENT, Duration.ZERO, null);
            Reply reply = calling.wire().send(request, used);
            mark(permit, reply);
            return reply;
        } catch (NetSuiteException e) {
            if (last == null) {
                throw e;
            }
            // What went wrong before matters more: after a lost answer nobody knows what was written.
            last.addSuppressed(e);
            throw last;
        }
    }

    private void mark(Permit permit, Reply reply) {
        if (reply instanceof Reply.Served) {
            permit.served();
        } else if (reply instanceof Reply.Refused refused) {
            RestFault fault = refused.fault();
            if (fault.throttle() || fault == RestFault.LOGIN_STALLED) {
                permit.throttled();
            } else if (!fault.lost()) {
                permit.served();
            }
        }
    }

    /** NetSuite names the record it has made. A success that does not may come from a proxy, and nothing be written. */
    private @Nullable RestAnswer afterSuccess(RestAnswer answer) {
        return request.namesWhatItMakes() && answer.recordId().isEmpty()
                ? afterLoss(RestErrors.nothingMade(request, answer.status()), true)
                : answer;
    }

    /** The answer, if the call is over with success; null to send it again. */
    private @Nullable RestAnswer afterRefusal(Reply.Refused refused) {
        int status = refused.answer().status();
        if (status == HttpStatus.SC_UNAUTHORIZED && heals()) {
            return null;
        }
        RestFault fault = refused.fault();
        NetSuiteException error = RestErrors.refused(request, refused);
        if (fault.throttle()) {
            throttles++;
            pause(Kind.THROTTLED, throttles, error);
            return null;
        }
        if (fault.lost()) {
            return afterLoss(error, true);
        }
        if (request.hasIdempotencyKey()
                && fault == RestFault.IDEMPOTENCY
                && refused.answer().location() != null) {
            return new RestAnswer(HttpStatus.SC_ACCEPTED, refused.answer().location(), null)
                    .by(CallOutcome.ACCEPTED_BEFORE);
        }
        if (lost && request.method().equals("DELETE") && status == HttpStatus.SC_NOT_FOUND) {
            return new RestAnswer(HttpStatus.SC_NO_CONTENT, null, null).by(CallOutcome.GONE);
        }
        if (lost && status == HttpStatus.SC_BAD_REQUEST && request.afterLoss() instanceof AfterLoss.LookUp lookUp) {
            // A duplicate says so in the user's language; whatever the reason is, ours may be there.
            Finding finding = lookUp(lookUp, error);
            if (finding instanceof Finding.Ours ours) {
                return found(ours, error);
            }
        }
        throw error;
    }

    private @Nullable RestAnswer afterBreak(Reply.Broken broken) {
        if (request.cancellation().isCancelled()) {
            throw broken.error();
        }
        if (broken.reached()) {
            return afterLoss(broken.error(), broken.passing());
        }
        if (!broken.passing()) {
            throw broken.error();
        }
        repeat(broken.error());
        return null;
    }

    private @Nullable RestAnswer afterLoss(NetSuiteException error, boolean passing) {
        lost = true;
        AfterLoss rule = request.afterLoss();
        if (rule instanceof AfterLoss.LookUp lookUp) {
            tell(Kind.LOST, Duration.ZERO, error.getMessage());
            return afterLookUp(lookUp, error);
        }
        if (rule == AfterLoss.Plain.FAIL) {
            tell(Kind.LOST, Duration.ZERO, error.getMessage());
            throw error;
        }
        if (!passing) {
            throw error;
        }
        repeat(error);
        return null;
    }

    private @Nullable RestAnswer afterLookUp(AfterLoss.LookUp rule, NetSuiteException error) {
        Finding finding = lookUp(rule, error);
        if (finding instanceof Finding.Ours ours) {
            return found(ours, error);
        }
        if (finding instanceof Finding.Another another) {
            tell(Kind.UNCLEAR, Duration.ZERO, "another record");
            throw RestErrors.another(request, another, error);
        }
        if (finding instanceof Finding.Unclear unclear) {
            tell(Kind.UNCLEAR, Duration.ZERO, unclear.why());
            throw RestErrors.unclear(request, unclear.why(), error);
        }
        tell(Kind.ABSENT, Duration.ZERO, null);
        if (!rule.again()) {
            throw RestErrors.notThere(request, error);
        }
        repeat(error);
        return null;
    }

    private Finding lookUp(AfterLoss.LookUp rule, NetSuiteException error) {
        // However long the lost answer was waited for, there is time to find out.
        since = calling.pauses().nanoTime();
        try {
            return rule.record().find(lookUps);
        } catch (NetSuiteException e) {
            tell(Kind.UNCLEAR, Duration.ZERO, e.getMessage());
            throw RestErrors.notLookedUp(request, e, error);
        }
    }

    private RestAnswer found(Finding.Ours ours, NetSuiteException error) {
        tell(Kind.FOUND, Duration.ZERO, null);
        LOG.warn(
                "The answer to {} was lost, but the record is there (internal ID {}) as it was sent, so it is not sent again. {}",
                request,
                ours.record().recordId().orElse("unknown"),
                error.getMessage());
        return ours.record().by(CallOutcome.FOUND);
    }

    private boolean heals() {
        if (healed || token == null || !calling.tokens().invalidate(token.value())) {
            return false;
        }
        healed = true;
        tell(Kind.HEALED, Duration.ZERO, null);
        return true;
    }

    private void repeat(NetSuiteException error) {
        if (repeats == MOST_REPEATS) {
            throw RestErrors.after(error, "It was sent " + attempts + " times.");
        }
        repeats++;
        pause(Kind.REPEATED, repeats, error);
    }

    /** Waits before the call is sent again, or throws the error when there is no time left for it. */
    private void pause(Kind kind, int times, NetSuiteException error) {
        last = error;
        Duration asked = error.retryAfter().orElse(null);
        Duration pause = calling.backoff().before(times, asked);
        Duration left = left();
        if (left.isZero() || (asked != null && asked.compareTo(left) > 0)) {
            throw RestErrors.after(
                    error,
                    "It was sent " + (attempts == 1 ? "once" : attempts + " times") + ", and retryTimeout ("
                            + calling.retryTimeout().toMillis() + " ms) leaves no time for more.");
        }
        pause = pause.compareTo(left) > 0 ? left : pause;
        tell(kind, pause, error.getMessage());
        LOG.debug("{}: attempt {} again after {} ms. {}", request, attempts, pause.toMillis(), error.getMessage());
        try {
            if (!calling.pauses().pause(pause, request.cancellation())) {
                throw RestErrors.after(
                        error,
                        request.cancellation().isCancelled()
                                ? "It was not sent again, because nobody waits for the answer any more."
                                : "It was not sent again, because the Camel context is stopping.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw RestErrors.after(error, "It was not sent again, because the thread was interrupted.");
        }
    }

    /** What is left of the time to wait. */
    private Duration left() {
        Duration passed = Duration.ofNanos(calling.pauses().nanoTime() - since);
        Duration left = calling.retryTimeout().minus(passed);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private void tell(Kind kind, Duration pause, @Nullable String detail) {
        try {
            listener.happened(new CallEvent(kind, request.toString(), request.lane(), attempts, pause, detail));
        } catch (RuntimeException e) {
            LOG.warn(
                    "A call listener ({}) failed; the call is not affected.",
                    listener.getClass().getName(),
                    e);
        }
    }
}
