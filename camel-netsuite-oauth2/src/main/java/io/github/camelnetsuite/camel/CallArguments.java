package io.github.camelnetsuite.camel;

import io.github.camelnetsuite.NetSuiteConfigurationException;
import io.github.camelnetsuite.NetSuiteDataException;
import io.github.camelnetsuite.rest.RecordService;
import io.github.camelnetsuite.rest.ResourcePath;
import io.github.camelnetsuite.rest.SuiteQlQuery;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.ResourceHelper;
import org.jspecify.annotations.Nullable;

/**
 * What a message asks of an endpoint: its headers where they are set, the endpoint's options otherwise. Headers can choose among
 * what is configured; none of them carries a credential or a URL.
 */
final class CallArguments {

    private static final String EXTERNAL_ID_PREFIX = "eid:";
    static final String RESOURCE_PREFIX = "resource:";

    /** Other characters break addressing by external ID. NetSuite help: Using External IDs. */
    private static final Pattern EXTERNAL_ID = Pattern.compile("[A-Za-z0-9_-]+");

    private final NetSuiteEndpoint endpoint;
    private @Nullable String query;

    CallArguments(NetSuiteEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** Reads the query from its resource, so that a missing file or a wrong option fails the start and not the first message. */
    void load() throws Exception {
        if (endpoint.getPageSize() < 1 || endpoint.getPageSize() > RecordService.MAX_PAGE_SIZE) {
            throw new NetSuiteConfigurationException("pageSize is " + endpoint.getPageSize()
                    + ", but NetSuite puts 1 to " + RecordService.MAX_PAGE_SIZE + " rows on a page.");
        }
        String option = endpoint.getQuery();
        if (option == null || !option.startsWith(RESOURCE_PREFIX)) {
            query = option;
            return;
        }
        String resource = option.substring(RESOURCE_PREFIX.length());
        try (InputStream in =
                ResourceHelper.resolveMandatoryResourceAsInputStream(endpoint.getCamelContext(), resource)) {
            query = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Nullable
    String account(Exchange exchange) {
        return header(exchange, NetSuiteConstants.ACCOUNT, endpoint.getAccount());
    }

    /** A single record: type and ID. */
    ResourcePath record(Exchange exchange) {
        ResourcePath resource = resource(exchange);
        if (resource.size() < 2) {
            throw new NetSuiteDataException("netsuite:" + endpoint.getOperation() + " needs a record, but '" + resource
                    + "' names only a type. Write netsuite:" + endpoint.getOperation() + ":" + resource
                    + "/ID, or set the header " + NetSuiteConstants.EXTERNAL_ID + ".");
        }
        return resource;
    }

    /** A single record by external ID, the only way NetSuite takes an upsert. */
    ResourcePath externalRecord(Exchange exchange) {
        ResourcePath record = record(exchange);
        if (record.size() != 2 || !record.last().startsWith(EXTERNAL_ID_PREFIX)) {
            throw new NetSuiteDataException("netsuite:upsert works by external ID only, but the resource is '" + record
                    + "'. Write netsuite:upsert:customer/eid:SHOP-7, or set the header " + NetSuiteConstants.EXTERNAL_ID
                    + ". To change a record by internal ID use update.");
        }
        return record;
    }

    Map<String, String> readParameters(Exchange exchange) {
        Map<String, String> parameters = new LinkedHashMap<>();
        String fields = header(exchange, NetSuiteConstants.FIELDS, endpoint.getFields());
        if (fields != null && !fields.isBlank()) {
            parameters.put("fields", fields);
        }
        if (endpoint.isExpandSubResources()) {
            parameters.put("expandSubResources", "true");
        }
        return parameters;
    }

    /** The query of header, option or body, in this order, with its parameters. */
    SuiteQlQuery query(Exchange exchange) {
        Message message = exchange.getMessage();
        Map<String, Object> parameters = new HashMap<>();
        String text = header(exchange, NetSuiteConstants.QUERY, query);
        if (text == null) {
            text = message.getBody(String.class);
        } else if (message.getBody() instanceof Map<?, ?> values) {
            values.forEach((name, value) -> parameters.put(String.valueOf(name), value));
        }
        Map<?, ?> values = message.getHeader(NetSuiteConstants.PARAMETERS, Map.class);
        if (values != null) {
            values.forEach((name, value) -> parameters.put(String.valueOf(name), value));
        }
        return SuiteQlQuery.bind(text == null ? "" : text, parameters).uniqueKey(endpoint.getUniqueKey());
    }

    /** The filter of header or option; null for all records. */
    @Nullable
    String filter(Exchange exchange) {
        String filter = header(exchange, NetSuiteConstants.QUERY, endpoint.getQ());
        return filter == null || filter.isBlank() ? null : filter;
    }

    long limit(Exchange exchange) {
        Long limit = exchange.getMessage().getHeader(NetSuiteConstants.LIMIT, endpoint.getLimit(), Long.class);
        return limit == null || limit <= 0 ? Long.MAX_VALUE : limit;
    }

    /** The resource as it is named, whatever external ID is given beside it. */
    ResourcePath named(Exchange exchange) {
        String text = header(exchange, NetSuiteConstants.RESOURCE, endpoint.getResource());
        if (text == null || text.isEmpty()) {
            throw new NetSuiteDataException("netsuite:" + endpoint.getOperation() + " has no resource. Write netsuite:"
                    + endpoint.getOperation() + ":customer/42, or set the header " + NetSuiteConstants.RESOURCE + ".");
        }
        return ResourcePath.parse(text);
    }

    private ResourcePath resource(Exchange exchange) {
        ResourcePath resource = named(exchange);
        String externalId = header(exchange, NetSuiteConstants.EXTERNAL_ID, null);
        return externalId == null ? resource : external(resource, externalId);
    }

    private static ResourcePath external(ResourcePath type, String externalId) {
        if (type.size() != 1) {
            throw new NetSuiteDataException("The header " + NetSuiteConstants.EXTERNAL_ID
                    + " goes with a record type, but '" + type + "' already names a record.");
        }
        if (!EXTERNAL_ID.matcher(externalId).matches()) {
            throw new NetSuiteDataException("The external ID in the header " + NetSuiteConstants.EXTERNAL_ID
                    + " cannot be addressed: NetSuite takes letters, digits, _ and - only.");
        }
        return ResourcePath.parse(type + "/" + EXTERNAL_ID_PREFIX + externalId);
    }

    static NetSuiteDataException noSuchInfo(ResourcePath resource) {
        return new NetSuiteDataException("netsuite:info knows nothing about '" + resource
                + "'. There are: limits, serverTime, metadata, and metadata/customer for each record type.");
    }

    private static @Nullable String header(Exchange exchange, String name, @Nullable String otherwise) {
        String value = exchange.getMessage().getHeader(name, String.class);
        return value == null ? otherwise : value;
    }
}
