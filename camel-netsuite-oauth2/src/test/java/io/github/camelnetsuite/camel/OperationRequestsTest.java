package io.github.camelnetsuite.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelnetsuite.camel.RequestRows.Row;
import io.github.camelnetsuite.simulator.junit5.NetSuiteSimulatorExtension;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each operation sends the requests of the table, and nothing else. That this notices any alteration shows AlteredRequestsTest. */
@Timeout(120)
class OperationRequestsTest {

    @RegisterExtension
    static final NetSuiteSimulatorExtension NETSUITE = new NetSuiteSimulatorExtension();

    static List<Row> rows() {
        return RequestRows.all();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theOperationSendsTheRequestsOfTheTable(Row row) throws Exception {
        row.check(RequestRun.of(row, NETSUITE.simulator(), UnaryOperator.identity()));
    }

    @Test
    void everyOperationIsInTheTable() {
        assertThat(rows()).extracting(Row::operation).contains(NetSuiteOperation.values());
    }
}
