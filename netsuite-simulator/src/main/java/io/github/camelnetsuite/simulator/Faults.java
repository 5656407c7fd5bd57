package io.github.camelnetsuite.simulator;

import io.github.camelnetsuite.simulator.http.Answer;
import io.github.camelnetsuite.simulator.http.Handler;
import io.github.camelnetsuite.simulator.http.Request;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Makes requests go wrong on demand. Of several faults that fit a request, the one set up first strikes. Thread-safe.
 *
 * <pre>{@code
 * simulator.faults().onToken().times(3).status(500, "{\"error\":\"server_error\"}");
 * simulator.faults().onApi().method("POST").path("/services/rest/record/v1/salesOrder").once().loseAnswer();
 * Gate gate = simulator.faults().onToken().hold();
 * }</pre>
 */
public final class Faults {

    static final int ALWAYS = -1;

    private final List<Fault> faults = new CopyOnWriteArrayList<>();
    private final List<Gate> gates = new CopyOnWriteArrayList<>();
    private final Clock clock;
    private final Runnable expireTokens;

    Faults(Clock clock, Runnable expireTokens) {
        this.clock = clock;
        this.expireTokens = expireTokens;
    }

    /** A fault for requests to the token endpoint. */
    public FaultSetup onToken() {
        return new FaultSetup(this, RecordedRequest::isToken);
    }

    /** A fault for every request but those to the token endpoint. */
    public FaultSetup onApi() {
        return new FaultSetup(this, request -> !request.isToken());
    }

    /** A fault for every request. */
    public FaultSetup onAny() {
        return new FaultSetup(this, request -> true);
    }

    /** Ends all faults and opens all gates. */
    public void clear() {
        faults.clear();
        gates.forEach(Gate::release);
        gates.clear();
    }

    Clock clock() {
        return clock;
    }

    void expireTokens() {
        expireTokens.run();
    }

    Fault add(Fault fault) {
        faults.add(fault);
        return fault;
    }

    Gate newGate() {
        var gate = new Gate();
        gates.add(gate);
        return gate;
    }

    Answer apply(RecordedRequest recorded, Request request, Handler service) {
        Optional<Fault> struck =
                faults.stream().filter(fault -> fault.strikes(recorded)).findFirst();
        return struck.isPresent() ? struck.get().on(request, service) : service.handle(request);
    }
}
