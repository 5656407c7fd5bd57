package io.github.camelnetsuite.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelnetsuite.simulator.http.Request;
import io.github.camelnetsuite.simulator.http.Response;
import io.github.camelnetsuite.simulator.store.Company;
import io.github.camelnetsuite.simulator.store.RecordType;
import java.util.Arrays;
import java.util.List;

/**
 * Describes the record types, in the form the request accepts; needs no permission on any record.
 *
 * @see "NetSuite help: Working with Resource Metadata"
 */
final class MetadataCatalog {

    private static final String LINKS = "application/json";
    private static final String OPEN_API = "application/swagger+json";
    private static final String SCHEMA = "application/schema+json";

    private final Conduct conduct;

    MetadataCatalog(Conduct conduct) {
        this.conduct = conduct;
    }

    /**
     * The answer.
     *
     * @param path from {@code metadata-catalog} on
     */
    Response answer(Request request, List<String> path, String recordsUrl) {
        if (path.size() > 2) {
            throw RestError.nonexistentId();
        }
        if (!request.method().equals("GET")) {
            throw RestError.of(405, "METHOD_NOT_ALLOWED", "Use GET for metadata.");
        }
        List<RecordType> types = path.size() == 2 ? List.of(type(path.get(1))) : selected(request);
        boolean one = path.size() == 2;
        String form = form(request);
        return switch (form) {
            case OPEN_API ->
                Response.of(200, OPEN_API, openApi(types, recordsUrl).toString());
            case SCHEMA -> Response.of(200, SCHEMA, (one ? RecordSchema.of(types.get(0)) : schemas(types)).toString());
            default ->
                Response.of(
                        200, LINKS, (one ? links(types.get(0), recordsUrl) : catalog(types, recordsUrl)).toString());
        };
    }

    private static List<RecordType> selected(Request request) {
        return request.parameter("select")
                .map(given -> Arrays.stream(given.split("\\s*,\\s*", -1))
                        .map(MetadataCatalog::type)
                        .toList())
                .orElseGet(Company::types);
    }

    private static RecordType type(String name) {
        return Company.type(name)
                .orElseThrow(() -> RestError.of(404, "NONEXISTENT_TYPE", "Record type '" + name + "' does not exist."));
    }

    private String form(Request request) {
        String accepted =
                request.header("Accept").orElse("*/*").split("[;,]", -1)[0].strip();
        if (accepted.equals("*/*") || accepted.equals("application/*")) {
            return LINKS;
        }
        if (List.of(LINKS, OPEN_API, SCHEMA).contains(accepted)) {
            return accepted;
        }
        conduct.mode(Quirk.METADATA_FORM);
        throw RestError.of(406, "INVALID_HEADER", "Invalid value for the Accept header.")
                .atHeader("Accept");
    }

    private static ObjectNode catalog(List<RecordType> types, String recordsUrl) {
        ObjectNode catalog = JsonNodeFactory.instance.objectNode();
        ArrayNode items = catalog.putArray("items");
        types.forEach(type -> items.add(links(type, recordsUrl)));
        catalog.putArray("links").addObject().put("rel", "self").put("href", recordsUrl + "/metadata-catalog");
        return catalog;
    }

    private static ObjectNode links(RecordType type, String recordsUrl) {
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        item.put("name", type.name());
        ArrayNode links = item.putArray("links");
        String url = recordsUrl + "/metadata-catalog/" + type.name();
        link(links, "canonical", url, LINKS);
        link(links, "alternate", url, OPEN_API);
        link(links, "alternate", url, SCHEMA);
        return item;
    }

    private static void link(ArrayNode links, String rel, String href, String mediaType) {
        links.addObject().put("rel", rel).put("href", href).put("mediaType", mediaType);
    }

    private static ObjectNode openApi(List<RecordType> types, String recordsUrl) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("openapi", "3.0.1");
        document.putObject("info").put("title", "NetSuite REST Record API").put("version", "v1");
        document.putArray("servers").addObject().put("url", recordsUrl);
        document.putObject("paths");
        types.forEach(type -> RecordSchema.addTo(document, type));
        return document;
    }

    private static ObjectNode schemas(List<RecordType> types) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        types.forEach(type -> all.set(type.name(), RecordSchema.of(type)));
        return all;
    }
}
