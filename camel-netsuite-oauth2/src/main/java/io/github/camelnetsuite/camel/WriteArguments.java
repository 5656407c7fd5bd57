package io.github.camelnetsuite.camel;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.camelnetsuite.NetSuiteConfigurationException;
import io.github.camelnetsuite.NetSuiteDataException;
import io.github.camelnetsuite.rest.RecordBody;
import io.github.camelnetsuite.rest.ResourcePath;
import io.github.camelnetsuite.rest.WriteOptions;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** What a message asks of an operation that writes. */
final class WriteArguments {

    private final NetSuiteEndpoint endpoint;
    private final CallArguments arguments;
    private WriteOptions options = WriteOptions.defaults();
    private List<String> verify = List.of();

    WriteArguments(NetSuiteEndpoint endpoint, CallArguments arguments) {
        this.endpoint = endpoint;
        this.arguments = arguments;
    }

    /** Reads the options, so that a wrong one fails the start and not the first message. */
    void load() {
        verify = list(endpoint.getVerify());
        options = WriteOptions.defaults()
                .nameValidation(nameValidation(endpoint.getPropertyNameValidation()))
                .replace(new LinkedHashSet<>(list(endpoint.getReplace())))
                .repeatable(endpoint.isRepeatable())
                .matchFields(list(endpoint.getMatchFields()));
    }

    WriteOptions options() {
        return options;
    }

    /** This record with the external ID of header or option, for a record that is made; null when there is neither nor a body. */
    @Nullable
    RecordBody made(Exchange exchange, @Nullable RecordBody body) {
        String id =
                exchange.getMessage().getHeader(NetSuiteConstants.EXTERNAL_ID, endpoint.getExternalId(), String.class);
        if (id == null || id.isBlank()) {
            return body;
        }
        return (body == null ? RecordBody.of(JsonNodeFactory.instance.objectNode()) : body).withExternalId(id);
    }

    /** Fields to read back after a write. */
    List<String> verify() {
        return verify;
    }

    /** A record type without an ID, for {@code create}. */
    ResourcePath recordType(Exchange exchange) {
        ResourcePath resource = arguments.named(exchange);
        if (resource.size() != 1) {
            throw new NetSuiteDataException("netsuite:create needs a record type, but '" + resource
                    + "' names a record. Use update or upsert to change one, or set the header "
                    + NetSuiteConstants.EXTERNAL_ID + " to give the new one an external ID.");
        }
        return resource;
    }

    /** A record and what to make of it: {@code salesOrder/7/itemFulfillment}. */
    ResourcePath transformation(Exchange exchange) {
        return shaped(exchange, 3, "a record and the type to make of it, such as salesOrder/7/itemFulfillment");
    }

    /** A record and an action: {@code salesOrder/7/approve}. */
    ResourcePath action(Exchange exchange) {
        return shaped(exchange, 3, "a record and an action, such as salesOrder/7/approve");
    }

    /** A record and the contact or file to attach to it or detach from it: {@code customer/42/contact/7}. */
    ResourcePath relation(Exchange exchange) {
        return shaped(exchange, 4, "a record and a contact or file, such as customer/42/contact/7");
    }

    private ResourcePath shaped(Exchange exchange, int size, String wanted) {
        ResourcePath resource = arguments.named(exchange);
        if (resource.size() != size) {
            throw new NetSuiteDataException("netsuite:" + endpoint.getOperation() + " needs " + wanted
                    + ", but the resource is '" + resource + "'.");
        }
        return resource;
    }

    private static WriteOptions.NameValidation nameValidation(String name) {
        for (WriteOptions.NameValidation value : WriteOptions.NameValidation.values()) {
            if (value.name().equals(name.toUpperCase(Locale.ROOT))) {
                return value;
            }
        }
        throw new NetSuiteConfigurationException(
                "propertyNameValidation is '" + name + "', but NetSuite knows error, warning and ignore.");
    }

    private static List<String> list(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList();
    }
}
