package io.github.camelnetsuite.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelnetsuite.NetSuiteDataException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether a write whose answer was lost took effect. External IDs ignore case and are shared by groups of record types,
 * so a record of that external ID need not be ours: type, external ID to the letter, fields and lines have to match.
 *
 * @see "NetSuite help: Using Internal IDs, External IDs, and References"
 */
final class RecordLookUp {

    private static final String EID = "eid:";

    /** What can stand in a URL after {@code eid:}. NetSuite help: Using External IDs. */
    private static final Pattern ADDRESSABLE = Pattern.compile("[A-Za-z0-9_-]+");

    private static final int NOT_FOUND = 404;

    /** What a write leaves behind. */
    private enum Kind {
        /** A record, made of what was sent. */
        MADE,
        /** A record, made of another one and of what was sent. */
        DERIVED,
        /** A record, made of what was sent or changed to it. */
        PUT,
        /** Changes of a record that is there in any case. */
        CHANGED
    }

    private final Kind kind;
    private final String type;
    private final @Nullable String externalId;
    private final @Nullable ResourcePath record;
    private final RecordBody body;
    private final @Nullable String source;
    private final WriteOptions options;

    private RecordLookUp(
            Kind kind,
            String type,
            @Nullable String externalId,
            @Nullable ResourcePath record,
            RecordBody body,
            @Nullable String source,
            WriteOptions options) {
        this.kind = kind;
        this.type = type;
        this.externalId = externalId;
        this.record = record;
        this.body = body;
        this.source = source;
        this.options = options;
    }

    /** A record that is created with an external ID. */
    static RecordLookUp made(String type, String externalId, RecordBody body, WriteOptions options) {
        return new RecordLookUp(Kind.MADE, type, externalId, null, body, null, options);
    }

    /**
     * A record that is made of another one, with an external ID.
     *
     * @param source internal ID of the other one; null when only its external ID is known
     */
    static RecordLookUp derived(
            String type, String externalId, RecordBody body, @Nullable String source, WriteOptions options) {
        return new RecordLookUp(Kind.DERIVED, type, externalId, null, body, source, options);
    }

    /** A record that is created, or changed when it is there. */
    static RecordLookUp put(ResourcePath record, RecordBody body, WriteOptions options) {
        return of(Kind.PUT, record, body, options);
    }

    /** A record that is changed. */
    static RecordLookUp changed(ResourcePath record, RecordBody body, WriteOptions options) {
        return of(Kind.CHANGED, record, body, options);
    }

    private static RecordLookUp of(Kind kind, ResourcePath record, RecordBody body, WriteOptions options) {
        String last = record.last();
        return new RecordLookUp(
                kind,
                record.recordType(),
                last.startsWith(EID) ? last.substring(EID.length()) : null,
                record,
                body,
                null,
                options);
    }

    Finding find(NetSuiteClient client) {
        Optional<RestAnswer> answer = read(client, !body.sublists().isEmpty() || kind == Kind.DERIVED);
        return answer.isEmpty() ? new Finding.Absent() : judge(answer.get());
    }

    private Finding judge(RestAnswer answer) {
        JsonNode there = RecordBody.tree(answer.body().orElse(Map.of()));
        String spelling = there.path("externalId").asText();
        if (externalId != null && !spelling.isEmpty() && !spelling.equals(externalId)) {
            return new Finding.Another(answer, List.of("externalId (in its spelling)"));
        }
        return kind == Kind.CHANGED || kind == Kind.PUT ? judgeChange(there, answer) : judgeNew(there, answer);
    }

    private Finding judgeNew(JsonNode there, RestAnswer answer) {
        ObjectNode sent = body.tree().deepCopy();
        if (source != null && there.has("createdFrom")) {
            sent.putObject("createdFrom").put("id", source);
        }
        RecordMatch.Lines lines = kind == Kind.MADE ? RecordMatch.Lines.NO_OTHERS : RecordMatch.Lines.OTHERS_TOO;
        RecordMatch.Result result = RecordMatch.compare(sent, there, options.matchFields(), lines);
        if (result.unclear() != null && result.differing().isEmpty()) {
            return new Finding.Unclear(result.unclear());
        }
        return result.same() ? new Finding.Ours(answer) : new Finding.Another(answer, result.differing());
    }

    /** Lines without a key are added to those that are there, so equal ones may be older than the write. */
    private Finding judgeChange(JsonNode there, RestAnswer answer) {
        boolean adds = body.hasLinesWithoutKey(options.replacedInLowerCase());
        RecordMatch.Lines lines = adds ? RecordMatch.Lines.NO_OTHERS : RecordMatch.Lines.OTHERS_TOO;
        RecordMatch.Result result = RecordMatch.compare(body.tree(), there, options.matchFields(), lines);
        // A record that is put is to be what was sent, whoever made it so.
        if (result.same() && (!adds || kind == Kind.PUT)) {
            return new Finding.Ours(answer);
        }
        if (adds) {
            return new Finding.Unclear("it sends lines without a key, which NetSuite adds to those of the record"
                    + (result.same()
                            ? ""
                            : ", and the record is not just as it was sent (" + difference(result) + ")"));
        }
        // To set the same values again does no harm.
        return new Finding.Absent();
    }

    private static String difference(RecordMatch.Result result) {
        return result.unclear() != null ? result.unclear() : String.join(", ", result.differing());
    }

    private Optional<RestAnswer> read(NetSuiteClient client, boolean withLines) {
        UnaryOperator<RestRequest> expanding =
                request -> withLines ? request.query("expandSubResources", true) : request;
        ResourcePath path = record;
        if (path == null) {
            String id = Objects.requireNonNull(externalId);
            if (!ADDRESSABLE.matcher(id).matches()) {
                return search(client, id)
                        .flatMap(found -> get(client, expanding.apply(RestRequest.record("GET", of(type, found)))));
            }
            path = of(type, EID + id);
        }
        return get(client, expanding.apply(RestRequest.record("GET", path)));
    }

    /** The only way to a record whose external ID cannot stand in a URL. */
    private Optional<String> search(NetSuiteClient client, String id) {
        RestRequest request = RestRequest.record("GET", ResourcePath.parse(type))
                .query("q", "externalId IS \"" + id.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
                .query("limit", 2);
        return get(client, request)
                .flatMap(RestAnswer::body)
                .map(body ->
                        RecordBody.tree(body).path("items").path(0).path("id").asText())
                .filter(found -> !found.isEmpty());
    }

    private static Optional<RestAnswer> get(NetSuiteClient client, RestRequest request) {
        try {
            return Optional.of(client.send(request));
        } catch (NetSuiteDataException e) {
            if (e.status().isPresent() && e.status().getAsInt() == NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static ResourcePath of(String type, String id) {
        return ResourcePath.parse(type).plus(id);
    }
}
