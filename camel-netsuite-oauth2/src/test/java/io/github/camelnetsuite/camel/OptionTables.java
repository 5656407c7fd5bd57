package io.github.camelnetsuite.camel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/** Writes the tables of the component page from the metadata that the build generates for tools. */
final class OptionTables {

    private final JsonNode catalog;

    OptionTables() throws IOException {
        try (InputStream in =
                NetSuiteComponent.class.getResourceAsStream("/META-INF/io/github/camelnetsuite/camel/netsuite.json")) {
            catalog = JsonMapper.builder().build().readTree(Objects.requireNonNull(in, "no generated metadata"));
        }
    }

    String component() {
        return table("componentProperties", "Option", option -> true);
    }

    String path() {
        return table("properties", "Part", option -> "path"
                .equals(option.path("kind").asText()));
    }

    String query() {
        return table("properties", "Option", option -> "parameter"
                .equals(option.path("kind").asText()));
    }

    String headers() {
        return table("headers", "Header", option -> true);
    }

    private String table(String section, String title, Predicate<JsonNode> wanted) {
        StringBuilder table =
                new StringBuilder("| " + title + " | Description | Default | Type |\n|---|---|---|---|\n");
        for (Map.Entry<String, JsonNode> entry : catalog.path(section).properties()) {
            JsonNode option = entry.getValue();
            if (wanted.test(option)) {
                table.append("| `")
                        .append(entry.getKey())
                        .append("` | ")
                        .append(option.path("description").asText().replace("|", "\\|"))
                        .append(option.path("required").asBoolean() ? " **Required.**" : "")
                        .append(option.path("secret").asBoolean() ? " *Secret.*" : "")
                        .append(" | ")
                        .append(option.path("defaultValue").asText())
                        .append(" | ")
                        .append(type(option))
                        .append(" |\n");
            }
        }
        return table.toString();
    }

    private static String type(JsonNode option) {
        if (option.has("enum")) {
            return "enum: "
                    + String.join(", ", JsonMapper.builder().build().convertValue(option.get("enum"), String[].class));
        }
        String type = option.path("javaType").asText();
        return type.replaceAll("\\b[a-z]+(?:\\.[a-z0-9]+)*\\.([A-Z])", "$1");
    }
}
