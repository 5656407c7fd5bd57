package io.github.camelnetsuite.simulator;

import io.github.camelnetsuite.simulator.http.Answer;
import io.github.camelnetsuite.simulator.http.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** A fault being described: which requests, how often, and then what happens. Each step gives a new description. */
public final class FaultSetup {

    private final Faults faults;
    private final Predicate<RecordedRequest> condition;
    private final int times;
    private final double rate;

    FaultSetup(Faults faults, Predicate<RecordedRequest> condition) {
        this(faults, condition, Faults.ALWAYS, 1);
    }

    private FaultSetup(Faults faults, Predicate<RecordedRequest> condition, int times, double rate) {
        this.faults = faults;
        this.condition = condition;
        this.times = times;
        this.rate = rate;
    }

    /** Only requests with this method. */
    public FaultSetup method(String method) {
        return when(request -> request.method().equalsIgnoreCase(method));
    }

    /** Only requests to exactly this path. */
    public FaultSetup path(String path) {
        return when(request -> request.path().equals(path));
    }

    /** Only requests whose whole path matches. */
    public FaultSetup pathMatching(String regex) {
        Pattern pattern = Pattern.compile(regex);
        return when(request -> pattern.matcher(request.path()).matches());
    }

    /** Only requests for which this holds, on top of what was said before. */
    public FaultSetup when(Predicate<RecordedRequest> further) {
        return new FaultSetup(faults, condition.and(further), times, rate);
    }

    /** The next matching request only. */
    public FaultSetup once() {
        return times(1);
    }

    /** The next so many matching requests; all of them unless said. */
    public FaultSetup times(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("A fault that never strikes: times(" + count + ")");
        }
        return new FaultSetup(faults, condition, count, rate);
    }

    /**
     * That share of the matching requests, between 0 and 1; which ones the {@linkplain Faults#seed seed} decides.
     * With {@link #times} it ends once it has struck that often.
     */
    public FaultSetup rate(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("A rate is between 0 and 1, not " + share);
        }
        return new FaultSetup(faults, condition, times, share);
    }

    /** Answers with this instead of serving the request. */
    public Fault answer(int status, Map<String, String> headers, String body) {
        var response = new Response(status, headers, body.getBytes(StandardCharsets.UTF_8));
        return add((request, service) -> response);
    }

    /** Answers with this JSON instead of serving the request. */
    public Fault status(int status, String body) {
        return answer(status, Map.of("Content-Type", "application/json"), body);
    }

    /** Answers 500 as NetSuite does, an error ID included, instead of serving the request. */
    public Fault serverError() {
        return add((request, service) -> faults.errors().unexpected(request, Randomness.errorId()));
    }

    /** Refuses the request with NetSuite's error body, or that of RESTlets, instead of serving it. */
    public Fault refuse(int status, String code, String detail) {
        return add((request, service) -> faults.errors().refusal(request, status, code, detail));
    }

    /** Refuses the write as if another user had saved the record since it was loaded. */
    public Fault recordChanged() {
        return add((request, service) -> faults.errors().recordChanged(request));
    }

    /** Refuses the request as if it were one too many at a time, in the form its port has. */
    public Fault throttle() {
        return add((request, service) -> faults.errors().tooManyRequests(request));
    }

    /** Answers as a proxy or a maintenance page would. */
    public Fault html(int status) {
        return add((request, service) -> SpoiledAnswers.page(status));
    }

    /** Sends the caller elsewhere, with 302. */
    public Fault redirectTo(URI target) {
        return answer(302, Map.of("Location", target.toString()), "");
    }

    /** Closes the connection without serving the request. */
    public Fault cutConnection() {
        return add((request, service) -> Answer.cutConnection());
    }

    /** Serves the request, then closes the connection without an answer: the write happened. */
    public Fault loseAnswer() {
        return add((request, service) -> {
            service.handle(request);
            return Answer.cutConnection();
        });
    }

    /** Serves the request, then answers as a proxy that lost the answer, for example 502 or 504: the write happened. */
    public Fault loseAnswerBehind(int status) {
        return onResponse(response -> SpoiledAnswers.page(status));
    }

    /** Serves the request, but the body breaks off half way. */
    public Fault truncateBody() {
        return onResponse(SpoiledAnswers::truncated);
    }

    /** Answers 200 with that many megabytes of JSON text, in a stream. */
    public Fault hugeBody(int megabytes) {
        return add((request, service) -> SpoiledAnswers.huge(megabytes));
    }

    /** Serves the request with a {@code Date} header off by that much. */
    public Fault dateSkew(Duration skew) {
        return onResponse(response -> SpoiledAnswers.skewed(response, skew, faults.clock()));
    }

    /** Serves the request with a field of no known name in a JSON object that is answered. */
    public Fault unknownField() {
        return changing(SpoiledAnswers::withUnknownField);
    }

    /** Serves the request and lets the test change the response's body. */
    public Fault changeBody(UnaryOperator<String> change) {
        return changing(
                response -> response.withBody(change.apply(response.bodyText()).getBytes(StandardCharsets.UTF_8)));
    }

    /** Makes all tokens expired ones just before the request is served. */
    public Fault expiredToken() {
        return add((request, service) -> {
            faults.expireTokens();
            return service.handle(request);
        });
    }

    /** Serves the request and holds its answer until released. */
    public Gate hold() {
        Gate gate = faults.newGate();
        add((request, service) -> {
            Answer answer = service.handle(request);
            gate.pass();
            return answer;
        });
        return gate;
    }

    /** Leaves the request unserved until released; with no release, the caller's time-out is all there is. */
    public Gate hang() {
        Gate gate = faults.newGate();
        add((request, service) -> {
            gate.pass();
            return service.handle(request);
        });
        return gate;
    }

    /** Holds each answer for a real length of time: for measurements, not for tests. */
    public Fault latency(Duration length) {
        return add((request, service) -> {
            Answer answer = service.handle(request);
            SpoiledAnswers.pause(length);
            return answer;
        });
    }

    private Fault changing(UnaryOperator<Response> change) {
        return onResponse(change::apply);
    }

    private Fault onResponse(Function<Response, Answer> change) {
        return add((request, service) -> {
            Answer answer = service.handle(request);
            return answer instanceof Response response ? change.apply(response) : answer;
        });
    }

    private Fault add(Fault.Effect effect) {
        return faults.add(new Fault(condition, times, rate, faults.newDice(), effect));
    }
}
