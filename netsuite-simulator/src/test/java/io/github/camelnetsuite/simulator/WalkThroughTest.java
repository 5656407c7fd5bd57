package io.github.camelnetsuite.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From credentials to a record, the way every client goes. */
class WalkThroughTest {

    private final NetSuiteSimulator simulator = NetSuiteSimulator.start();
    private final Caller caller = new Caller(simulator);

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void anAssertionBuysATokenThatReadsARecord() {
        var response = caller.get("/services/rest/record/v1/customer/42");

        assertThat(response.body()).contains("\"id\":\"42\"");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(simulator.tokenRequests()).isEqualTo(1);
        assertThat(simulator.apiRequests()).isEqualTo(1);
    }

    @Test
    void anOrderIsCreatedChangedFoundAndDeleted() {
        String order = "{\"entity\":{\"id\":\"42\"},\"item\":{\"items\":[{\"item\":{\"id\":\"1\"},\"quantity\":2}]}}";

        assertThat(caller.write("PUT", "/services/rest/record/v1/salesOrder/eid:SHOP-7", order)
                        .statusCode())
                .isEqualTo(204);
        assertThat(caller.write("PATCH", "/services/rest/record/v1/salesOrder/eid:shop-7", "{\"memo\":\"hurry\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(caller.suiteQl("SELECT id, memo FROM transaction WHERE externalid = 'SHOP-7'", "")
                        .body())
                .contains("\"memo\":\"hurry\"");
        assertThat(simulator.records().read("salesOrder", "eid:SHOP-7").orElse(Map.of()))
                .containsEntry("memo", "hurry");
        String id = simulator.records().idOfExternal("salesOrder", "SHOP-7").orElse("");
        assertThat(caller.write("DELETE", "/services/rest/record/v1/salesOrder/" + id, "")
                        .statusCode())
                .isEqualTo(204);
        assertThat(caller.get("/services/rest/record/v1/salesOrder/" + id).statusCode())
                .isEqualTo(404);
    }

    @Test
    void suiteQlPagesThroughTheItems() {
        var page = Caller.json(caller.suiteQl("SELECT id, itemid FROM item ORDER BY id", "?limit=30&offset=60"));

        assertThat(page.path("totalResults").asInt()).isEqualTo(80);
        assertThat(page.path("count").asInt()).isEqualTo(20);
        assertThat(page.path("hasMore").asBoolean()).isFalse();
        assertThat(page.path("items").get(0).toString())
                .isEqualTo("{\"links\":[],\"id\":\"61\",\"itemid\":\"SKU-000061\"}");
    }
}
