package io.github.camelnetsuite.kamelets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelnetsuite.camel.NetSuiteConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * What the catalog of Apache Camel demands of a Kamelet, so that tools show ours like its own. Run with {@code -DupdateDocs=true} to
 * write the tables of docs/kamelets.md.
 */
class KameletRulesTest {

    private static final Path FOLDER = Path.of("target/classes/kamelets");
    private static final Path PAGE = Path.of("../docs/kamelets.md");
    private static final String PREFIX = "camel.apache.org/";
    private static final Pattern PARAMETER = Pattern.compile("\\{\\{\\??([\\w.-]+)(?::[^}]*)?}}");

    /** Those that camel-kamelet itself gives to each use of a Kamelet. */
    private static final Set<String> BUILT_IN = Set.of("routeId");

    static List<Path> kamelets() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    @Test
    void thereAreThree() throws IOException {
        assertThat(kamelets())
                .extracting(path -> path.getFileName().toString())
                .containsExactly(
                        "netsuite-auth-action.kamelet.yaml",
                        "netsuite-suiteql-source.kamelet.yaml",
                        "netsuite-upsert-sink.kamelet.yaml");
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void fileNameAndTypeAgree(Path file) {
        JsonNode kamelet = read(file);
        String name = kamelet.at("/metadata/name").asText();
        String type =
                kamelet.at("/metadata/labels").path(PREFIX + "kamelet.type").asText();

        assertThat(kamelet.path("apiVersion").asText()).isEqualTo("camel.apache.org/v1");
        assertThat(kamelet.path("kind").asText()).isEqualTo("Kamelet");
        assertThat(file.getFileName()).hasToString(name + ".kamelet.yaml");
        assertThat(type).isIn("source", "sink", "action");
        assertThat(name).endsWith("-" + type);
        assertThat(kamelet.at("/spec/definition/title").asText()).endsWithIgnoringCase(" " + type);
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void theAnnotationsAreComplete(Path file) {
        JsonNode annotations = read(file).at("/metadata/annotations");
        String icon = annotations.path(PREFIX + "kamelet.icon").asText();

        assertThat(annotations.path(PREFIX + "kamelet.support.level").asText()).isEqualTo("Preview");
        assertThat(annotations.path(PREFIX + "catalog.version").asText()).isEqualTo(projectVersion());
        assertThat(annotations.path(PREFIX + "provider").asText()).isEqualTo("camel-netsuite-oauth2");
        assertThat(annotations.path(PREFIX + "kamelet.group").asText()).isEqualTo("NetSuite");
        assertThat(annotations.path(PREFIX + "kamelet.namespace").asText()).isEqualTo("NetSuite");
        assertThat(icon).startsWith("data:image/svg+xml;base64,");
        assertThat(new String(
                        Base64.getDecoder().decode(icon.substring(icon.indexOf(',') + 1)), StandardCharsets.UTF_8))
                .startsWith("<svg ");
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void eachParameterIsDescribed(Path file) {
        JsonNode definition = read(file).at("/spec/definition");

        assertThat(definition.path("type").asText()).isEqualTo("object");
        assertThat(definition.path("description").asText()).isNotBlank();
        definition.path("properties").properties().forEach(property -> {
            JsonNode parameter = property.getValue();
            assertThat(parameter.path("title").asText())
                    .as(property.getKey())
                    .isNotBlank()
                    .doesNotMatch("(The|A|An) .*")
                    .matches("(\\p{Upper}\\S*)( \\p{Upper}\\S*)*");
            assertThat(parameter.path("description").asText()).endsWith(".");
            assertThat(parameter.path("type").asText()).isIn("string", "integer", "boolean");
        });
        definition.path("required").forEach(required -> {
            assertThat(definition.path("properties").has(required.asText())).isTrue();
            assertThat(definition.path("properties").path(required.asText()).has("default"))
                    .isFalse();
        });
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void whatIsDeclaredIsUsedAndWhatIsUsedIsDeclared(Path file) {
        JsonNode kamelet = read(file);
        Set<String> declared = new TreeSet<>();
        kamelet.at("/spec/definition/properties").properties().forEach(property -> declared.add(property.getKey()));
        kamelet.at("/spec/template/beans")
                .forEach(bean -> declared.add(bean.path("name").asText()));

        Set<String> used = PARAMETER
                .matcher(kamelet.at("/spec/template").toString())
                .results()
                .map(found -> found.group(1))
                .filter(name -> !BUILT_IN.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(used).isEqualTo(declared);
    }

    /** They belong to the component; with none here, nothing can put one into a route, a log or a user interface. */
    @ParameterizedTest
    @MethodSource("kamelets")
    void noParameterIsACredential(Path file) {
        JsonNode properties = read(file).at("/spec/definition/properties");

        assertThat(properties.toString()).doesNotContain("\"password\"", "urn:camel:group:credentials");
        assertThat(Arrays.stream(NetSuiteConfiguration.class.getDeclaredFields())
                        .map(Field::getName))
                .contains("privateKey")
                .noneMatch(properties::has);
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void theDependenciesAreThoseOfTheTemplate(Path file) {
        JsonNode spec = read(file).path("spec");
        List<String> dependencies = new ArrayList<>();
        spec.path("dependencies").forEach(dependency -> dependencies.add(dependency.asText()));
        String template = spec.path("template").toString();

        assertThat(dependencies)
                .contains(
                        "camel:core",
                        "camel:kamelet",
                        "mvn:io.github.camelnetsuite:camel-netsuite-oauth2:" + projectVersion());
        assertThat(dependencies.contains("camel:timer")).isEqualTo(template.contains("\"timer:"));
        assertThat(dependencies.contains("camel:jackson")).isEqualTo(template.contains("marshal"));
        assertThat(dependencies.contains("camel:bean")).isEqualTo(template.contains("${body["));
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void sourceAndSinkSayWhatTheyTakeOrGive(Path file) {
        JsonNode kamelet = read(file);
        JsonNode types = kamelet.at("/spec/types");

        switch (kamelet.at("/metadata/labels").path(PREFIX + "kamelet.type").asText()) {
            case "source" -> assertThat(types.at("/out/mediaType").asText()).isEqualTo("application/json");
            case "sink" -> assertThat(types.at("/in/mediaType").asText()).isEqualTo("application/json");
            default -> assertThat(types.isMissingNode()).isTrue();
        }
    }

    @Test
    void theTablesOfTheDocsAreTheirParameters() throws IOException {
        String page = Files.readString(PAGE);
        String expected = page;
        for (Path file : kamelets()) {
            JsonNode kamelet = read(file);
            expected = expected.replaceFirst(
                    "(?s)(<!-- generated: " + kamelet.at("/metadata/name").asText() + " -->\n).*?(<!-- end -->)",
                    "$1" + Matcher.quoteReplacement(table(kamelet.at("/spec/definition"))) + "$2");
        }
        if (Boolean.getBoolean("updateDocs")) {
            Files.writeString(PAGE, expected);
        } else {
            assertThat(page).isEqualTo(expected);
        }
    }

    private static String table(JsonNode definition) {
        StringBuilder table = new StringBuilder("| Parameter | Description | Default | Type |\n|---|---|---|---|\n");
        List<String> required = new ArrayList<>();
        definition.path("required").forEach(name -> required.add(name.asText()));
        definition.path("properties").properties().forEach(property -> table.append("| `")
                .append(property.getKey())
                .append("` | ")
                .append(property.getValue().path("description").asText())
                .append(required.contains(property.getKey()) ? " **Required.**" : "")
                .append(" | ")
                .append(property.getValue().path("default").asText())
                .append(" | ")
                .append(property.getValue().path("type").asText())
                .append(" |\n"));
        return table.toString();
    }

    private static JsonNode read(Path file) {
        try {
            Object yaml = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
            return JsonMapper.builder().build().valueToTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String projectVersion() {
        Properties properties = new Properties();
        try (var in = KameletRulesTest.class.getResourceAsStream(
                "/META-INF/services/org/apache/camel/component.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }
}
