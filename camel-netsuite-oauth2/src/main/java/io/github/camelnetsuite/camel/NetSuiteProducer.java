package io.github.camelnetsuite.camel;

import io.github.camelnetsuite.rest.SuiteQlRows;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultProducer;
import org.apache.camel.support.SynchronizationAdapter;

/** Translates a message into one call to NetSuite and its answer into the message. Decides nothing itself. */
final class NetSuiteProducer extends DefaultProducer {

    private final NetSuiteEndpoint endpoint;
    private final CallArguments arguments;
    private final WriteOperations writes;

    NetSuiteProducer(NetSuiteEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
        this.arguments = new CallArguments(endpoint);
        this.writes = new WriteOperations(endpoint, arguments);
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        arguments.load();
        writes.load();
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
            writes.process(exchange, account);
            return;
        }
        Message message = exchange.getMessage();
        switch (operation) {
            case GET ->
                message.setBody(account.records(exchange, endpoint.getLane())
                        .get(arguments.record(exchange), arguments.readParameters(exchange)));
            case SUITEQL -> message.setBody(rows(exchange, use));
            case TOKEN -> message.setBody(account.exportToken());
            case ASSERTION -> message.setBody(account.exportAssertion());
            default -> throw new IllegalStateException(operation + " is no operation that reads.");
        }
    }

    /** The account is in use until the exchange ends, for further pages. */
    private SuiteQlRows rows(Exchange exchange, AccountUse use) {
        SuiteQlRows rows = use.account()
                .records(exchange, endpoint.getLane())
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
}
