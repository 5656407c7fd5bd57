package io.github.camelnetsuite.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelnetsuite.camel.NetSuiteComponent;
import io.github.camelnetsuite.camel.NetSuiteConfiguration;
import java.beans.PropertyDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.camel.util.StringHelper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.BeanUtils;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.util.ClassUtils;

/** What an IDE offers is what the component has: the metadata of both, option by option. */
class MetadataTest {

    private static final String PREFIX = "camel.component.netsuite.";

    /** Options of Camel Spring Boot, which every component has there. */
    private static final Set<String> OF_CAMEL = Set.of("enabled", "customizer.enabled");

    /** Options of an account that the component counts in milliseconds. */
    private static final Set<String> DURATIONS = Set.of("assertionLifetime", "retryTimeout");

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void namesTypesDefaultsAndDescriptionsAreTheComponents() throws IOException {
        Map<String, Option> component = new TreeMap<>();
        component()
                .properties()
                .forEach(option ->
                        component.put(StringHelper.camelCaseToDash(option.getKey()), ofComponent(option.getValue())));
        Map<String, Option> spring = new TreeMap<>();
        spring().path("properties")
                .forEach(option ->
                        spring.put(option.path("name").asText().substring(PREFIX.length()), ofSpring(option)));
        OF_CAMEL.forEach(spring::remove);

        assertThat(spring).isEqualTo(component);
    }

    @Test
    void aNamedAccountHasTheOptionsOfAnAccount() {
        assertThat(types(NetSuiteAccountProperties.class)).isEqualTo(types(NetSuiteConfiguration.class));
    }

    @Test
    void valuesOfferedForAnOptionAreTheComponents() throws IOException {
        assertThat(hints("signature-algorithm"))
                .isEqualTo(texts(component().path("signatureAlgorithm").path("enum")));
        String description = component().path("http").path("description").asText();
        assertThat(String.join(", ", hints("http.keys")))
                .isEqualTo(description.replaceAll(".*Allowed are (.*)\\.", "$1"));
    }

    private record Option(String type, String defaultValue, String description) {}

    private static Option ofComponent(JsonNode option) {
        String type = option.path("type").asText().equals("duration")
                ? "java.time.Duration"
                : option.path("javaType").asText().replace(", ", ",");
        return new Option(
                switch (type) {
                    case "boolean" -> "java.lang.Boolean";
                    case "int" -> "java.lang.Integer";
                    // Spring fills an object of its own, and the starter copies it.
                    default ->
                        type.replace(
                                ",io.github.camelnetsuite.camel.NetSuiteConfiguration",
                                "," + NetSuiteAccountProperties.class.getName());
                },
                option.path("defaultValue").asText(),
                option.path("description").asText());
    }

    private static Option ofSpring(JsonNode option) {
        String type = option.path("type").asText();
        String defaultValue = option.path("defaultValue").asText();
        return new Option(
                type,
                type.equals("java.time.Duration")
                        ? String.valueOf(
                                DurationStyle.detectAndParse(defaultValue).toMillis())
                        : defaultValue,
                option.path("description").asText());
    }

    /** The options of a bean; boxed, and a duration where the component counts milliseconds. */
    private static Map<String, Class<?>> types(Class<?> bean) {
        Map<String, Class<?>> types = new TreeMap<>();
        for (PropertyDescriptor property : BeanUtils.getPropertyDescriptors(bean)) {
            if (property.getWriteMethod() != null) {
                Class<?> type = property.getPropertyType();
                types.put(
                        property.getName(),
                        DURATIONS.contains(property.getName())
                                ? Duration.class
                                : ClassUtils.resolvePrimitiveIfNecessary(type));
            }
        }
        return types;
    }

    private JsonNode component() throws IOException {
        URL url = NetSuiteComponent.class.getResource("/META-INF/io/github/camelnetsuite/camel/netsuite.json");
        return json.readTree(url).path("componentProperties");
    }

    private JsonNode spring() throws IOException {
        for (URL url : Collections.list(
                getClass().getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
            try (InputStream in = url.openStream()) {
                JsonNode metadata = json.readTree(in);
                if (metadata.toString().contains("\"" + PREFIX + "account-id\"")) {
                    return metadata;
                }
            }
        }
        throw new AssertionError("The build has written no metadata for " + PREFIX);
    }

    private List<String> hints(String option) throws IOException {
        Map<String, List<String>> hints = new LinkedHashMap<>();
        spring().path("hints")
                .forEach(hint -> hints.put(hint.path("name").asText(), texts(hint.path("values"), "value")));
        return hints.getOrDefault(PREFIX + option, List.of());
    }

    private static List<String> texts(JsonNode array) {
        return stream(array).map(JsonNode::asText).toList();
    }

    private static List<String> texts(JsonNode array, String field) {
        return stream(array).map(element -> element.path(field).asText()).toList();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
