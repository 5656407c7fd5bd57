package io.github.camelnetsuite.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.camelnetsuite.NetSuiteException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterProperty;

/**
 * Whatever a server sends as an error, it is read within bounds and becomes one of the four exceptions. The seeds are fixed, so that
 * each run tries the same bodies.
 */
class AnyErrorBodyTest {

    private static final List<String> REAL = List.of(
            "{\"type\":\"https://x\",\"title\":\"Bad Request\",\"status\":400,\"o:errorDetails\":[{\"detail\":\"No.\","
                    + "\"o:errorPath\":\"item.items[0].item\",\"o:errorCode\":\"INVALID_CONTENT\"}]}",
            "{\"title\":\"Out of bounds.\",\"status\":404,\"o:errorCode\":\"NONEXISTENT_OFFSET\"}",
            "{\"error\" : {\"code\" : \"SSS_REQUEST_LIMIT_EXCEEDED\", \"message\" : \"Demasiado\"}}",
            "{\"error\":{\"code\":\"UNEXPECTED_ERROR\",\"message\":\"{\\\"name\\\":\\\"X\\\",\\\"message\\\":\\\"y\\\"}\"}}",
            "\"{\\\"error\\\":{\\\"code\\\":\\\"X\\\"}}\"",
            "<error><code>SSS_INVALID_SCRIPTLET_ID</code><message>No</message></error>",
            "<!DOCTYPE html><html><head><title>Sorry</title></head><body>later</body></html>",
            "error code: X\nerror message: y",
            "{\"error\":\"invalid_token\",\"error_description\":\"Invalid login attempt.\"}");

    private final CallBench bench = new CallBench();

    @AfterProperty
    void close() throws IOException {
        bench.close();
    }

    @Property(tries = 3_000, seed = "20261122")
    void anyTextIsReadWithinBounds(@ForAll String text) {
        isWithinBounds(ErrorBody.read(text));
    }

    @Property(tries = 8_000, seed = "20261123")
    void anyDamageToARealBodyIsReadWithinBounds(
            @ForAll("damaged") String text, @ForAll @IntRange(min = 300, max = 599) int status) {
        ErrorBody body = ErrorBody.read(text);
        isWithinBounds(body);

        RestFault fault = RestFault.of(status, body, Duration.ZERO);

        assertThat(fault.kind().error("x", io.github.camelnetsuite.ErrorFacts.none()))
                .isInstanceOf(NetSuiteException.class);
    }

    @Property(tries = 200, seed = "20261124")
    void anyAnswerEndsACallWithOneOfTheFourExceptions(
            @ForAll @IntRange(min = 300, max = 599) int status,
            @ForAll("damaged") String text,
            @ForAll("endings") Ending ending) {
        bench.server.then(exchange -> {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders()
                    .add("Retry-After", text.lines().findFirst().orElse("").replaceAll("[^ -~]", ""));
            exchange.sendResponseHeaders(status, ending == Ending.CUT ? body.length + 10 : 0);
            OutputStream out = exchange.getResponseBody();
            out.write(body);
            if (ending == Ending.LONG) {
                out.write(new byte[200_000]);
            }
            exchange.close();
        });

        Throwable thrown =
                catchThrowable(() -> bench.client().send(RestRequest.record("GET", ResourcePath.parse("customer/42"))));

        assertThat(thrown).isInstanceOf(NetSuiteException.class);
        assertThat(thrown.getMessage()).hasSizeLessThan(2_500).doesNotContain("token-");
        assertThat(bench.limiter.status().inFlight()).isZero();
    }

    /** How an answer ends. */
    enum Ending {
        WHOLE,
        CUT,
        LONG
    }

    @Provide
    Arbitrary<Ending> endings() {
        return Arbitraries.of(Ending.class);
    }

    @Provide
    Arbitrary<String> damaged() {
        return Combinators.combine(
                        Arbitraries.of(REAL),
                        Arbitraries.longs(),
                        Arbitraries.integers().between(0, 12))
                .as(AnyErrorBodyTest::damage);
    }

    /** Cuts, doubles, swaps and inserts here and there. */
    static String damage(String text, long seed, int times) {
        Random random = new Random(seed);
        StringBuilder damaged = new StringBuilder(text);
        for (int i = 0; i < times && damaged.length() > 1; i++) {
            int at = random.nextInt(damaged.length());
            int length = 1 + random.nextInt(Math.min(20, damaged.length() - at));
            switch (random.nextInt(5)) {
                case 0 -> damaged.delete(at, at + length);
                case 1 -> damaged.insert(at, damaged.substring(at, at + length).repeat(1 + random.nextInt(200)));
                case 2 -> damaged.setCharAt(at, (char) random.nextInt(0x3000));
                case 3 -> damaged.insert(at, "{[\"<&\\".charAt(random.nextInt(6)));
                default -> damaged.insert(at, "[".repeat(random.nextInt(3_000)));
            }
        }
        return damaged.toString();
    }

    private static void isWithinBounds(ErrorBody body) {
        assertThat(body.detail()).hasSizeLessThan(700);
        assertThat(body.detail().chars()).noneMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029);
        if (body.code() != null) {
            assertThat(body.code()).isNotBlank().hasSizeLessThan(110).doesNotContain("\n");
        }
        if (body.path() != null) {
            assertThat(body.path()).hasSizeLessThan(130).doesNotContain("\n");
        }
    }
}
