package io.github.camelnetsuite.camel;

import io.github.camelnetsuite.rest.ListedRecord;
import io.github.camelnetsuite.rest.ListedRecords;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Message;

/** The records of a collection as bodies: a Map each, or a message that fails for one that could not be read. */
final class RecordBodies implements Iterator<Object>, AutoCloseable {

    private final ListedRecords records;
    private final CamelContext context;
    private final Map<String, Object> headers;

    RecordBodies(ListedRecords records, Message message) {
        this.records = records;
        this.context = message.getExchange().getContext();
        this.headers = new HashMap<>(message.getHeaders());
    }

    @Override
    public boolean hasNext() {
        return records.hasNext();
    }

    @Override
    public Object next() {
        ListedRecord record = records.next();
        return record.failure() == null ? record.fields() : new FailedRow(context, new HashMap<>(headers), record);
    }

    @Override
    public void close() {
        records.close();
    }
}
