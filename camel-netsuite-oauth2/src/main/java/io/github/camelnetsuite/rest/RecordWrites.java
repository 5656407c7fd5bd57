package io.github.camelnetsuite.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes to the records of one account, each so that a lost answer leads to no second effect. Thread-safe; blocks until NetSuite
 * has answered. Every method throws a {@link io.github.camelnetsuite.NetSuiteException} of the type that says what to do.
 *
 * @see "NetSuite help: Working with Resources"
 */
public final class RecordWrites {

    private static final String NAME_VALIDATION = "X-NetSuite-PropertyNameValidation";
    private static final String EID = "eid:";

    private final NetSuiteClient client;

    public RecordWrites(NetSuiteClient client) {
        this.client = client;
    }

    /**
     * Creates a record of this type; the answer names its internal ID. When the body has an external ID, a lost answer is followed
     * by a look-up; without one it is an error, since nobody could tell.
     */
    public RestAnswer create(ResourcePath type, RecordBody body, WriteOptions options) {
        RestRequest request = write("POST", type, body, options).makesRecord();
        return client.send(lookedUp(
                request,
                options,
                body.externalId(),
                id -> new AfterLoss.LookUp(RecordLookUp.made(type.recordType(), id, body, options), true)));
    }

    /**
     * Changes the fields the body names and leaves the others; a null empties a field. After a lost answer the record is read: if
     * it is as the body says it is not written again.
     */
    public RestAnswer update(ResourcePath record, RecordBody body, WriteOptions options) {
        RestRequest request = write("PATCH", record, body, options);
        return client.send(
                options.repeatable()
                        ? request.repeatable()
                        : request.afterLoss(new AfterLoss.LookUp(RecordLookUp.changed(record, body, options), true)));
    }

    /**
     * Creates the record with the external ID the resource names, or updates it when it is there. Sent again after a lost answer
     * when that adds no line twice; looked up otherwise.
     */
    public RestAnswer upsert(ResourcePath record, RecordBody body, WriteOptions options) {
        RestRequest request = write("PUT", record, body, options);
        return client.send(
                options.replacesAll(body.sublists()) || options.repeatable()
                        ? request.repeatable()
                        : request.afterLoss(new AfterLoss.LookUp(RecordLookUp.put(record, body, options), true)));
    }

    /** Deletes a record. Sent again after a lost answer; that the record is gone then is success. */
    public RestAnswer delete(ResourcePath record) {
        return client.send(RestRequest.record("DELETE", record));
    }

    /**
     * Makes a record of another type from this one, such as an invoice from a sales order. Nothing in NetSuite keeps it from being
     * made twice, so it is sent again only if the options say it is repeatable; when the body has an external ID for the new
     * record, a lost answer is followed by a look-up.
     *
     * @param body what the new record has beyond what it takes over; null for nothing
     */
    public RestAnswer transform(ResourcePath record, String target, @Nullable RecordBody body, WriteOptions options) {
        RestRequest request = record("POST", record.plus("!transform").plus(target), body)
                .header(NAME_VALIDATION, options.nameValidation().toString());
        if (body == null) {
            return client.send(repeatable(request, options));
        }
        String source = record.last().startsWith(EID) ? null : record.last();
        return client.send(lookedUp(
                request,
                options,
                body.externalId(),
                id -> new AfterLoss.LookUp(
                        RecordLookUp.derived(target, id, body, source, options), options.repeatable())));
    }

    /**
     * Attaches a contact or a file to a record.
     *
     * @param other the contact or file, type and ID
     * @param body the role of a contact; null for none
     */
    public RestAnswer attach(ResourcePath record, ResourcePath other, @Nullable RecordBody body, WriteOptions options) {
        return relation("!attach", record, other, body, options);
    }

    /** Detaches a contact or a file from a record. */
    public RestAnswer detach(ResourcePath record, ResourcePath other, @Nullable RecordBody body, WriteOptions options) {
        return relation("!detach", record, other, body, options);
    }

    /** Runs an action of a record, such as {@code approve}. */
    public RestAnswer action(ResourcePath record, String action, @Nullable RecordBody body, WriteOptions options) {
        return client.send(repeatable(record("POST", record.plus("@" + action), body), options));
    }

    /**
     * Reads fields back and tells which of them are not as they were sent: NetSuite reports success when it drops a field the role
     * may not write.
     *
     * @return names of the fields that are not there as sent; those that were not sent are not looked at
     */
    public List<String> dropped(ResourcePath record, RecordBody sent, List<String> fields) {
        boolean lines =
                fields.stream().anyMatch(field -> RecordBody.lines(sent.tree().path(field)) != null);
        RestRequest request = RestRequest.record("GET", record);
        // fields= knows no sublists.
        request = lines ? request.query("expandSubResources", true) : request.query("fields", String.join(",", fields));
        JsonNode there = RecordBody.tree(client.send(request).body().orElse(Map.of()));
        return RecordMatch.missing(sent.tree(), there, fields);
    }

    private RestAnswer relation(
            String verb, ResourcePath record, ResourcePath other, @Nullable RecordBody body, WriteOptions options) {
        return client.send(repeatable(record("POST", record.plus(verb).plus(other), body), options));
    }

    private static RestRequest repeatable(RestRequest request, WriteOptions options) {
        return options.repeatable() ? request.repeatable() : request;
    }

    private static RestRequest lookedUp(
            RestRequest request,
            WriteOptions options,
            Optional<String> externalId,
            Function<String, AfterLoss> lookUp) {
        return externalId.isPresent()
                ? request.afterLoss(lookUp.apply(externalId.get()))
                : repeatable(request, options);
    }

    private static RestRequest write(String method, ResourcePath resource, RecordBody body, WriteOptions options) {
        RestRequest request = record(method, resource, body)
                .header(NAME_VALIDATION, options.nameValidation().toString());
        String replace = options.replaceParameter();
        return replace == null ? request : request.query("replace", replace);
    }

    private static RestRequest record(String method, ResourcePath resource, @Nullable RecordBody body) {
        RestRequest request = RestRequest.record(method, resource);
        return body == null ? request : request.body(body.json());
    }
}
