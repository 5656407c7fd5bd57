package io.github.camelnetsuite.simulator;

import io.github.camelnetsuite.simulator.http.Answer;
import io.github.camelnetsuite.simulator.http.Request;
import io.github.camelnetsuite.simulator.http.Response;
import io.github.camelnetsuite.simulator.http.Service;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Refuses the request that is one too many at a time.
 *
 * @see "NetSuite help: Concurrency Governance for Web Services and RESTlets"
 */
final class ConcurrencyLimit {

    private final Settings settings;
    private final ErrorResponses errors;
    private final AtomicInteger running = new AtomicInteger();

    ConcurrencyLimit(Settings settings, ErrorResponses errors) {
        this.settings = settings;
        this.errors = errors;
    }

    Answer within(Request request, Supplier<Answer> work) {
        OptionalInt limit = settings.concurrencyLimit();
        try {
            boolean tooMany = running.incrementAndGet() > limit.orElse(Integer.MAX_VALUE);
            return tooMany ? refusal(request) : work.get();
        } finally {
            running.decrementAndGet();
        }
    }

    private Response refusal(Request request) {
        return request.service() == Service.RESTLETS
                ? RestletError.of(
                        400,
                        "SSS_REQUEST_LIMIT_EXCEEDED",
                        "The maximum number of concurrent requests for this account has been exceeded.")
                : errors.of(RestError.of(
                        429, "CONCURRENCY_LIMIT_EXCEEDED", "Concurrent request limit exceeded. Request blocked."));
    }
}
