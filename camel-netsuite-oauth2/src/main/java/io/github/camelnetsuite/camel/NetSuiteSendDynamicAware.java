package io.github.camelnetsuite.camel;

import io.github.camelnetsuite.NetSuiteDataException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.spi.SendDynamicAware;
import org.apache.camel.spi.annotations.SendDynamic;
import org.apache.camel.support.EndpointHelper;
import org.apache.camel.support.component.SendDynamicAwareSupport;
import org.jspecify.annotations.Nullable;

/**
 * Lets {@code toD} over any number of IDs work with one endpoint: the resource and some options travel as headers. Placeholders are
 * filled one by one, so an ID that looks like an option or another resource stays an ID.
 */
@SendDynamic("netsuite")
public final class NetSuiteSendDynamicAware extends SendDynamicAwareSupport {

    /** Options that a header can stand for. */
    private static final Map<String, String> HEADERS = Map.of(
            "account", NetSuiteConstants.ACCOUNT,
            "query", NetSuiteConstants.QUERY,
            "q", NetSuiteConstants.QUERY,
            "externalId", NetSuiteConstants.EXTERNAL_ID,
            "fields", NetSuiteConstants.FIELDS,
            "limit", NetSuiteConstants.LIMIT);

    private static final String PARAMETER = "parameters.";

    /** What an option without a header may be filled with: Camel decodes a URI twice, so that nothing else arrives as it was. */
    private static final Pattern PLAIN = Pattern.compile("[\\w.,:/@-]*");

    /** One instance serves one toD, so this holds one entry. */
    private final Map<String, Optional<DynamicUri>> parsed = new ConcurrentHashMap<>();

    @Override
    public boolean isLenientProperties() {
        return false;
    }

    @Override
    public @Nullable DynamicAwareEntry prepare(Exchange exchange, String uri, String originalUri) {
        return parsed.computeIfAbsent(originalUri, this::parse)
                .flatMap(dynamic -> Call.of(exchange, uri, originalUri, dynamic))
                .orElse(null);
    }

    private Optional<DynamicUri> parse(String originalUri) {
        // Property placeholders are the author's; those in a message are not resolved.
        return DynamicUri.parse(
                EndpointHelper.resolveEndpointUriPropertyPlaceholders(getCamelContext(), originalUri),
                getCamelContext());
    }

    @Override
    public String resolveStaticUri(Exchange exchange, DynamicAwareEntry entry) {
        return ((Call) entry).staticUri;
    }

    @Override
    public Processor createPreProcessor(Exchange exchange, DynamicAwareEntry entry) {
        return ((Call) entry)::before;
    }

    @Override
    public Processor createPostProcessor(Exchange exchange, DynamicAwareEntry entry) {
        return ((Call) entry)::after;
    }

    /** One send. */
    private static final class Call extends SendDynamicAware.DynamicAwareEntry {

        private final String staticUri;
        private final Map<String, String> headers;
        private final Map<String, Object> parameters;
        private final Map<String, Object> before = new HashMap<>();

        private Call(
                String uri,
                String originalUri,
                String staticUri,
                Map<String, String> headers,
                Map<String, Object> parameters) {
            super(uri, originalUri, Map.of(), Map.of());
            this.staticUri = staticUri;
            this.headers = headers;
            this.parameters = parameters;
        }

        /** Empty when the URI has no operation that is one. */
        static Optional<Call> of(Exchange exchange, String uri, String originalUri, DynamicUri dynamic) {
            String path = dynamic.path(exchange);
            String rest = path.substring(path.indexOf(':') + 1);
            String remaining = rest.startsWith("//") ? rest.substring(2) : rest;
            int colon = remaining.indexOf(':');
            NetSuiteOperation operation =
                    NetSuiteOperation.parse(colon < 0 ? remaining : remaining.substring(0, colon));
            Map<String, String> headers = new LinkedHashMap<>();
            if (colon >= 0) {
                headers.put(NetSuiteConstants.RESOURCE, remaining.substring(colon + 1));
            }
            Map<String, Object> parameters = new LinkedHashMap<>();
            StringJoiner query = dynamic.staticOptions();
            for (Map.Entry<String, String> option :
                    dynamic.dynamicOptions(exchange).entrySet()) {
                String name = option.getKey();
                String value = option.getValue();
                String header = HEADERS.get(name);
                // Only the author of the route names resources: a header is never taken for one.
                if (header != null && !dynamic.startsWith(name, CallArguments.RESOURCE_PREFIX)) {
                    headers.put(header, value);
                } else if (name.startsWith(PARAMETER)) {
                    parameters.put(name.substring(PARAMETER.length()), value);
                } else if (PLAIN.matcher(value).matches()) {
                    query.add(name + "=" + value);
                } else {
                    throw new NetSuiteDataException("The value for the option " + name + " of " + originalUri
                            + " was refused before any call: what toD fills in there can have letters, digits and _ . , : / @ -"
                            + " only.");
                }
            }
            return Optional.of(new Call(uri, originalUri, "netsuite:" + operation + query, headers, parameters));
        }

        /** A header the message brings along stays what it is: it overrides the URI as in any other send. */
        void before(Exchange exchange) {
            Message message = exchange.getMessage();
            headers.forEach((name, value) -> {
                if (message.getHeader(name) == null) {
                    set(message, name, value);
                }
            });
            if (!parameters.isEmpty()) {
                Map<String, Object> all = new LinkedHashMap<>(parameters);
                Map<?, ?> brought = message.getHeader(NetSuiteConstants.PARAMETERS, Map.class);
                if (brought != null) {
                    brought.forEach((name, value) -> all.put(String.valueOf(name), value));
                }
                set(message, NetSuiteConstants.PARAMETERS, all);
            }
        }

        private void set(Message message, String name, Object value) {
            before.put(name, message.getHeader(name));
            message.setHeader(name, value);
        }

        void after(Exchange exchange) {
            Message message = exchange.getMessage();
            before.forEach((name, value) -> {
                if (value == null) {
                    message.removeHeader(name);
                } else {
                    message.setHeader(name, value);
                }
            });
        }
    }
}
