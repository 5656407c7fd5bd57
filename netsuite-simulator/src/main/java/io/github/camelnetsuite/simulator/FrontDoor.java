package io.github.camelnetsuite.simulator;

import io.github.camelnetsuite.simulator.http.Answer;
import io.github.camelnetsuite.simulator.http.Request;
import io.github.camelnetsuite.simulator.http.Response;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.function.LongSupplier;

/** What every request meets first: it is recorded, counted against the limit, and may run into a fault. */
final class FrontDoor {

    private static final System.Logger LOG = System.getLogger(FrontDoor.class.getName());

    private final Clock clock;
    private final RequestLog log;
    private final ConcurrencyLimit limit;
    private final ProcessingTime processing;
    private final LongSupplier dataVersion;
    private final Faults faults;
    private final ErrorResponses errors;
    private final Site site;

    FrontDoor(
            Clock clock,
            RequestLog log,
            ConcurrencyLimit limit,
            ProcessingTime processing,
            LongSupplier dataVersion,
            Faults faults,
            ErrorResponses errors,
            Site site) {
        this.clock = clock;
        this.log = log;
        this.limit = limit;
        this.processing = processing;
        this.dataVersion = dataVersion;
        this.faults = faults;
        this.errors = errors;
        this.site = site;
    }

    Answer handle(Request request) {
        RecordedRequest recorded = RecordedRequest.of(request, clock.instant());
        log.add(recorded);
        return recorded.isToken()
                ? faults.apply(recorded, request, token -> serve(token, 0))
                : limit.within(request, () -> faults.apply(recorded, request, this::process));
    }

    private Answer process(Request request) {
        // A record is loaded when its processing begins, and saved when it ends.
        long seen = dataVersion.getAsLong();
        return processing.pass() ? serve(request, seen) : Answer.cutConnection();
    }

    private Response serve(Request request, long seen) {
        try {
            return site.answer(request, seen);
        } catch (RestError error) {
            return errors.of(error);
        } catch (RestletError error) {
            return errors.of(request, error);
        } catch (RuntimeException defect) {
            String id = Randomness.errorId();
            LOG.log(Level.ERROR, "Defect of the simulator, error ID " + id + ", on " + request, defect);
            return errors.unexpected(request, id);
        }
    }
}
