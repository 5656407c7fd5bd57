package io.github.camelnetsuite.benchmarks;

import java.util.List;
import java.util.Locale;
import org.apache.camel.ProducerTemplate;

/**
 * {@code netsuite:get} against camel-http with a fixed header and the answer read as text: the same record of the same simulator,
 * over connections kept alive.
 */
final class GetCost {

    private static final double GATE_MILLIS = 0.5;
    private static final int WARM_UP = 2_000;
    private static final int ROUNDS = 4_000;

    private GetCost() {}

    static List<Figure> measure() throws Exception {
        try (SimulatedContext context = new SimulatedContext(true);
                ProducerTemplate template = context.camel().createProducerTemplate()) {
            String header = context.component().account(null).tokens().get().authorization();
            String http = context.suiteTalk() + "/services/rest/record/v1/customer/42?httpMethod=GET";

            Interleaved times = Interleaved.time(
                    WARM_UP,
                    ROUNDS,
                    () -> template.requestBodyAndHeader(http, null, "Authorization", header, String.class),
                    () -> template.requestBody("netsuite:get:customer/42", (Object) null));

            String medians = String.format(
                    Locale.ROOT,
                    "medians of %d interleaved runs: netsuite:get %.3f ms, camel-http %.3f ms, noise %.3f ms",
                    ROUNDS,
                    times.subject() / 1_000_000,
                    times.base() / 1_000_000,
                    times.noiseMicros() / 1_000);
            return List.of(
                    Figure.gated(
                            "netsuite:get over camel-http with a fixed header",
                            times.overMicros() / 1_000,
                            "ms",
                            GATE_MILLIS,
                            medians),
                    Figure.printed(
                            "netsuite:get as a share of camel-http",
                            times.subject() / times.base(),
                            "x",
                            "goal 1.050"));
        }
    }
}
