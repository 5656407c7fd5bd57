package io.github.camelnetsuite.camel;

import io.github.camelnetsuite.rest.ListedRecord;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultMessage;

/**
 * The message of a row that could not be read. The splitter makes an exchange of it, which then fails before its first step, with
 * the row's ID at hand, while the rows behind it go on. It is marked for rollback so that it is not redelivered: that would run the
 * first step with a row that is none.
 */
final class FailedRow extends DefaultMessage {

    private final ListedRecord row;
    private boolean told;

    FailedRow(CamelContext context, Map<String, Object> headers, ListedRecord row) {
        super(context);
        this.row = row;
        setHeaders(headers);
        setHeader(NetSuiteConstants.ID, row.id());
        setBody(row.fields());
    }

    @Override
    public void setExchange(Exchange exchange) {
        super.setExchange(exchange);
        if (!told) {
            told = true;
            exchange.setException(Objects.requireNonNull(row.failure()));
            exchange.setRollbackOnly(true);
        }
    }
}
