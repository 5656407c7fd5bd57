package io.github.camelnetsuite.camel;

import io.github.camelnetsuite.rest.ResourcePath;
import io.github.camelnetsuite.rest.RestletCall;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** Calls RESTlets. Whatever is not a GET counts as a write: it may change anything in NetSuite. */
final class RestletOperation {

    private final NetSuiteEndpoint endpoint;
    private final CallArguments arguments;
    private final RestletArguments restlets;

    RestletOperation(NetSuiteEndpoint endpoint, CallArguments arguments) {
        this.endpoint = endpoint;
        this.arguments = arguments;
        this.restlets = new RestletArguments(endpoint);
    }

    void load() {
        restlets.load();
    }

    void process(Exchange exchange, NetSuiteAccount account) {
        ResourcePath resource = arguments.named(exchange);
        RestletCall call = restlets.call(exchange, resource);
        account.requireScope(NetSuiteAccount.RESTLETS);
        if (call.method() == RestletCall.Method.GET) {
            answer(exchange, account.records(exchange, endpoint.getLane()).call(call));
            return;
        }
        AuditLine audit = new AuditLine(
                endpoint.getComponent().clock(),
                account.name(),
                exchange.getExchangeId(),
                endpoint.getOperation().toString());
        audit.put("restlet", resource);
        audit.put("method", call.method());
        CallTally tally = new CallTally();
        audit.around(tally, () -> {
            account.requireWritable(endpoint.getOperation());
            answer(
                    exchange,
                    account.records(exchange, endpoint.getLane(), tally).call(call));
            audit.outcome("answered");
        });
    }

    private static void answer(Exchange exchange, @Nullable Object returned) {
        exchange.getMessage().setBody(returned);
    }
}
