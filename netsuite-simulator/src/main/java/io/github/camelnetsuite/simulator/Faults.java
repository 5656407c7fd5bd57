package io.github.camelnetsuite.simulator;

import io.github.camelnetsuite.simulator.http.Answer;
import io.github.camelnetsuite.simulator.http.Handler;
import io.github.camelnetsuite.simulator.http.Request;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes requests go wrong on demand. Of several faults that fit a request, the one set up first strikes. Thread-safe.
 *
 * <pre>{@code
 * simulator.faults().onToken().times(3).status(500, "{\"error\":\"server_error\"}");
 * simulator.faults().onApi().method("POST").path("/services/rest/record/v1/salesOrder").once().loseAnswer();
 * simulator.faults().seed(7).onWrites().rate(0.05).loseAnswer();
 * Gate gate = simulator.faults().onToken().hold();
 * }</pre>
 */
public final class Faults {

    static final int ALWAYS = -1;

    private static final long FIRST_SEED = 1;

    private final List<Fault> faults = new CopyOnWriteArrayList<>();
    private final List<Gate> gates = new CopyOnWriteArrayList<>();
    private final Clock clock;
    private final Runnable expireTokens;
    private final ErrorResponses errors;
    private final AtomicLong seed = new AtomicLong(FIRST_SEED);
    private final AtomicLong dice = new AtomicLong();

    Faults(Clock clock, Runnable expireTokens, ErrorResponses errors) {
        this.clock = clock;
        this.expireTokens = expireTokens;
        this.errors = errors;
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

    /** A fault for every request that may change something: to records and RESTlets, but not to SuiteQL. */
    public FaultSetup onWrites() {
        return new FaultSetup(this, RecordedRequest::mayWrite);
    }

    /** A fault for requests to RESTlets. */
    public FaultSetup onRestlets() {
        return new FaultSetup(this, RecordedRequest::isRestlet);
    }

    /** A fault for SuiteQL queries. */
    public FaultSetup onSuiteQl() {
        return new FaultSetup(this, request -> request.path().equals(SuiteQlEndpoint.PATH));
    }

    /**
     * Chooses what the {@linkplain FaultSetup#rate rates} of faults set up from now on throw their dice with. The same
     * seed strikes the same requests, counted among those a fault is for; 1 unless set.
     */
    public Faults seed(long chosen) {
        seed.set(chosen);
        dice.set(0);
        return this;
    }

    /** Ends all faults and opens all gates; the seed is 1 again. */
    public void clear() {
        faults.clear();
        seed(FIRST_SEED);
        gates.forEach(Gate::release);
        gates.clear();
    }

    Clock clock() {
        return clock;
    }

    ErrorResponses errors() {
        return errors;
    }

    /** Dice of their own for one fault, so that another fault's requests do not move them. */
    SplittableRandom newDice() {
        return new SplittableRandom(seed.get() * 31 + dice.getAndIncrement());
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
