package io.github.camelnetsuite.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.github.camelnetsuite.NetSuiteException;
import io.github.camelnetsuite.rest.AnyErrorBodyTest.Ending;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;

/**
 * Whatever a server sends as a success, over the wire: a call for a page ends with its rows, one of a RESTlet with a result, and
 * either with one of the four exceptions otherwise. The seeds are fixed, so that each run tries the same answers.
 */
class AnyServedAnswerTest {

    private static final List<String> REAL = List.of(
            "{\"links\":[],\"count\":3,\"hasMore\":false,\"items\":[{\"links\":[],\"id\":\"1\"},{\"id\":\"2\"},{\"id\":\"3\"}],"
                    + "\"offset\":0,\"totalResults\":3}",
            "{\"items\":[],\"hasMore\":false}",
            "{\"error\" : {\"code\" : \"SSS_REQUEST_LIMIT_EXCEEDED\", \"message\" : \"Demasiado\"}}",
            "[1, 2.5, {\"a\": null}, \"x\"]",
            "<error><code>NO_STOCK</code><message>No</message></error>",
            "error code: NO_STOCK\nerror message: none",
            "<!DOCTYPE html><html><head><title>Sorry</title></head></html>");

    private final CallBench bench = new CallBench();
    private final RecordService records = new RecordService(bench.client(), Runnable::run);

    @AfterProperty
    void close() throws IOException {
        bench.close();
    }

    @Property(tries = 200, seed = "20261130")
    void aQueryEndsWithItsRowsOrOneOfTheFourExceptions(
            @ForAll("damaged") String text, @ForAll("endings") Ending ending) {
        bench.server.then(exchange -> answer(exchange, "application/json", text, ending));

        try (PagedRows rows = records.query(SuiteQlQuery.of("SELECT id FROM shop"), 3, 3)) {
            int read = 0;
            while (rows.hasNext()) {
                assertThat(rows.next()).isNotNull();
                read++;
            }
            assertThat(read).isLessThanOrEqualTo(3);
        } catch (NetSuiteException e) {
            isWithinBounds(e);
        }
        assertThat(bench.limiter.status().inFlight()).isZero();
    }

    @Property(tries = 200, seed = "20261201")
    void aRestletEndsWithAResultOrOneOfTheFourExceptions(
            @ForAll("damaged") String text, @ForAll("endings") Ending ending, @ForAll("types") String type) {
        bench.server.then(exchange -> answer(exchange, type, text, ending));

        try {
            records.call(RestletCall.of(RestletCall.Method.GET, ResourcePath.parse("customscript_s/customdeploy_d")));
        } catch (NetSuiteException e) {
            isWithinBounds(e);
        }
        assertThat(bench.limiter.status().inFlight()).isZero();
    }

    private static void answer(HttpExchange exchange, String type, String text, Ending ending) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(200, ending == Ending.CUT ? body.length + 10 : 0);
        OutputStream out = exchange.getResponseBody();
        out.write(body);
        if (ending == Ending.LONG) {
            out.write(new byte[200_000]);
        }
        exchange.close();
    }

    private static void isWithinBounds(NetSuiteException thrown) {
        assertThat(thrown.getMessage()).isNotBlank().hasSizeLessThan(2_500).doesNotContain("token-");
    }

    @Provide
    Arbitrary<Ending> endings() {
        return Arbitraries.of(Ending.class);
    }

    @Provide
    Arbitrary<String> types() {
        return Arbitraries.of("application/json", "text/plain; charset=iso-8859-1", "application/xml", "nonsense");
    }

    @Provide
    Arbitrary<String> damaged() {
        return Combinators.combine(
                        Arbitraries.of(REAL),
                        Arbitraries.longs(),
                        Arbitraries.integers().between(0, 4))
                .as(AnyErrorBodyTest::damage);
    }
}
