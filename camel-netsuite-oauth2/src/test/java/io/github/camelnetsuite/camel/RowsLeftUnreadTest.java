package io.github.camelnetsuite.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelnetsuite.simulator.NetSuiteSimulator;
import io.github.camelnetsuite.simulator.VirtualClock;
import io.github.camelnetsuite.simulator.junit5.NetSuiteSimulatorExtension;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Rows that nobody reads to their end. A class of its own: the page fetched ahead may reach the simulator after the test, where
 * another test would count it.
 */
@Timeout(60)
class RowsLeftUnreadTest {

    private static final VirtualClock CLOCK = VirtualClock.at(Instant.parse("2026-11-22T10:00:00Z"));

    @RegisterExtension
    static final NetSuiteSimulatorExtension NETSUITE = NetSuiteSimulatorExtension.with(builder -> builder.clock(CLOCK));

    private final CamelContext context = new DefaultCamelContext();
    private final ProducerTemplate template = context.createProducerTemplate();
    private final List<Object> given = new ArrayList<>();

    @BeforeEach
    void start() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:rows")
                        .to("netsuite:suiteql?pageSize=2")
                        .split(body())
                        .streaming()
                        .process(exchange -> given.add(exchange.getMessage().getBody()));
            }
        });
        SimulatedAccount.configureAt(CLOCK, context, netsuite());
        context.start();
    }

    @AfterEach
    void stop() throws Exception {
        context.close();
    }

    @Test
    void rowsReadBeyondTheEndOfTheirExchangeFailInsteadOfEndingEarly() {
        Iterator<?> rows =
                template.requestBody("netsuite:suiteql?pageSize=2", "SELECT id FROM item ORDER BY id", Iterator.class);
        rows.next();
        rows.next();

        assertThatThrownBy(rows::hasNext)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Read the rows within the route");
    }

    @Test
    void suiteqlGivesNoMoreRowsThanTheLimit() {
        template.sendBodyAndHeader("direct:rows", "SELECT id FROM item ORDER BY id", NetSuiteConstants.LIMIT, 3);

        assertThat(given).hasSize(3);
    }

    private static NetSuiteSimulator netsuite() {
        return NETSUITE.simulator();
    }
}
