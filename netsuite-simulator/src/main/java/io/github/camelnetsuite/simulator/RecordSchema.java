package io.github.camelnetsuite.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelnetsuite.simulator.store.Field;
import io.github.camelnetsuite.simulator.store.RecordType;
import io.github.camelnetsuite.simulator.store.Sublist;

/** Describes record types: as JSON schema, and as parts of an OpenAPI document. */
final class RecordSchema {

    private static final String COMPONENTS = "#/components/schemas/";

    private RecordSchema() {}

    /** One type as a schema of its own. */
    static ObjectNode of(RecordType type) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("$schema", "http://json-schema.org/draft-06/hyper-schema#");
        schema.setAll(object(type, false));
        return schema;
    }

    /** Adds one type to an OpenAPI document. */
    static void addTo(ObjectNode document, RecordType type) {
        ObjectNode schemas = document.withObject("/components/schemas");
        schemas.set(type.name(), object(type, true));
        for (Sublist sublist : type.sublists()) {
            schemas.set(elementName(type, sublist), element(sublist));
        }
        ObjectNode paths = document.withObject("/paths");
        ObjectNode collection = paths.putObject("/" + type.name());
        operation(collection, "get", type, "Get list of records.");
        operation(collection, "post", type, "Insert record.");
        ObjectNode single = paths.putObject("/" + type.name() + "/{id}");
        operation(single, "get", type, "Get record.");
        operation(single, "patch", type, "Update record.");
        operation(single, "put", type, "Insert or update record.");
        operation(single, "delete", type, "Remove record.");
    }

    private static void operation(ObjectNode path, String method, RecordType type, String summary) {
        ObjectNode operation = path.putObject(method);
        operation.putArray("tags").add(type.name());
        operation.put("summary", summary);
        operation.putObject("responses").putObject("default").put("description", "Error response.");
    }

    private static ObjectNode object(RecordType type, boolean byReference) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        property(properties, "id", "Internal ID", "string", true);
        type.filterable(RecordType.EXTERNAL_ID)
                .ifPresent(field -> property(properties, field.name(), field.label(), "string", true));
        for (Field field : type.fields()) {
            properties.set(
                    field.name(), property(field, type.filterable(field.name()).isPresent()));
        }
        for (Sublist sublist : type.sublists()) {
            ObjectNode list = properties.putObject(sublist.name());
            list.put("type", "object");
            ObjectNode items = list.putObject("properties").putObject("items").put("type", "array");
            if (byReference) {
                items.putObject("items").put("$ref", COMPONENTS + elementName(type, sublist));
            } else {
                items.set("items", element(sublist));
            }
        }
        return schema;
    }

    private static ObjectNode element(Sublist sublist) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        properties.set(sublist.key().name(), property(sublist.key(), false));
        sublist.fields().forEach(field -> properties.set(field.name(), property(field, false)));
        return schema;
    }

    private static void property(ObjectNode properties, String name, String title, String type, boolean filterable) {
        properties.putObject(name).put("title", title).put("type", type).put("x-ns-filterable", filterable);
    }

    private static ObjectNode property(Field field, boolean filterable) {
        ObjectNode property = JsonNodeFactory.instance.objectNode();
        property.put("title", field.label());
        switch (field.kind()) {
            case TEXT -> property.put("type", "string");
            case INTEGER -> property.put("type", "integer").put("format", "int64");
            case DECIMAL -> property.put("type", "number").put("format", "double");
            case BOOLEAN -> property.put("type", "boolean");
            case DATE -> property.put("type", "string").put("format", "date");
            case DATETIME -> property.put("type", "string").put("format", "date-time");
            case REFERENCE, CHOICE -> reference(property);
            case SUBRECORD -> property.put("type", "object");
        }
        property.put("nullable", !field.required());
        if (field.readOnly()) {
            property.put("readOnly", true);
        }
        return property.put("x-ns-filterable", filterable);
    }

    private static void reference(ObjectNode property) {
        property.put("type", "object");
        ObjectNode properties = property.putObject("properties");
        properties.putObject("id").put("title", "Internal identifier").put("type", "string");
        properties.putObject("refName").put("title", "Reference Name").put("type", "string");
    }

    private static String elementName(RecordType type, Sublist sublist) {
        return type.name() + "-" + sublist.name() + "Element";
    }
}
