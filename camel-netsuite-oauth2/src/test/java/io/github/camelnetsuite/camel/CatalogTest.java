package io.github.camelnetsuite.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelnetsuite.camel.auth.NetSuiteAuthProcessor;
import io.github.camelnetsuite.camel.auth.NetSuiteHttpConfigurer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.Processor;
import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.camel.tooling.model.BaseOptionModel;
import org.apache.camel.tooling.model.ComponentModel;
import org.apache.camel.tooling.model.ComponentModel.EndpointOptionModel;
import org.apache.camel.tooling.model.DevConsoleModel;
import org.apache.camel.tooling.model.JsonMapper;
import org.apache.camel.tooling.model.PojoBeanModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The metadata in the jar is what editors and other tools need: they read it into a Camel catalog. */
class CatalogTest {

    private static final String METADATA = "META-INF/io/github/camelnetsuite/camel/netsuite.json";
    private static final String SERVICES = "META-INF/services/org/apache/camel/";

    private final CamelCatalog catalog = new DefaultCamelCatalog();

    @BeforeEach
    void add() {
        catalog.addComponent("netsuite", NetSuiteComponent.class.getName(), read(METADATA));
    }

    static Stream<String> urisOfTheComponentPage() throws IOException {
        return Pattern.compile("`(netsuite:[^`]+)`")
                .matcher(Files.readString(Path.of("../docs/component.md")))
                .results()
                .map(found -> found.group(1))
                .filter(uri -> !uri.startsWith("netsuite:operation"));
    }

    @ParameterizedTest
    @MethodSource("urisOfTheComponentPage")
    void everyUriOfTheComponentPageIsValid(String uri) {
        assertThat(validate(uri).isSuccess())
                .as(validate(uri).summaryErrorMessage(false))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "netsuite:get:customer/42?account=eu&fields=companyName,email",
                "netsuite:get:salesOrder/1?expandSubResources=true&lazyStartProducer=true",
                "netsuite:upsert:customer/eid:SHOP-7",
                "netsuite:get",
                "netsuite:suiteql?query=resource:classpath:x.sql&pageSize=500&limit=10"
            })
    void aGoodUriIsValid(String uri) {
        assertThat(validate(uri).isSuccess())
                .as(validate(uri).summaryErrorMessage(false))
                .isTrue();
    }

    @Test
    void anUnknownOperationIsAnsweredWithTheList() {
        EndpointValidationResult result = validate("netsuite:fetch:customer/42");

        assertThat(result.getInvalidEnum()).containsEntry("operation", "fetch");
        assertThat(result.getInvalidEnumChoices().get("operation")).containsExactly(operations());
    }

    @Test
    void anUnknownOptionAndAWrongTypeAreFound() {
        EndpointValidationResult result = validate("netsuite:get:customer/42?filds=id&pageSize=many");

        assertThat(result.getUnknown()).containsExactly("filds");
        assertThat(result.getInvalidInteger()).containsEntry("pageSize", "many");
    }

    @Test
    void noCredentialIsAnEndpointOption() {
        List<String> settings = component().getComponentOptions().stream()
                .filter(option -> option.getLabel() != null && option.getLabel().contains("security"))
                .map(BaseOptionModel::getName)
                .toList();

        assertThat(settings).contains("consumerKey", "privateKey");
        assertThat(component().getEndpointOptions())
                .extracting(BaseOptionModel::getName)
                .doesNotContainAnyElementsOf(settings);
    }

    @Test
    void theOperationsOfferedAreThoseThereAre() {
        EndpointOptionModel operation = component().getEndpointOptions().stream()
                .filter(option -> option.getName().equals("operation"))
                .findFirst()
                .orElseThrow();

        assertThat(operation.getEnums()).containsExactly(operations());
        assertThat(operation.isRequired()).isTrue();
    }

    @Test
    void aUriIsPutTogetherFromItsParts() throws Exception {
        assertThat(catalog.asEndpointUri(
                        "netsuite",
                        Map.of("operation", "get", "resource", "customer/42", "fields", "companyName"),
                        false))
                .isEqualTo("netsuite:get:customer/42?fields=companyName");
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs/application.properties", "docs/named-accounts.properties"})
    void theSettingsOfTheDocsAreValid(String file) {
        List<String> settings =
                read(file).lines().filter(line -> line.startsWith("camel.")).toList();

        assertThat(settings).isNotEmpty().allSatisfy(line -> {
            var result = catalog.validateConfigurationProperty(line);
            assertThat(result.isAccepted()).isTrue();
            assertThat(result.isSuccess()).as(result.summaryErrorMessage(false)).isTrue();
        });
    }

    @Test
    void secretsAreMarked() {
        assertThat(component().getComponentOptions().stream()
                        .filter(BaseOptionModel::isSecret)
                        .map(BaseOptionModel::getName))
                .containsExactlyInAnyOrder("privateKey", "privateKeyPassword");
    }

    @Test
    void theJarNamesWhatItHolds() throws IOException {
        assertThat(names("component.properties", "components")).containsExactly("netsuite");
        assertThat(names("bean.properties", "bean")).containsExactly("NetSuiteAuthProcessor", "NetSuiteHttpConfigurer");
        assertThat(names("dev-consoles.properties", "dev-consoles")).containsExactly("netsuite");
    }

    @Test
    void theBeansCanBeOfferedWithTheirOptions() {
        assertBean(NetSuiteAuthProcessor.class, Processor.class, "account");
        assertBean(NetSuiteHttpConfigurer.class, HttpClientConfigurer.class, "account", "lane");
    }

    private static void assertBean(Class<?> type, Class<?> usedAs, String... options) {
        String json = read(SERVICES + "bean/" + type.getSimpleName() + ".json");
        PojoBeanModel bean = JsonMapper.generatePojoBeanModel(json);

        assertThat(bean.getJavaType()).isEqualTo(type.getName());
        assertThat(json).contains("\"interfaceType\": \"" + usedAs.getName() + "\"");
        assertThat(bean.getDescription()).isNotBlank();
        assertThat(bean.getOptions()).extracting(BaseOptionModel::getName).containsExactly(options);
        assertThat(bean.getArtifactId()).isEqualTo("camel-netsuite-oauth2");
    }

    @Test
    void theConsoleIsDescribed() {
        DevConsoleModel console =
                JsonMapper.generateDevConsoleModel(read("META-INF/org/apache/camel/dev-console/netsuite.json"));

        assertThat(console.getName()).isEqualTo("netsuite");
        assertThat(console.getTitle()).isEqualTo("NetSuite");
        assertThat(console.getJavaType()).isEqualTo(NetSuiteDevConsole.class.getName());
    }

    private EndpointValidationResult validate(String uri) {
        return catalog.validateEndpointProperties(uri);
    }

    private ComponentModel component() {
        return Objects.requireNonNull(catalog.componentModel("netsuite"));
    }

    private static String[] operations() {
        return Arrays.stream(NetSuiteOperation.values())
                .map(NetSuiteOperation::toString)
                .toArray(String[]::new);
    }

    private static String[] names(String file, String key) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = stream(SERVICES + file)) {
            properties.load(in);
        }
        return properties.getProperty(key).split(" ", -1);
    }

    private static String read(String resource) {
        try (InputStream in = stream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream stream(String resource) {
        return Objects.requireNonNull(CatalogTest.class.getClassLoader().getResourceAsStream(resource), resource);
    }
}
