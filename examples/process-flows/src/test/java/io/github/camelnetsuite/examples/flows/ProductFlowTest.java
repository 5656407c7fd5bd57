package io.github.camelnetsuite.examples.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelnetsuite.simulator.NetSuiteSimulator;
import io.github.camelnetsuite.simulator.junit5.NetSuiteSimulatorExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(180)
class ProductFlowTest {

    private static final String QUERY = "/services/rest/query/v1/suiteql";

    @RegisterExtension
    static final NetSuiteSimulatorExtension NETSUITE =
            NetSuiteSimulatorExtension.with(builder -> builder.sampleRows(1, 12, 0));

    @TempDir
    private Path data;

    private NetSuiteSimulator netSuite;
    private FlowsUnderTest flows;

    @BeforeEach
    void flows() {
        netSuite = NETSUITE.simulator();
        flows = new FlowsUnderTest(netSuite, data).withProducts();
    }

    @AfterEach
    void close() {
        flows.close();
    }

    @ParameterizedTest
    @EnumSource
    void everyItemReachesTheShopAsAProduct(RouteForm form) throws Exception {
        flows.start(form).awaitProducts();

        assertThat(flows.products).hasSize(12);
        assertThat(flows.products.get(0)).isEqualTo(new JsonMapper().readTree("""
                                        {"id": "1", "sku": "SKU-000001", "name": "Steel Chair",
                                         "description": "Steel Chair, batch 1", "price": 5.4, "active": true,
                                         "modified": "2025-01-02 00:00:00"}
                                        """));
        assertThat(flows.lines)
                .contains(
                        "Product flow: asking NetSuite for the items changed since 1970-01-01 00:00:00.",
                        "Product flow: 12 rows read, 12 products sent to the shop, 0 already there, 0 failed. The watermark"
                                + " is 2025-01-02 00:00:04.");
    }

    @ParameterizedTest
    @EnumSource
    void afterARestartOnlyWhatHasChangedIsSent(RouteForm form) throws Exception {
        flows.start(form).awaitProducts();
        netSuite.records().edit("inventoryItem", "5", Map.of("isInactive", true));

        flows.restart(form).awaitProducts();

        assertThat(flows.products)
                .extracting(product -> product.get("sku").asText())
                .containsExactly("SKU-000005");
        assertThat(flows.products.get(0).get("active").asBoolean()).isFalse();
        assertThat(flows.lines)
                .contains("Product flow: asking NetSuite for the items changed since 2025-01-01 22:00:04.");
    }

    @ParameterizedTest
    @EnumSource
    void aPriceChangedWithinTheSameSecondIsSentAsWell(RouteForm form) throws Exception {
        flows.start(form).awaitProducts();
        netSuite.faults()
                .onApi()
                .path(QUERY)
                .changeBody(body -> body.replace("\"price\":\"5.4\"", "\"price\":\"6.1\""));

        flows.restart(form).awaitProducts();

        assertThat(flows.products)
                .extracting(product -> product.get("price").decimalValue().toPlainString())
                .containsExactly("6.1");
    }

    @ParameterizedTest
    @EnumSource
    void oneFailingItemDoesNotStopTheRestAndIsTriedAgain(RouteForm form) throws Exception {
        flows.withShelf(this::refuseTheFourth).start(form).awaitProducts();

        assertThat(flows.products).hasSize(11);
        assertThat(flows.running().firstRound().well()).isFalse();
        assertThat(flows.lines)
                .anySatisfy(line -> assertThat(line)
                        .startsWith(
                                "Product flow: item SKU-000004 was not sent and will be tried again on the next run: ")
                        .contains("statusCode: 422"))
                .contains("Product flow: 12 rows read, 11 products sent to the shop, 0 already there, 1 failed. The"
                        + " watermark is 2025-01-02 00:00:01.");

        flows.withShelf(flows.products::add).restart(form).awaitProducts();

        assertThat(flows.products)
                .extracting(product -> product.get("sku").asText())
                .containsExactly("SKU-000004");
        assertThat(flows.lines)
                .contains(
                        "Product flow: 12 rows read, 1 product sent to the shop, 11 already there, 0 failed. The watermark"
                                + " is 2025-01-02 00:00:04.");
    }

    @ParameterizedTest
    @EnumSource
    void aRowThatCannotBeMappedFailsAlone(RouteForm form) throws Exception {
        netSuite.faults().onApi().path(QUERY).changeBody(body -> body.replace("\"price\":\"5.4\"", "\"price\":\"?\""));

        flows.start(form).awaitProducts();

        assertThat(flows.products).hasSize(11);
        assertThat(flows.lines)
                .anySatisfy(line -> assertThat(line).startsWith("Product flow: item SKU-000001 was not sent"));
    }

    @ParameterizedTest
    @EnumSource
    void aRunThatBreaksOffLeavesTheWatermarkWhereItWas(RouteForm form) throws Exception {
        flows.start(form).awaitProducts();
        String before = watermark();
        netSuite.faults().onApi().path(QUERY).status(500, "{}");

        flows.restart(form).awaitProducts();

        assertThat(watermark()).isEqualTo(before);
        assertThat(flows.running().firstRound().well()).isFalse();
        assertThat(flows.lines).anySatisfy(line -> assertThat(line)
                .startsWith("Product flow: the run broke off after 0 rows and will begin anew from the old watermark:"
                        + " NetSuite answered 500"));
    }

    @ParameterizedTest
    @EnumSource
    void itemsThatOthersSaveWhileTheRunReadsPushNoneOut(RouteForm form) throws Exception {
        try (NetSuiteSimulator busy =
                        NetSuiteSimulator.builder().sampleRows(1, 2100, 0).start();
                FlowsUnderTest reader = new FlowsUnderTest(busy, data).withProducts()) {
            busy.churn().perPage("inventoryItem", 0, 20, 0);

            reader.start(form).awaitProducts();

            assertThat(busy.churn().changed()).isPositive();
            assertThat(reader.products.stream()
                            .map(product -> product.get("id").asText())
                            .distinct())
                    .hasSize(2100);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theShopSeesNothingOfWhatStartedTheRun(RouteForm form) throws Exception {
        flows.with("products.at-start", "false")
                .with("products.by-cron", "true")
                .with("products.cron", "* * * * * ?")
                .start(form)
                .awaitProducts();

        assertThat(flows.products).hasSize(12);
        assertThat(flows.productHeaders)
                .isSubsetOf(
                        "accept-encoding",
                        "connection",
                        "content-length",
                        "content-type",
                        "host",
                        "transfer-encoding",
                        "upgrade",
                        "user-agent");
    }

    private void refuseTheFourth(JsonNode product) {
        if (product.get("sku").asText().equals("SKU-000004")) {
            throw new IllegalArgumentException("no picture");
        }
        flows.products.add(product);
    }

    private String watermark() throws Exception {
        return Files.readString(flows.folder("products.stand-in.watermark"));
    }
}
