package io.github.camelnetsuite.camel;

import io.github.camelnetsuite.rest.ListedRecords;
import io.github.camelnetsuite.rest.PagedRows;
import io.github.camelnetsuite.rest.RecordService;
import io.github.camelnetsuite.rest.ResourcePath;
import io.github.camelnetsuite.rest.SuiteQlQuery;
import java.util.Iterator;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultProducer;
import org.apache.camel.support.SynchronizationAdapter;

/** Translates a message into one call to NetSuite and its answer into the message. Decides nothing itself. */
final class NetSuiteProducer extends DefaultProducer {

    private final NetSuiteEndpoint endpoint;
    private final CallArguments arguments;
    private final WriteOperations writes;
    private final RestletOperation restlets;

    NetSuiteProducer(NetSuiteEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
        this.arguments = new CallArguments(endpoint);
        this.writes = new WriteOperations(endpoint, arguments);
        this.restlets = new RestletOperation(endpoint, arguments);
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        arguments.load();
        writes.load();
        restlets.load();
    }

    @Override
    public void process(Exchange exchange) {
        try (AccountUse use = endpoint.getComponent().use(arguments.account(exchange))) {
            call(exchange, use);
        }
    }

    private void call(Exchange exchange, AccountUse use) {
        NetSuiteAccount account = use.account();
        Message message = exchange.getMessage();
        switch (endpoint.getOperation()) {
            case GET ->
                message.setBody(
                        records(exchange, use).get(arguments.record(exchange), arguments.readParameters(exchange)));
            case LIST -> message.setBody(listed(exchange, use));
            case SUITEQL -> message.setBody(rows(exchange, use));
            case CREATE, UPDATE, UPSERT, DELETE, TRANSFORM, ATTACH, DETACH, ACTION -> writes.process(exchange, account);
            case RESTLET -> restlets.process(exchange, account);
            case INFO -> message.setBody(info(arguments.named(exchange), records(exchange, use)));
            case TOKEN -> message.setBody(account.exportToken());
            case ASSERTION -> message.setBody(account.exportAssertion());
        }
    }

    private RecordService records(Exchange exchange, AccountUse use) {
        return use.account().records(exchange, endpoint.getLane());
    }

    private PagedRows rows(Exchange exchange, AccountUse use) {
        RecordService service = records(exchange, use);
        SuiteQlQuery query = arguments.query(exchange);
        long limit = arguments.limit(exchange);
        PagedRows rows = endpoint.getOutputType() == NetSuiteOutputType.PAGES
                ? service.queryPages(query, endpoint.getPageSize(), limit)
                : service.query(query, endpoint.getPageSize(), limit);
        atEnd(exchange, use, rows::release);
        return rows;
    }

    private Iterator<?> listed(Exchange exchange, AccountUse use) {
        RecordService service = records(exchange, use);
        ResourcePath collection = arguments.named(exchange);
        String filter = arguments.filter(exchange);
        long limit = arguments.limit(exchange);
        Map<String, String> parameters = arguments.readParameters(exchange);
        if (parameters.isEmpty()) {
            PagedRows rows = service.list(collection, filter, endpoint.getPageSize(), limit);
            atEnd(exchange, use, rows::release);
            return rows;
        }
        ListedRecords records = service.list(collection, filter, endpoint.getPageSize(), limit, parameters);
        atEnd(exchange, use, records::release);
        return new RecordBodies(records, exchange.getMessage());
    }

    private Map<String, Object> info(ResourcePath about, RecordService records) {
        if (about.size() == 2 && about.recordType().equals("metadata")) {
            return records.metadata(ResourcePath.parse(about.last()));
        }
        return switch (about.toString()) {
            case "limits" -> records.limits();
            case "serverTime" -> records.serverTime();
            case "metadata" -> records.metadata();
            default -> throw CallArguments.noSuchInfo(about);
        };
    }

    /** The account is in use until the exchange ends, for further pages. */
    private static void atEnd(Exchange exchange, AccountUse use, Runnable release) {
        AccountUse reading = use.another();
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                release.run();
                reading.close();
            }
        });
    }
}
