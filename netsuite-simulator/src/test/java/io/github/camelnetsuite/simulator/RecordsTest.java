package io.github.camelnetsuite.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordsTest {

    private static final String RECORDS = "/services/rest/record/v1";
    private static final String ORDER = "{\"entity\":{\"id\":\"42\"},\"item\":{\"items\":["
            + "{\"item\":{\"id\":\"1\"},\"quantity\":2,\"rate\":10.5},{\"item\":{\"id\":2},\"quantity\":1,\"rate\":3}]}}";

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

    private JsonNode get(String path) {
        return Caller.json(caller.get(RECORDS + path));
    }

    private HttpResponse<String> write(String method, String path, String body) {
        return caller.write(method, RECORDS + path, body);
    }

    private String newOrder() {
        String location = write("POST", "/salesOrder", ORDER)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private List<String> lines(String order) {
        return get("/salesOrder/" + order + "?expandSubResources=true")
                .at("/item/items")
                .findValuesAsText("line");
    }

    private static void assertError(HttpResponse<String> response, int status, String code, String detail) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(Caller.json(response).path("status").asInt()).isEqualTo(status);
        assertThat(Caller.json(response).at("/o:errorDetails/0/detail").asText())
                .isEqualTo(detail);
        assertThat(Caller.json(response).at("/o:errorDetails/0/o:errorCode").asText())
                .isEqualTo(code);
    }

    @Test
    void aRecordIsReadWithLinksAndReferences() {
        HttpResponse<String> response = caller.get(RECORDS + "/customer/42");

        assertThat(response.headers().firstValue("Content-Type"))
                .hasValue("application/vnd.oracle.resource+json; type=singular");
        JsonNode customer = Caller.json(response);
        String self = simulator.suiteTalkUrl() + RECORDS + "/customer/42";
        assertThat(customer.at("/links/0/href").asText()).isEqualTo(self);
        assertThat(customer.path("id").asText()).isEqualTo("42");
        assertThat(customer.path("externalId").asText()).isEqualTo("CUST-42");
        assertThat(customer.path("isInactive").isBoolean()).isTrue();
        assertThat(customer.path("lastModifiedDate").asText()).isEqualTo("2025-01-02T08:00:14Z");
        assertThat(customer.at("/subsidiary/id").asText()).isEqualTo("1");
        assertThat(customer.at("/subsidiary/refName").asText()).isEqualTo("Harbour Trading UK");
    }

    @Test
    void theTypeMayBeWrittenInAnyCaseAndTheRecordFoundByExternalId() {
        assertThat(get("/CUSTOMER/eid:cust-42").path("id").asText()).isEqualTo("42");
    }

    @Test
    void onlyTheFieldsAskedForAreGiven() {
        JsonNode customer = get("/customer/42?fields=email,companyname");

        assertThat(customer.fieldNames()).toIterable().containsExactly("links", "id", "companyName", "email");
    }

    @Test
    void linesAreLinkedOrExpanded() {
        String order = newOrder();

        assertThat(get("/salesOrder/" + order).path("item").has("items")).isFalse();
        JsonNode item = get("/salesOrder/" + order + "?expandSubResources=true").path("item");
        assertThat(item.path("totalResults").asInt()).isEqualTo(2);
        assertThat(item.at("/items/0/quantity").asInt()).isEqualTo(2);
        assertThat(item.at("/items/0/amount").asInt()).isEqualTo(21);
        assertThat(item.at("/items/0/item/refName").asText()).isEqualTo("SKU-000001");
        assertThat(get("/salesOrder/" + order + "/item").path("totalResults").asInt())
                .isEqualTo(2);
    }

    @Test
    void aCreatedRecordIsAnsweredWithItsLocationAndNothingElse() {
        HttpResponse<String> response = write("POST", "/salesOrder", ORDER);

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.body()).isEmpty();
        assertThat(response.headers().firstValue("Location").orElseThrow())
                .startsWith(simulator.suiteTalkUrl() + RECORDS + "/salesOrder/");
    }

    @Test
    void anOrderTakesSubsidiaryCurrencyTotalAndNumber() {
        JsonNode order = get("/salesOrder/" + newOrder());

        assertThat(order.at("/subsidiary/id").asText()).isEqualTo("1");
        assertThat(order.at("/currency/refName").asText()).isEqualTo("GBP");
        assertThat(order.path("total").asInt()).isEqualTo(24);
        assertThat(order.path("tranId").asText()).startsWith("SO");
        assertThat(order.at("/status/refName").asText()).isEqualTo("Pending Fulfillment");
    }

    @Test
    void aSubsidiaryThatIsNotTheCustomersIsRefused() {
        String order = ORDER.replace("{\"entity\"", "{\"subsidiary\":{\"id\":\"2\"},\"entity\"");

        assertError(
                write("POST", "/salesOrder", order),
                400,
                "USER_ERROR",
                "Error while accessing a resource. Invalid subsidiary reference key 2 for entity 42.");
    }

    @Test
    void aReferenceMayNameAnExternalId() {
        String order = ORDER.replace("{\"id\":\"42\"}", "{\"externalId\":\"cust-42\"}");

        assertThat(write("POST", "/salesOrder", order).statusCode()).isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"entity\":{\"id\":\"4711\"}}|entity",
                "{\"entity\":\"42\"}|entity",
                "{\"tranDate\":\"2/1/2026\"}|tranDate",
                "{\"item\":{\"items\":[{\"item\":{\"id\":\"1\"}},{\"item\":{\"id\":\"x\"}}]}}|item.items[1].item",
                "{\"item\":{\"items\":[{\"quantity\":\"two\"}]}}|item.items[0].quantity"
            })
    void aValueThatCannotBeIsRefusedWithItsPath(String body, String path) {
        HttpResponse<String> response = write("PATCH", "/salesOrder/1", body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Caller.json(response).at("/o:errorDetails/0/o:errorCode").asText())
                .isEqualTo("INVALID_CONTENT");
        assertThat(Caller.json(response).at("/o:errorDetails/0/o:errorPath").asText())
                .isEqualTo(path);
    }

    @Test
    void whatIsMandatoryIsNamed() {
        assertError(
                write("POST", "/customer", "{\"companyName\":\"New\"}"),
                400,
                "USER_ERROR",
                "Error while accessing a resource. Please enter value(s) for: Primary Subsidiary");
        assertError(
                write("POST", "/salesOrder", "{\"entity\":{\"id\":\"42\"}}"),
                400,
                "USER_ERROR",
                "Error while accessing a resource. You must enter at least one line item for this transaction.");
    }

    @Test
    void aSecondRecordOfTheSameExternalIdIsRefused() {
        String order = ORDER.replace("{\"entity\"", "{\"externalId\":\"SHOP-7\",\"entity\"");
        assertThat(write("POST", "/salesOrder", order).statusCode()).isEqualTo(204);

        assertError(
                write("POST", "/salesOrder", order.replace("SHOP-7", "shop-7")),
                400,
                "USER_ERROR",
                "Error while accessing a resource. This entity already exists.");
    }

    @Test
    void externalIdsAreSharedByAGroupOfTypes() {
        assertError(
                write("PUT", "/vendor/eid:CUST-42", "{\"companyName\":\"V\",\"subsidiary\":{\"id\":\"1\"}}"),
                400,
                "USER_ERROR",
                "Error while accessing a resource. This entity already exists.");
        assertThat(caller.get(RECORDS + "/vendor/eid:CUST-42").statusCode()).isEqualTo(404);
        assertThat(write("PUT", "/salesOrder/eid:CUST-42", ORDER).statusCode()).isEqualTo(204);
    }

    @Test
    void upsertCreatesOnceAndChangesAfterwards() {
        long before = simulator.records().count("customer");
        String customer = "{\"companyName\":\"Shop customer\",\"subsidiary\":{\"id\":\"2\"}}";

        HttpResponse<String> first = write("PUT", "/customer/eid:SHOP-1", customer);
        HttpResponse<String> second = write("PUT", "/customer/eid:shop-1", customer.replace("Shop", "Web"));

        assertThat(first.statusCode()).isEqualTo(204);
        assertThat(second.statusCode()).isEqualTo(204);
        assertThat(second.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(simulator.records().count("customer")).isEqualTo(before + 1);
        assertThat(get("/customer/eid:SHOP-1").path("companyName").asText()).isEqualTo("Web customer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"42", "eid:A%7CB", "eid:"})
    void putNeedsAnExternalIdThatCanBeAddressed(String address) {
        HttpResponse<String> response = write("PUT", "/customer/" + address, "{}");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Caller.json(response).at("/o:errorDetails/0/o:errorCode").asText())
                .isEqualTo("INVALID_REQUEST");
    }

    @Test
    void patchChangesWhatItNamesAndNullClears() {
        write("PATCH", "/customer/42", "{\"phone\":null,\"comments\":\"good\"}");

        assertThat(get("/customer/42").has("phone")).isFalse();
        assertThat(get("/customer/42").path("comments").asText()).isEqualTo("good");
        assertThat(get("/customer/42").has("email")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATCH", "PUT"})
    void linesWithoutTheirKeyAreAppended(String method) {
        write("PUT", "/salesOrder/eid:SHOP-9", ORDER);

        write(method, "/salesOrder/eid:SHOP-9", ORDER);

        assertThat(lines("eid:SHOP-9")).containsExactly("1", "2", "3", "4");
        assertThat(get("/salesOrder/eid:SHOP-9").path("total").asInt()).isEqualTo(48);
    }

    @Test
    void linesWithoutTheirKeyReplaceWhereSaid() {
        restart(Quirk.LINES_WITHOUT_KEY, "replacing");
        write("PUT", "/salesOrder/eid:SHOP-9", ORDER);

        write("PUT", "/salesOrder/eid:SHOP-9", ORDER);

        assertThat(lines("eid:SHOP-9")).hasSize(2);
    }

    @Test
    void aLineWithItsKeyIsChanged() {
        String order = newOrder();

        write("PATCH", "/salesOrder/" + order, "{\"item\":{\"items\":[{\"line\":2,\"quantity\":5}]}}");

        JsonNode item = get("/salesOrder/" + order + "?expandSubResources=true").path("item");
        assertThat(item.at("/items/1/amount").asInt()).isEqualTo(15);
        assertThat(lines(order)).containsExactly("1", "2");
    }

    @Test
    void replaceDeletesTheLinesThatAreNotNamed() {
        String order = newOrder();

        write(
                "PATCH",
                "/salesOrder/" + order + "?replace=item",
                "{\"item\":{\"items\":[{\"line\":2,\"quantity\":5}]}}");

        assertThat(lines(order)).containsExactly("2");
    }

    @Test
    void nullEmptiesASublist() {
        String order = newOrder();

        write("PATCH", "/salesOrder/" + order, "{\"item\":{\"items\":null}}");

        assertThat(lines(order)).isEmpty();
    }

    @Test
    void anUnknownFieldIsIgnoredWithAWarningOrRefused() {
        String body = "{\"companyName\":\"Known\",\"shoeSize\":44}";

        HttpResponse<String> warned = write("PATCH", "/customer/42", body);
        HttpResponse<String> refused = caller.send(caller.authorized(RECORDS + "/customer/42")
                .header("Content-Type", "application/json")
                .header("X-NetSuite-PropertyNameValidation", "error")
                .method("PATCH", HttpRequest.BodyPublishers.ofString(body.replace("Known", "Other"))));

        assertThat(warned.statusCode()).isEqualTo(204);
        assertThat(warned.headers().firstValue("X-NetSuite-PropertyNameWarning"))
                .hasValue("Unknown properties ignored: shoeSize");
        assertError(
                refused,
                400,
                "INVALID_CONTENT",
                "Invalid content in the request. The property 'shoeSize' does not exist.");
        assertThat(get("/customer/42").path("companyName").asText()).isEqualTo("Known");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertError(
                caller.get(RECORDS + "/customer/4711"),
                404,
                "NONEXISTENT_ID",
                "The record instance does not exist. Provide a valid record instance ID.");
        assertThat(write("DELETE", "/customer/4711", "").statusCode()).isEqualTo(404);
        assertThat(caller.get(RECORDS + "/unicorn/1").statusCode()).isEqualTo(404);
        assertThat(caller.get(RECORDS + "/itemFulfillment/1").statusCode()).isEqualTo(404);
    }

    @Test
    void deletedIsGoneAndItsExternalIdFree() {
        assertThat(write("DELETE", "/customer/42", "").statusCode()).isEqualTo(204);

        assertThat(caller.get(RECORDS + "/customer/42").statusCode()).isEqualTo(404);
        assertThat(write("PUT", "/customer/eid:CUST-42", "{\"companyName\":\"N\",\"subsidiary\":{\"id\":\"1\"}}")
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void aCollectionGivesIdsInPages() {
        JsonNode page = get("/customer?limit=25&offset=25");

        assertThat(page.path("count").asInt()).isEqualTo(25);
        assertThat(page.path("totalResults").asInt()).isEqualTo(60);
        assertThat(page.path("hasMore").asBoolean()).isTrue();
        assertThat(page.at("/items/0").fieldNames()).toIterable().containsExactly("links", "id");
        assertThat(page.path("links").findValuesAsText("rel")).containsExactly("first", "prev", "next", "last", "self");
        assertThat(get("/customer?limit=25&offset=50").path("hasMore").asBoolean(true))
                .isFalse();
    }

    @Test
    void aRoleWithoutWorkbookReadsByIdAndListsNothing() {
        simulator.settings().without(Permission.SUITEANALYTICS_WORKBOOK);

        assertThat(caller.get(RECORDS + "/customer/42").statusCode()).isEqualTo(200);
        HttpResponse<String> list = caller.get(RECORDS + "/customer");
        assertThat(list.statusCode()).isEqualTo(400);
        assertThat(list.body()).contains("USER_ERROR", "Your current role does not have permission");
    }

    @Test
    void aTypeTheRoleDoesNotHaveIsForbidden() {
        simulator.settings().withoutRecordType("vendor");

        HttpResponse<String> response = caller.get(RECORDS + "/vendor/1");

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).contains("INSUFFICIENT_PERMISSION");
    }

    @Test
    void theMetadataCatalogListsTheTypes() {
        assertThat(get("/metadata-catalog").path("items").findValuesAsText("name"))
                .contains("customer", "salesOrder", "inventoryItem", "itemFulfillment", "subsidiary");
        assertThat(get("/metadata-catalog?select=customer").path("items")).hasSize(1);
    }

    @Test
    void anotherUserAtTheScreenSeesAndEditsTheSameRecords() {
        write("PUT", "/salesOrder/eid:SHOP-7", ORDER);

        simulator.records().edit("salesOrder", "eid:SHOP-7", Map.of("memo", "call first"));

        assertThat(get("/salesOrder/eid:SHOP-7").path("memo").asText()).isEqualTo("call first");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/customer/../salesOrder/1", "/customer//42", "/customer/%2e%2e/x", "/customer/%zz"})
    void aHostilePathIsRefused(String path) throws Exception {
        try (var client = new RawClient(simulator.suiteTalkAddress())) {
            String answer = client.exchange("GET " + RECORDS + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                    + caller.accessToken() + "\r\nConnection: close\r\n\r\n");

            assertThat(answer).startsWith("HTTP/1.1 400 ");
        }
    }

    @Test
    void aBodyThatIsNotAJsonObjectIsRefused() {
        assertThat(write("POST", "/customer", "[1").statusCode()).isEqualTo(400);
        assertThat(write("POST", "/customer", "[]").statusCode()).isEqualTo(400);
        assertThat(caller.send(caller.authorized(RECORDS + "/customer")
                                .header("Content-Type", "text/plain")
                                .POST(HttpRequest.BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(415);
    }
}
