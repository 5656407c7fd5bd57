package io.github.camelnetsuite.rest;

import io.github.camelnetsuite.NetSuiteAccessException;
import io.github.camelnetsuite.NetSuiteDataException;
import io.github.camelnetsuite.NetSuiteUnavailableException;
import java.util.Iterator;
import java.util.Map;

/**
 * The records of a collection with their fields. Collections hold IDs only, so each record is read by a call of its own when it is
 * its turn. A record that NetSuite refuses is told as such, and the ones behind it are still read. For one consumer.
 */
public final class ListedRecords implements Iterator<ListedRecord>, AutoCloseable {

    private static final int FORBIDDEN = 403;

    private final PagedRows ids;
    private final RecordService records;
    private final ResourcePath collection;
    private final Map<String, String> parameters;

    ListedRecords(PagedRows ids, RecordService records, ResourcePath collection, Map<String, String> parameters) {
        this.ids = ids;
        this.records = records;
        this.collection = collection;
        this.parameters = parameters;
    }

    @Override
    public boolean hasNext() {
        return ids.hasNext();
    }

    @Override
    public ListedRecord next() {
        Map<String, Object> listed = ids.next();
        if (!(listed.get("id") instanceof String id)) {
            throw new NetSuiteUnavailableException(
                    "An item of the collection " + collection + " has no ID, so it cannot be read."
                            + " Leave fields and expandSubResources out to get the items as they are.");
        }
        try {
            return new ListedRecord(id, records.getListed(ResourcePath.parse(collection + "/" + id), parameters), null);
        } catch (NetSuiteDataException | NetSuiteAccessException e) {
            if (e instanceof NetSuiteAccessException && e.status().orElse(0) != FORBIDDEN) {
                throw e;
            }
            return new ListedRecord(id, listed, e);
        }
    }

    /** Ends the reading, and a request for further IDs. Idempotent. */
    @Override
    public void close() {
        ids.close();
    }

    /** Reads no further page; see {@link PagedRows#release()}. */
    public void release() {
        ids.release();
    }
}
