package io.github.camelnetsuite.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class InfoTest {

    private static final String CATALOG = "/services/rest/record/v1/metadata-catalog";
    private static final String LIMITS = "/services/rest/system/v1/governanceLimits";

    private final NetSuiteSimulator simulator = NetSuiteSimulator.start();
    private final Caller caller = new Caller(simulator);

    @AfterEach
    void stop() {
        simulator.close();
    }

    private HttpResponse<String> get(String path, String accept) {
        return caller.send(caller.authorized(path).header("Accept", accept).GET());
    }

    @Test
    void anIntegrationWithItsOwnSliceSaysSo() {
        simulator.settings().concurrencyLimit(15).integrationConcurrencyLimit(4);

        assertThat(caller.get(LIMITS).body())
                .isEqualTo("{\"accountConcurrencyLimit\":15,\"accountUnallocatedConcurrencyLimit\":11,"
                        + "\"integrationConcurrencyLimit\":4,\"integrationLimitType\":\"integrationSpecific\"}");
    }

    @Test
    void theSliceIsALimitToo() {
        simulator.settings().concurrencyLimit(15).integrationConcurrencyLimit(0);

        assertThat(caller.get(LIMITS).statusCode()).isEqualTo(429);
    }

    @Test
    void aTypeIsDescribedByLinksUnlessSaidOtherwise() {
        JsonNode customer = Caller.json(caller.get(CATALOG + "/CUSTOMER"));

        assertThat(customer.path("name").asText()).isEqualTo("customer");
        assertThat(customer.path("links").findValuesAsText("mediaType"))
                .containsExactly("application/json", "application/swagger+json", "application/schema+json");
        assertThat(customer.at("/links/0/href").asText()).isEqualTo(simulator.suiteTalkUrl() + CATALOG + "/customer");
    }

    @ParameterizedTest
    @CsvSource({
        "entityId,string,,true",
        "isInactive,boolean,,true",
        "lastModifiedDate,string,date-time,true",
        "subsidiary,object,,true",
        "addressBook,object,,false"
    })
    void aSchemaTellsTypesAndWhatCanBeFiltered(String field, String type, String format, boolean filterable) {
        HttpResponse<String> response = get(CATALOG + "/customer", "application/schema+json");

        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/schema+json");
        JsonNode property = Caller.json(response).path("properties").path(field);
        assertThat(property.path("type").asText()).isEqualTo(type);
        assertThat(property.path("format").asText("")).isEqualTo(format == null ? "" : format);
        assertThat(property.path("x-ns-filterable").asBoolean()).isEqualTo(filterable);
    }

    @Test
    void aSchemaTellsLines() {
        JsonNode order = Caller.json(get(CATALOG + "/salesOrder", "application/schema+json"));

        assertThat(order.at("/properties/item/properties/items/items/properties/quantity/type")
                        .asText())
                .isEqualTo("number");
        assertThat(order.at("/properties/total/readOnly").asBoolean()).isTrue();
        assertThat(order.at("/properties/entity/nullable").asBoolean(true)).isFalse();
    }

    @Test
    void openApiTellsPathsAndRefersToItsParts() {
        HttpResponse<String> response =
                get(CATALOG + "?select=customer,salesOrder", "application/swagger+json; charset=UTF-8");

        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/swagger+json");
        JsonNode document = Caller.json(response);
        assertThat(document.path("openapi").asText()).isEqualTo("3.0.1");
        assertThat(document.path("paths").fieldNames())
                .toIterable()
                .containsExactly("/customer", "/customer/{id}", "/salesOrder", "/salesOrder/{id}");
        String element = document.at("/components/schemas/salesOrder/properties/item/properties/items/items/$ref")
                .asText();
        assertThat(document.at(element.substring(1)).at("/properties/rate/type").asText())
                .isEqualTo("number");
    }

    @Test
    void theWholeCatalogComesAsSchemasToo() {
        assertThat(Caller.json(get(CATALOG, "application/schema+json"))
                        .path("vendor")
                        .has("properties"))
                .isTrue();
    }

    @Test
    void anotherFormIsRefused() {
        HttpResponse<String> response = get(CATALOG + "/customer", "application/xml");

        assertThat(response.statusCode()).isEqualTo(406);
        assertThat(Caller.json(response).at("/o:errorDetails/0/o:errorHeader").asText())
                .isEqualTo("Accept");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/unicorn", "/customer/1", "?select=customer,unicorn"})
    void whatIsNotThereIsNotFound(String path) {
        assertThat(caller.get(CATALOG + path).statusCode()).isEqualTo(404);
    }

    @Test
    void metadataCannotBeWritten() {
        assertThat(caller.write("POST", CATALOG, "{}").statusCode()).isEqualTo(405);
    }
}
