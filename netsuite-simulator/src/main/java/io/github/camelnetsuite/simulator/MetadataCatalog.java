package io.github.camelnetsuite.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelnetsuite.simulator.http.Request;
import io.github.camelnetsuite.simulator.http.Response;
import io.github.camelnetsuite.simulator.store.Company;
import io.github.camelnetsuite.simulator.store.RecordType;
import java.util.List;
import java.util.Set;

/**
 * Lists the record types; needs no permission on any record.
 *
 * @see "NetSuite help: Working with Resource Metadata"
 */
final class MetadataCatalog {

    private MetadataCatalog() {}

    static Response answer(Request request, List<String> path, String recordsUrl) {
        if (!request.method().equals("GET") || path.size() > 1) {
            throw RestError.nonexistentId();
        }
        Set<String> selected = request.parameter("select")
                .map(given -> Set.of(given.split("\\s*,\\s*", -1)))
                .orElse(Set.of());
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        for (RecordType type : Company.types()) {
            if (selected.isEmpty() || selected.contains(type.name())) {
                ObjectNode item = items.addObject();
                item.put("name", type.name());
                item.putArray("links")
                        .addObject()
                        .put("rel", "canonical")
                        .put("href", recordsUrl + "/metadata-catalog/" + type.name())
                        .put("mediaType", "application/json");
            }
        }
        ObjectNode catalog = JsonNodeFactory.instance.objectNode();
        catalog.set("items", items);
        catalog.putArray("links").addObject().put("rel", "self").put("href", recordsUrl + "/metadata-catalog");
        return Response.of(200, "application/json", catalog.toString());
    }
}
