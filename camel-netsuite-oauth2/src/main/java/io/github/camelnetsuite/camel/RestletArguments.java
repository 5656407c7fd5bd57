package io.github.camelnetsuite.camel;

import io.github.camelnetsuite.NetSuiteConfigurationException;
import io.github.camelnetsuite.NetSuiteDataException;
import io.github.camelnetsuite.rest.ResourcePath;
import io.github.camelnetsuite.rest.RestletCall;
import io.github.camelnetsuite.rest.RestletFormat;
import java.nio.charset.StandardCharsets;
import java.time.temporal.TemporalAccessor;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/** What a message asks of a RESTlet: headers where they are set, the endpoint's options otherwise. */
final class RestletArguments {

    private final NetSuiteEndpoint endpoint;
    private final JsonBody jsonBody = new JsonBody();
    private @Nullable RestletFormat format;

    RestletArguments(NetSuiteEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** Checks the options, so that a wrong one fails the start and not the first message. */
    void load() {
        String type = endpoint.getContentType();
        format = type == null
                ? null
                : RestletFormat.of(type)
                        .orElseThrow(() -> new NetSuiteConfigurationException("contentType is " + type
                                + ", but RESTlets know application/json, application/xml and text/plain only."));
    }

    RestletCall call(Exchange exchange, ResourcePath resource) {
        Message message = exchange.getMessage();
        Object body = message.getBody();
        boolean empty = body == null || (body instanceof CharSequence text && text.isEmpty());
        RestletCall.Method method = method(empty);
        RestletFormat type = format(message);
        RestletCall call = RestletCall.of(method, resource)
                .format(type)
                .errorsAsData(endpoint.isErrorsAsData())
                .repeatable(endpoint.isRepeatable())
                .parameters(parameters(message));
        return empty || !method.hasBody() ? call : call.body(bytes(exchange, type));
    }

    private RestletCall.Method method(boolean empty) {
        RestletCall.Method chosen = endpoint.getMethod();
        if (chosen != null) {
            return chosen;
        }
        return empty ? RestletCall.Method.GET : RestletCall.Method.POST;
    }

    /** A header that comes from elsewhere may name what RESTlets do not know. */
    private RestletFormat format(Message message) {
        if (format != null) {
            return format;
        }
        String header = message.getHeader(Exchange.CONTENT_TYPE, String.class);
        return header == null ? RestletFormat.JSON : RestletFormat.of(header).orElse(RestletFormat.JSON);
    }

    private Map<String, String> parameters(Message message) {
        Map<String, String> parameters = new LinkedHashMap<>();
        endpoint.getParameters().forEach((name, value) -> add(parameters, name, value));
        Map<?, ?> header = message.getHeader(NetSuiteConstants.PARAMETERS, Map.class);
        if (header != null) {
            header.forEach((name, value) -> add(parameters, String.valueOf(name), value));
        }
        return parameters;
    }

    private static void add(Map<String, String> parameters, String name, @Nullable Object value) {
        if (value == null) {
            parameters.remove(name);
        } else if (value instanceof CharSequence
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Enum<?>
                || value instanceof TemporalAccessor) {
            parameters.put(name, value.toString());
        } else {
            throw new NetSuiteDataException("The RESTlet parameter '" + name + "' is a "
                    + value.getClass().getName()
                    + ", which has no form in a URL. Use text, a number, a boolean or a date, or send it in the body.");
        }
    }

    private byte[] bytes(Exchange exchange, RestletFormat type) {
        if (type == RestletFormat.JSON) {
            return jsonBody.anyOf(exchange);
        }
        Object body = exchange.getMessage().getBody();
        if (body instanceof byte[] bytes) {
            return bytes;
        }
        String text = exchange.getMessage().getBody(String.class);
        if (text == null) {
            throw new NetSuiteDataException("The message body was refused before any call: a "
                    + body.getClass().getName() + " cannot be sent as " + type.contentType()
                    + ". Send text, or leave contentType out to send JSON.");
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
