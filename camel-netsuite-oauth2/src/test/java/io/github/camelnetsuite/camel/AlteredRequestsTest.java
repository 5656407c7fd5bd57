package io.github.camelnetsuite.camel;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelnetsuite.camel.RequestRows.Row;
import io.github.camelnetsuite.simulator.junit5.NetSuiteSimulatorExtension;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Alters the requests of each operation on their way out, one thing at a time, and sees OperationRequestsTest's check fail. */
@Tag("proof")
@Timeout(600)
class AlteredRequestsTest {

    @RegisterExtension
    static final NetSuiteSimulatorExtension NETSUITE = new NetSuiteSimulatorExtension();

    static Stream<Arguments> alterations() {
        return RequestRows.all().stream()
                .filter(row -> !row.requests().isEmpty())
                .flatMap(row -> alterations(row).entrySet().stream()
                        .map(alteration -> Arguments.of(row, alteration.getKey(), alteration.getValue())));
    }

    private static Map<String, UnaryOperator<ClassicHttpRequest>> alterations(Row row) {
        Map<String, UnaryOperator<ClassicHttpRequest>> all = new LinkedHashMap<>();
        all.put(
                "method",
                request -> copy(request, request.getMethod().equals("GET") ? "DELETE" : "GET", request.getPath()));
        all.put("path", request -> copy(request, request.getMethod(), alteredPath(request.getPath())));
        all.put("query", request -> copy(request, request.getMethod(), alteredQuery(request.getPath())));
        for (String name : row.requests().get(0).headers().keySet()) {
            all.put("header " + name, request -> {
                ClassicHttpRequest altered = copy(request, request.getMethod(), request.getPath());
                altered.setHeader(name, "altered");
                return altered;
            });
        }
        return all;
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("alterations")
    void anAlterationDoesNotPass(Row row, String what, UnaryOperator<ClassicHttpRequest> alteration) throws Exception {
        List<io.github.camelnetsuite.rest.ScriptedHosts.Asked> asked =
                new ArrayList<>(RequestRun.of(row, NETSUITE.simulator(), alteration));

        assertThatThrownBy(() -> row.check(asked)).as(what).isInstanceOf(AssertionError.class);
    }

    private static String alteredPath(String target) {
        int query = target.indexOf('?');
        return query < 0 ? target + "x" : target.substring(0, query) + "x" + target.substring(query);
    }

    private static String alteredQuery(String target) {
        return target.contains("?") ? target + "x" : target + "?x";
    }

    private static ClassicHttpRequest copy(ClassicHttpRequest request, String method, String path) {
        BasicClassicHttpRequest copy =
                new BasicClassicHttpRequest(method, request.getScheme(), request.getAuthority(), path);
        request.headerIterator().forEachRemaining(copy::addHeader);
        copy.setEntity(request.getEntity());
        return copy;
    }
}
