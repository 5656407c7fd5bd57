package io.github.camelnetsuite.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class CollectionsTest {

    private static final String RECORDS = "/services/rest/record/v1";

    private NetSuiteSimulator simulator = NetSuiteSimulator.start();
    private Caller caller = new Caller(simulator);

    @AfterEach
    void stop() {
        simulator.close();
    }

    private void restart(NetSuiteSimulator.Builder builder) {
        simulator.close();
        simulator = builder.start();
        caller = new Caller(simulator);
    }

    private HttpResponse<String> list(String type, String q, String more) {
        return caller.get(RECORDS + "/" + type + "?q=" + Caller.encode(q) + more);
    }

    private List<String> ids(String type, String q) {
        HttpResponse<String> response = list(type, q, "");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        JsonNode page = Caller.json(response);
        assertThat(page.path("totalResults").asInt())
                .isEqualTo(page.path("count").asInt());
        return page.path("items").findValuesAsText("id");
    }

    private void customers(String... companyNames) {
        for (String name : companyNames) {
            simulator.records().create("customer", Map.of("companyName", name, "subsidiary", Map.of("id", "1")));
        }
    }

    @Test
    void itemsAreIdsAndLinksOnly() {
        JsonNode item = Caller.json(list("customer", "id EQUAL 42", "&fields=email&expandSubResources=true"))
                .at("/items/0");

        assertThat(item.fieldNames()).toIterable().containsExactly("links", "id");
        assertThat(item.at("/links/0/href").asText()).isEqualTo(simulator.suiteTalkUrl() + RECORDS + "/customer/42");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id ANY_OF [3, 5]|3,5",
                "id BETWEEN [58, 59]|58,59",
                "id WITHIN [58, 59]|58,59",
                "id BETWEEN_NOT [2, 60]|1",
                "id GREATER 59|60",
                "id GREATER_OR_EQUAL 60|60",
                "id LESS 2|1",
                "id LESS_OR_EQUAL 1|1",
                "id LESS_OR_EQUAL_NOT 59|60",
                "id GREATER_NOT 1|1",
                "ID EQUAL 7|7",
                "email IS orders7@example.com|7",
                "email IS \"orders7@example.com\"|7",
                "EMAIL IS ORDERS7@EXAMPLE.COM|7",
                "email START_WITH orders7|7",
                "email START_WITH_NOT orders|",
                "companyname ENDWITH \" 7\"|7",
                "companyname END_WITH \" 7\"|7",
                "companyname CONTAIN \"Books 5\" OR id EQUAL 9|5,9,50,55",
                "comments EMPTY AND id EQUAL 7|7",
                "comments EMPTY_NOT|",
                "isInactive IS true AND id LESS 40|17,34",
                "isInactive IS T AND id LESS 20|17",
                "subsidiary ANY_OF [2] AND id LESS 4|1,3",
                "subsidiary EQUAL 2 AND id LESS 4|1,3",
                "id EQUAL 1 OR id EQUAL 2 AND email IS nobody|1",
                "(id EQUAL 1 OR id EQUAL 2) AND email IS nobody|",
                "(id EQUAL 1 OR id EQUAL 2) AND email IS orders2@example.com|2",
                "externalId IS cust-8|8",
                "externalId IS \"CUST-8\"|8",
                "externalId IS nothing|"
            })
    void aFilterChoosesRecords(String q, String expected) {
        assertThat(ids("customer", q))
                .containsExactlyElementsOf(expected == null ? List.of() : List.of(expected.split(",", -1)));
    }

    @Test
    void theOppositeHoldsForAnEmptyFieldToo() {
        assertThat(ids("customer", "comments CONTAIN_NOT x")).hasSize(60);
        assertThat(ids("customer", "id EQUAL_NOT 1")).hasSize(59);
    }

    @Test
    void aPercentSignIsJustThat() {
        customers("Half 50% off", "Half 500 off");

        assertThat(ids("customer", "companyName CONTAIN \"50%\"")).containsExactly("61");
    }

    @Test
    void aBarInAnExternalIdIsFoundByFilter() {
        simulator
                .records()
                .create("customer", Map.of("externalId", "A|B", "companyName", "Bar", "subsidiary", Map.of("id", "1")));

        assertThat(ids("customer", "externalId IS \"A|B\"")).containsExactly("61");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tranDate ON \"1/3/2025\" AND id LESS 80|1",
                "tranDate ON 1/3/2025 AND id LESS 80|1",
                "tranDate BEFORE 1/4/2025|1",
                "tranDate ON_OR_BEFORE 1/4/2025|1,2",
                "tranDate AFTER 3/31/2025|89,90",
                "tranDate ON_OR_AFTER 3/31/2025|88,89,90",
                "tranDate ON_OR_AFTER_NOT 1/4/2025|1",
                "createdDate ON 1/2/2025 AND id EQUAL 5|5",
                "createdDate ON \"1/2/2025 12:00 am\" AND id LESS 4|1,2,3",
                "createdDate AFTER \"1/2/2025 12:00 am\" AND id LESS 4|",
                "tranDate ON 2025-01-03|",
                "tranDate ON_OR_AFTER 2025-01-03|",
                "id EQUAL abc|",
                "id EQUAL_NOT abc|"
            })
    void datesAreWrittenAsTheAccountDoesAndWrongOnesMatchNothing(String q, String expected) {
        assertThat(ids("salesOrder", q))
                .containsExactlyElementsOf(expected == null ? List.of() : List.of(expected.split(",", -1)));
    }

    @Test
    void anAccountThatWritesTheDayFirstReadsItSo() {
        restart(NetSuiteSimulator.builder().quirk(Quirk.DATE_DISPLAY, "D/M/YYYY"));

        assertThat(ids("salesOrder", "tranDate ON 3/1/2025")).containsExactly("1");
    }

    @Test
    void caseCanCount() {
        restart(NetSuiteSimulator.builder().quirk(Quirk.FILTER_CASE, "kept"));

        assertThat(ids("customer", "email IS ORDERS7@EXAMPLE.COM")).isEmpty();
        assertThat(ids("customer", "email IS orders7@example.com")).containsExactly("7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shoeSize EQUAL 44",
                "email EQUAL x",
                "id IS 1",
                "email LIKE x",
                "email is x",
                "email IS",
                "email",
                "\"email\" IS x",
                "id BETWEEN [1]",
                "id BETWEEN 1",
                "id EQUAL [1, 2]",
                "id ANY_OF [1",
                "id EQUAL 1 AND",
                "id EQUAL 1 id EQUAL 2",
                "(id EQUAL 1",
                "id EQUAL 1)",
                "addressBook EMPTY",
                "companyName IS \"x",
                "x_lastmodifieddate EMPTY",
                ""
            })
    void whatIsNoFilterIsRefused(String q) {
        HttpResponse<String> response = list("customer", q, "");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Caller.json(response).at("/o:errorDetails/0/o:errorCode").asText())
                .isEqualTo("INVALID_PARAMETER");
        assertThat(Caller.json(response)
                        .at("/o:errorDetails/0/o:errorQueryParam")
                        .asText())
                .isEqualTo("q");
    }

    @Test
    void pagesOfAFilterKeepIt() {
        JsonNode page = Caller.json(list("customer", "id GREATER 10", "&limit=20&offset=20"));

        assertThat(page.path("totalResults").asInt()).isEqualTo(50);
        assertThat(page.path("hasMore").asBoolean()).isTrue();
        assertThat(page.path("items").findValuesAsText("id"))
                .isEqualTo(IntStream.rangeClosed(31, 50)
                        .mapToObj(Integer::toString)
                        .toList());
        String next = page.path("links").findParents("rel").stream()
                .filter(link -> link.path("rel").asText().equals("next"))
                .map(link -> link.path("href").asText())
                .findFirst()
                .orElseThrow();
        JsonNode last = Caller.json(
                caller.get(next.substring(simulator.suiteTalkUrl().toString().length())));
        assertThat(last.path("count").asInt()).isEqualTo(10);
        assertThat(last.path("hasMore").asBoolean(true)).isFalse();
    }

    @Test
    void aCollectionEndsAtAHundredThousandRows() {
        restart(NetSuiteSimulator.builder().sampleRows(101_000, 1, 0));

        JsonNode last = Caller.json(caller.get(RECORDS + "/customer?limit=1000&offset=99000"));

        assertThat(last.path("count").asInt()).isEqualTo(1000);
        assertThat(last.path("totalResults").asInt()).isEqualTo(101_000);
        assertThat(last.path("hasMore").asBoolean(true)).isFalse();
        assertThat(caller.get(RECORDS + "/customer?limit=1000&offset=100000").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aSublistReadByItsUrlGivesLinksUntilItIsExpanded() {
        JsonNode links = Caller.json(caller.get(RECORDS + "/salesOrder/2/item"));
        JsonNode expanded = Caller.json(caller.get(RECORDS + "/salesOrder/2/item?expandSubResources=true"));

        assertThat(links.path("totalResults").asInt()).isEqualTo(2);
        assertThat(links.at("/items/0").fieldNames()).toIterable().containsExactly("links");
        assertThat(links.at("/items/0/links/0/href").asText())
                .isEqualTo(simulator.suiteTalkUrl() + RECORDS + "/salesOrder/2/item/1");
        assertThat(expanded.at("/items/1/line").asInt()).isEqualTo(2);
    }

    @Test
    void aLineIsReadByItsKey() {
        JsonNode line = Caller.json(caller.get(RECORDS + "/salesOrder/eid:ORDER-2/item/1"));

        assertThat(line.path("line").asInt()).isEqualTo(1);
        assertThat(line.at("/item/refName").asText()).isEqualTo("SKU-000008");
        assertThat(line.at("/links/0/href").asText())
                .isEqualTo(simulator.suiteTalkUrl() + RECORDS + "/salesOrder/2/item/1");
    }

    @Test
    void aSubrecordIsReadByItsName() {
        caller.write("PATCH", RECORDS + "/salesOrder/2", "{\"shippingAddress\":{\"city\":\"Leeds\"}}");

        assertThat(Caller.json(caller.get(RECORDS + "/salesOrder/2/shippingaddress"))
                        .path("city")
                        .asText())
                .isEqualTo("Leeds");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/salesOrder/2/item/3",
                "/salesOrder/2/item/0",
                "/salesOrder/2/item/x",
                "/salesOrder/4711/item",
                "/salesOrder/4711/item/1",
                "/salesOrder/2/unicorn",
                "/salesOrder/2/billingAddress",
                "/salesOrder/2/tranId",
                "/salesOrder/2/shippingAddress/1"
            })
    void aSubResourceThatIsNotThereIsNotFound(String path) {
        assertThat(caller.get(RECORDS + path).statusCode()).isEqualTo(404);
    }
}
