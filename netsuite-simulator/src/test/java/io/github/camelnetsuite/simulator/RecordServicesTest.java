package io.github.camelnetsuite.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class RecordServicesTest {

    private static final String RECORDS = "/services/rest/record/v1";
    private static final String FULFIL = "/salesOrder/eid:SHOP-1/!transform/itemFulfillment";
    private static final String BILL = "/salesOrder/eid:SHOP-1/!transform/invoice";

    private NetSuiteSimulator simulator = NetSuiteSimulator.start();
    private Caller caller = new Caller(simulator);

    @AfterEach
    void stop() {
        simulator.close();
    }

    private void restart(Quirk quirk, String mode) {
        simulator.close();
        simulator = NetSuiteSimulator.builder().quirk(quirk, mode).start();
        caller = new Caller(simulator);
    }

    private HttpResponse<String> post(String path, String body) {
        return body.isEmpty()
                ? caller.send(caller.authorized(RECORDS + path).POST(HttpRequest.BodyPublishers.noBody()))
                : caller.write("POST", RECORDS + path, body);
    }

    private JsonNode get(String path) {
        return Caller.json(caller.get(RECORDS + path));
    }

    private String order(String status) {
        HttpResponse<String> response = post(
                "/salesOrder",
                "{\"externalId\":\"SHOP-1\",\"orderStatus\":\"" + status
                        + "\",\"memo\":\"gift\",\"entity\":{\"id\":\"42\"},\"item\":{\"items\":["
                        + "{\"item\":{\"id\":\"1\"},\"quantity\":5,\"rate\":10,\"location\":{\"id\":\"1\"}},"
                        + "{\"item\":{\"id\":\"2\"},\"quantity\":1,\"rate\":3}]}}");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(204);
        return id(response);
    }

    private static String id(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(204);
        return response.headers().firstValue("Location").orElseThrow().replaceAll(".*/", "");
    }

    private String status() {
        return get("/salesOrder/eid:SHOP-1").at("/status/refName").asText();
    }

    private static void assertError(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(Caller.json(response).at("/o:errorDetails/0/o:errorCode").asText())
                .isEqualTo(code);
    }

    @Test
    void anOrderIsFulfilledInFullWhenTheBodySaysNothing() {
        String order = order("B");

        HttpResponse<String> response = post(FULFIL, "");

        assertThat(response.headers().firstValue("Location").orElse(""))
                .startsWith(simulator.suiteTalkUrl() + RECORDS + "/itemFulfillment/");
        JsonNode fulfilment = get("/itemFulfillment/" + id(response) + "?expandSubResources=true");
        assertThat(fulfilment.at("/createdFrom/id").asText()).isEqualTo(order);
        assertThat(fulfilment.at("/entity/id").asText()).isEqualTo("42");
        assertThat(fulfilment.path("memo").asText()).isEqualTo("gift");
        assertThat(fulfilment.at("/item/items").findValuesAsText("orderLine")).containsExactly("1", "2");
        assertThat(fulfilment.at("/item/items").findValuesAsText("quantity")).containsExactly("5", "1");
        assertThat(fulfilment.at("/item/items/0/location/id").asText()).isEqualTo("1");
        assertThat(status()).isEqualTo("Pending Billing");
    }

    @Test
    void quantitiesComeFromWhatIsLeft() {
        order("B");

        post(
                FULFIL,
                "{\"externalId\":\"PARCEL-1\",\"memo\":\"first parcel\",\"item\":{\"items\":["
                        + "{\"orderLine\":1,\"quantity\":2},{\"orderLine\":2,\"itemReceive\":false}]}}");

        JsonNode first = get("/itemFulfillment/eid:PARCEL-1?expandSubResources=true");
        assertThat(first.path("memo").asText()).isEqualTo("first parcel");
        assertThat(first.at("/item/items").findValuesAsText("quantity")).containsExactly("2");
        assertThat(status()).isEqualTo("Partially Fulfilled");

        JsonNode second = get("/itemFulfillment/" + id(post(FULFIL, "{}")) + "?expandSubResources=true");
        assertThat(second.at("/item/items").findValuesAsText("quantity")).containsExactly("3", "1");
        assertThat(status()).isEqualTo("Pending Billing");

        assertError(post(FULFIL, ""), 400, "USER_ERROR");
    }

    @Test
    void moreThanIsLeftIsRefused() {
        order("B");

        assertError(post(FULFIL, "{\"item\":{\"items\":[{\"orderLine\":1,\"quantity\":6}]}}"), 400, "USER_ERROR");
        assertError(post(FULFIL, "{\"item\":{\"items\":[{\"orderLine\":3}]}}"), 400, "INVALID_CONTENT");
        assertError(post(FULFIL, "{\"item\":{\"items\":[{\"quantity\":1}]}}"), 400, "INVALID_CONTENT");
        assertThat(status()).isEqualTo("Pending Fulfillment");
    }

    @Test
    void anOrderIsBilledAtItsOwnPrices() {
        order("B");
        post(FULFIL, "");

        JsonNode invoice = get("/invoice/" + id(post(BILL, "{\"externalId\":\"INV-1\"}")) + "?expandSubResources=true");

        assertThat(invoice.path("externalId").asText()).isEqualTo("INV-1");
        assertThat(invoice.path("total").asInt()).isEqualTo(53);
        assertThat(invoice.at("/item/items").findValuesAsText("rate")).containsExactly("10", "3");
        assertThat(status()).isEqualTo("Billed");
        assertError(post(BILL, ""), 400, "USER_ERROR");
    }

    @Test
    void anInvoiceMayHaveLinesTheOrderHasNot() {
        order("B");

        String id = id(post(BILL, "{\"item\":{\"items\":[{\"item\":{\"id\":\"7\"},\"quantity\":1,\"rate\":2}]}}"));

        assertThat(get("/invoice/" + id).path("total").asInt()).isEqualTo(55);
    }

    @Test
    void aDeletedFulfilmentLeavesItsQuantitiesToDo() {
        order("B");
        String id = id(post(FULFIL, ""));

        caller.write("DELETE", RECORDS + "/itemFulfillment/" + id, "");

        assertThat(status()).isEqualTo("Pending Fulfillment");
        assertThat(post(FULFIL, "").statusCode()).isEqualTo(204);
    }

    @Test
    void anOrderThatWaitsForApprovalIsNotFulfilledUntilItIsApproved() {
        order("A");
        assertError(post(FULFIL, ""), 400, "USER_ERROR");

        HttpResponse<String> approved = post("/salesOrder/eid:SHOP-1/@approve", "");

        assertThat(approved.statusCode()).isEqualTo(200);
        assertThat(approved.body()).isEqualTo("{\"result\":true}");
        assertThat(post(FULFIL, "").statusCode()).isEqualTo(204);
        assertError(post("/salesOrder/eid:SHOP-1/@approve", "{}"), 400, "USER_ERROR");
    }

    @Test
    void theSampleOrdersThatAreShippedHaveNothingLeft() {
        assertError(post("/salesOrder/3/!transform/itemFulfillment", ""), 400, "USER_ERROR");
        assertThat(post("/salesOrder/4/!transform/itemFulfillment", "").statusCode())
                .isEqualTo(204);
    }

    @Test
    void anUnknownFieldOfATransformIsRefusedWhereAsked() {
        order("B");

        HttpResponse<String> response = caller.send(caller.authorized(RECORDS + FULFIL)
                .header("Content-Type", "application/json")
                .header("X-NetSuite-PropertyNameValidation", "error")
                .POST(HttpRequest.BodyPublishers.ofString("{\"shoeSize\":44}")));

        assertError(response, 400, "INVALID_CONTENT");
        assertThat(status()).isEqualTo("Pending Fulfillment");
    }

    @Test
    void anExternalIdOfATransformIsUniqueToo() {
        order("B");

        assertError(post(FULFIL, "{\"externalId\":\"shop-1\"}"), 400, "USER_ERROR");
        assertThat(status()).isEqualTo("Pending Fulfillment");
    }

    @Test
    void aTransformCanDropTheExternalIdAndNameNothing() {
        restart(Quirk.TRANSFORM_EXTERNAL_ID, "dropped");
        order("B");
        post(FULFIL, "{\"externalId\":\"PARCEL-1\"}");
        assertThat(simulator.records().idOfExternal("itemFulfillment", "PARCEL-1"))
                .isEmpty();

        restart(Quirk.TRANSFORM_LOCATION, "without Location");
        order("B");
        HttpResponse<String> response = post(FULFIL, "");
        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.headers().firstValue("Location")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/salesOrder/4/!transform/unicorn,400,INVALID_REQUEST",
        "/salesOrder/4/!transform/customer,400,INVALID_REQUEST",
        "/customer/42/!transform/invoice,400,INVALID_REQUEST",
        "/salesOrder/4711/!transform/invoice,404,NONEXISTENT_ID",
        "/salesOrder/4/!transform,400,INVALID_REQUEST",
        "/salesOrder/4/!fold/invoice,400,INVALID_REQUEST",
        "/salesOrder/4/@explode,400,INVALID_REQUEST",
        "/customer/42/@approve,400,INVALID_REQUEST",
        "/customer/42/!attach/vendor/1,400,INVALID_REQUEST",
        "/customer/42/!attach/contact/4711,404,NONEXISTENT_ID",
        "/customer/42/!attach/contact/x,404,NONEXISTENT_ID",
        "/customer/42/!attach/file/9,404,NONEXISTENT_ID"
    })
    void whatCannotBeDoneIsRefused(String path, int status, String code) {
        assertError(post(path, ""), status, code);
    }

    @Test
    void onlyPostDoesIt() {
        assertThat(caller.get(RECORDS + "/salesOrder/4/!transform/invoice").statusCode())
                .isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"role\":{\"id\":\"-10\"}}"})
    void aContactIsAttachedAndDetached(String body) {
        String contact =
                simulator.records().create("contact", Map.of("firstName", "Jo", "subsidiary", Map.of("id", "1")));

        assertThat(post("/customer/42/!attach/contact/" + contact, body).statusCode())
                .isEqualTo(204);
        assertThat(post("/customer/eid:CUST-42/!attach/contact/" + contact, body)
                        .statusCode())
                .isEqualTo(204);
        assertThat(simulator.records().attached("customer", "42", "contact")).containsExactly(Long.valueOf(contact));

        assertThat(post("/customer/42/!detach/contact/" + contact, "").statusCode())
                .isEqualTo(204);
        assertThat(post("/customer/42/!detach/contact/" + contact, "").statusCode())
                .isEqualTo(204);
        assertThat(simulator.records().attached("customer", "42", "contact")).isEmpty();
    }

    @Test
    void aFileIsAttachedToATransaction() {
        assertThat(post("/salesOrder/4/!attach/file/2", "").statusCode()).isEqualTo(204);

        assertThat(simulator.records().attached("salesOrder", "4", "file")).containsExactly(2L);
        assertThat(simulator.records().attached("customer", "4", "file")).isEmpty();
    }
}
