package io.github.camelnetsuite.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class WritesTest {

    private static final String RECORDS = "/services/rest/record/v1";
    private static final String NAMES = "X-NetSuite-PropertyNameValidation";
    private static final String VALUES = "X-NetSuite-PropertyValueValidation";

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

    private HttpResponse<String> write(String method, String path, String body) {
        return caller.write(method, RECORDS + path, body);
    }

    private HttpResponse<String> validated(String header, String validation, String path, String body) {
        return caller.send(caller.authorized(RECORDS + path)
                .header("Content-Type", "application/json")
                .header(header, validation)
                .method("PATCH", HttpRequest.BodyPublishers.ofString(body)));
    }

    private JsonNode get(String path) {
        return Caller.json(caller.get(RECORDS + path));
    }

    private static void assertError(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(Caller.json(response).at("/o:errorDetails/0/o:errorCode").asText())
                .isEqualTo(code);
    }

    private String customer(String externalId) {
        return "{\"externalId\":\"" + externalId + "\",\"companyName\":\"N\",\"subsidiary\":{\"id\":\"1\"}}";
    }

    @ParameterizedTest
    @CsvSource({"ignore,false", "warning,true", "WARNING,true"})
    void anUnknownFieldIsLeftOutWithOrWithoutAWord(String validation, boolean warned) {
        HttpResponse<String> response =
                validated(NAMES, validation, "/customer/42", "{\"shoeSize\":44,\"comments\":\"kept\"}");

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.headers()
                        .firstValue("X-NetSuite-PropertyNameWarning")
                        .isPresent())
                .isEqualTo(warned);
        assertThat(get("/customer/42").path("comments").asText()).isEqualTo("kept");
    }

    @ParameterizedTest
    @CsvSource({"ignore,false", "warning,true"})
    void anImpossibleValueCanBeLeftOut(String validation, boolean warned) {
        HttpResponse<String> response = validated(
                VALUES,
                validation,
                "/salesOrder/2",
                "{\"tranDate\":\"2/1/2026\",\"memo\":\"kept\",\"item\":{\"items\":[{\"line\":1,\"quantity\":\"two\"}]}}");

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.headers()
                        .firstValue("X-NetSuite-PropertyValueWarning")
                        .orElse(""))
                .isEqualTo(warned ? "Invalid values ignored: tranDate, item.items[0].quantity" : "");
        assertThat(get("/salesOrder/2").path("memo").asText()).isEqualTo("kept");
        assertThat(get("/salesOrder/2").path("tranDate").asText()).isEqualTo("2025-01-04");
    }

    @Test
    void anImpossibleValueIsAnErrorUnlessSaidOtherwise() {
        assertError(write("PATCH", "/salesOrder/2", "{\"tranDate\":\"2/1/2026\"}"), 400, "INVALID_CONTENT");
        assertError(validated(VALUES, "error", "/salesOrder/2", "{\"tranDate\":\"2/1/2026\"}"), 400, "INVALID_CONTENT");
    }

    @ParameterizedTest
    @ValueSource(strings = {NAMES, VALUES})
    void aValidationHeaderHasThreeValues(String header) {
        HttpResponse<String> response = validated(header, "strict", "/customer/42", "{}");

        assertError(response, 400, "INVALID_HEADER");
        assertThat(Caller.json(response).at("/o:errorDetails/0/o:errorHeader").asText())
                .isEqualTo(header);
    }

    @Test
    void aFieldTheRoleCannotWriteIsDroppedWithoutAWord() {
        simulator.settings().dropping("customer", "email").dropping("salesOrder", "item.rate");

        HttpResponse<String> customer =
                write("PATCH", "/customer/42", "{\"Email\":\"new@example.com\",\"comments\":\"kept\"}");
        write("PATCH", "/salesOrder/2", "{\"item\":{\"items\":[{\"line\":1,\"rate\":1,\"description\":\"kept\"}]}}");

        assertThat(customer.statusCode()).isEqualTo(204);
        assertThat(customer.headers().firstValue("X-NetSuite-PropertyNameWarning"))
                .isEmpty();
        assertThat(get("/customer/42").path("email").asText()).isEqualTo("orders42@example.com");
        assertThat(get("/customer/42").path("comments").asText()).isEqualTo("kept");
        assertThat(get("/salesOrder/2/item/1").path("rate").asDouble()).isNotEqualTo(1);
        assertThat(get("/salesOrder/2/item/1").path("description").asText()).isEqualTo("kept");

        simulator.records().edit("customer", "42", Map.of("email", "screen@example.com"));
        assertThat(get("/customer/42").path("email").asText()).isEqualTo("screen@example.com");
    }

    @ParameterizedTest
    @CsvSource({"vendor", "employee", "contact"})
    void externalIdsAreSharedByEntitiesInAnyCase(String type) {
        write("POST", "/customer", customer("SHOP-1"));

        assertError(
                write(
                        "POST",
                        "/" + type,
                        "{\"externalId\":\"shop-1\",\"companyName\":\"N\",\"firstName\":\"A\",\"lastName\":\"B\","
                                + "\"subsidiary\":{\"id\":\"1\"}}"),
                400,
                "USER_ERROR");
    }

    @Test
    void externalIdsAreSharedByTransactionsAndByItems() {
        String invoice =
                "{\"externalId\":\"order-2\",\"entity\":{\"id\":\"42\"},\"item\":{\"items\":[{\"item\":{\"id\":\"1\"}}]}}";

        assertError(write("POST", "/invoice", invoice), 400, "USER_ERROR");
        assertError(
                write("POST", "/nonInventorySaleItem", "{\"externalId\":\"item-7\",\"itemId\":\"Gift wrap\"}"),
                400,
                "USER_ERROR");
        assertThat(write("POST", "/invoice", invoice.replace("order-2", "ITEM-7"))
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void entitiesShareTheirInternalIds() {
        write("POST", "/customer", customer("A"));
        HttpResponse<String> contact = write(
                "POST", "/contact", "{\"firstName\":\"Jo\",\"subsidiary\":{\"id\":\"1\"},\"company\":{\"id\":\"42\"}}");

        assertThat(contact.headers().firstValue("Location").orElse("")).endsWith("/contact/62");
        assertThat(get("/contact/62").at("/company/refName").asText()).startsWith("CUST00042");
        assertThat(caller.get(RECORDS + "/contact/61").statusCode()).isEqualTo(404);
    }

    @Test
    void ofTwoWhoSaveTheSameRecordAtOnceTheSecondIsRefused() throws Exception {
        simulator.settings().processing(Duration.ofDays(1));
        HttpRequest.Builder patch = caller.authorized(RECORDS + "/customer/42")
                .header("Content-Type", "application/json")
                .method("PATCH", HttpRequest.BodyPublishers.ofString("{\"comments\":\"second\"}"));
        var slow = CompletableFuture.supplyAsync(() -> caller.send(patch));
        while (simulator.traffic().processing() == 0) {
            Thread.onSpinWait();
        }
        simulator.records().edit("customer", "42", Map.of("comments", "first"));

        simulator.finishProcessing();

        assertError(slow.get(20, TimeUnit.SECONDS), 400, "USER_ERROR");
        assertThat(simulator.records().read("customer", "42").orElseThrow()).containsEntry("comments", "first");
    }

    @Test
    void aRecordNobodyElseSavedIsWrittenHoweverLongItTook() throws Exception {
        simulator.settings().processing(Duration.ofDays(1));
        HttpRequest.Builder patch = caller.authorized(RECORDS + "/customer/42")
                .header("Content-Type", "application/json")
                .method("PATCH", HttpRequest.BodyPublishers.ofString("{\"comments\":\"mine\"}"));
        simulator.records().edit("customer", "42", Map.of("comments", "before"));
        var slow = CompletableFuture.supplyAsync(() -> caller.send(patch));
        while (simulator.traffic().processing() == 0) {
            Thread.onSpinWait();
        }
        simulator.records().edit("customer", "41", Map.of("comments", "another"));

        simulator.finishProcessing();

        assertThat(slow.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource({"400 USER_ERROR", "400 RCRD_HAS_BEEN_CHANGED", "409 RCRD_HAS_BEEN_CHANGED"})
    void aChangedRecordCanBeAFault(String mode) {
        restart(Quirk.RECORD_CHANGED, mode);
        simulator.faults().onWrites().once().recordChanged();

        HttpResponse<String> response = write("PATCH", "/customer/42", "{\"comments\":\"x\"}");

        assertError(response, Integer.parseInt(mode.substring(0, 3)), mode.substring(4));
        assertThat(response.body()).contains("Record has been changed");
        assertThat(get("/customer/42").has("comments")).isFalse();
    }

    @Test
    void anyRefusalCanBeAFault() {
        simulator.faults().onWrites().once().refuse(400, "USER_ERROR", "The item is out of season.");

        assertError(write("PATCH", "/customer/42", "{}"), 400, "USER_ERROR");
    }

    @Test
    void aClosedPeriodTakesNoTransactionThatPosts() {
        simulator.settings().closedBefore(LocalDate.of(2025, 6, 1));
        String invoice =
                "{\"tranDate\":\"2025-05-31\",\"entity\":{\"id\":\"42\"},\"item\":{\"items\":[{\"item\":{\"id\":\"1\"}}]}}";

        assertError(write("POST", "/invoice", invoice), 400, "USER_ERROR");
        assertThat(write("POST", "/salesOrder", invoice).statusCode()).isEqualTo(204);
        HttpResponse<String> open = write("POST", "/invoice", invoice.replace("05-31", "06-01"));
        assertThat(open.statusCode()).isEqualTo(204);

        String id = open.headers().firstValue("Location").orElseThrow().replaceAll(".*/", "");
        assertError(write("PATCH", "/invoice/" + id, "{\"tranDate\":\"2025-05-01\"}"), 400, "USER_ERROR");
        simulator.settings().closedBefore(LocalDate.of(2025, 7, 1));
        assertError(write("PATCH", "/invoice/" + id, "{\"memo\":\"x\"}"), 400, "USER_ERROR");
        assertError(write("DELETE", "/invoice/" + id, ""), 400, "USER_ERROR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"A\"", "{\"id\":\"A\"}"})
    void anOrderCanBeCreatedPendingApproval(String status) {
        HttpResponse<String> response = write(
                "POST",
                "/salesOrder",
                "{\"orderStatus\":" + status
                        + ",\"entity\":{\"id\":\"42\"},\"item\":{\"items\":[{\"item\":{\"id\":\"1\"}}]}}");

        String id = response.headers().firstValue("Location").orElseThrow().replaceAll(".*/", "");
        assertThat(get("/salesOrder/" + id).at("/orderStatus/refName").asText()).isEqualTo("Pending Approval");
        assertError(write("PATCH", "/salesOrder/" + id, "{\"orderStatus\":\"Z\"}"), 400, "INVALID_CONTENT");
    }
}
