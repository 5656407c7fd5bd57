package io.github.camelnetsuite.camel;

import io.github.camelnetsuite.rest.RestAnswer;
import io.github.camelnetsuite.rest.SuiteQlRows;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultProducer;
import org.apache.camel.support.SynchronizationAdapter;
import org.jspecify.annotations.Nullable;

/** Translates a message into one call to NetSuite and its answer into the message. Decides nothing itself. */
final class NetSuiteProducer extends DefaultProducer {

    private final NetSuiteEndpoint endpoint;
    private final JsonBody jsonBody = new JsonBody();
    private final CallArguments arguments;

    NetSuiteProducer(NetSuiteEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
        this.arguments = new CallArguments(endpoint);
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        arguments.load();
    }

    @Override
    public void process(Exchange exchange) {
        try (AccountUse use = endpoint.getComponent().use(arguments.account(exchange))) {
            call(exchange, use);
        }
    }

    private void call(Exchange exchange, AccountUse use) {
        NetSuiteAccount account = use.account();
        NetSuiteOperation operation = endpoint.getOperation();
        if (operation.writes()) {
            account.requireWritable(operation);
        }
        Message message = exchange.getMessage();
        switch (operation) {
            case GET ->
                message.setBody(account.records().get(arguments.record(exchange), arguments.readParameters(exchange)));
            case CREATE ->
                written(message, account.records().create(arguments.recordType(exchange), jsonBody.of(exchange)));
            case UPDATE ->
                written(message, account.records().update(arguments.record(exchange), jsonBody.of(exchange)));
            case UPSERT ->
                written(message, account.records().upsert(arguments.externalRecord(exchange), jsonBody.of(exchange)));
            case DELETE -> written(message, account.records().delete(arguments.record(exchange)));
            case SUITEQL -> message.setBody(rows(exchange, use));
            case TOKEN -> message.setBody(account.exportToken());
            case ASSERTION -> message.setBody(account.exportAssertion());
        }
    }

    /** The account is in use until the exchange ends, for further pages. */
    private SuiteQlRows rows(Exchange exchange, AccountUse use) {
        SuiteQlRows rows = use.account()
                .records()
                .query(arguments.query(exchange), endpoint.getPageSize(), arguments.limit(exchange));
        AccountUse reading = use.another();
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                rows.release();
                reading.close();
            }
        });
        return rows;
    }

    private static void written(Message message, RestAnswer answer) {
        Map<String, Object> result = new LinkedHashMap<>();
        String id = answer.recordId().orElse(null);
        if (id != null) {
            result.put("id", id);
        }
        message.setBody(result);
        setOrRemove(message, NetSuiteConstants.ID, id);
    }

    private static void setOrRemove(Message message, String name, @Nullable Object value) {
        if (value == null) {
            message.removeHeader(name);
        } else {
            message.setHeader(name, value);
        }
    }
}
