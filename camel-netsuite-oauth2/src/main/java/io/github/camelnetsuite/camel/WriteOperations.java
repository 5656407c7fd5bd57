package io.github.camelnetsuite.camel;

import io.github.camelnetsuite.ErrorFacts;
import io.github.camelnetsuite.NetSuiteDataException;
import io.github.camelnetsuite.NetSuiteException;
import io.github.camelnetsuite.NetSuiteUnavailableException;
import io.github.camelnetsuite.rest.CallOutcome;
import io.github.camelnetsuite.rest.RecordBody;
import io.github.camelnetsuite.rest.RecordWrites;
import io.github.camelnetsuite.rest.ResourcePath;
import io.github.camelnetsuite.rest.RestAnswer;
import io.github.camelnetsuite.rest.WriteOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/** Carries out the operations that write. Each leaves one line in the audit log, whatever becomes of it. */
final class WriteOperations {

    private static final String EID = "eid:";

    private final NetSuiteEndpoint endpoint;
    private final CallArguments arguments;
    private final WriteArguments writes;
    private final JsonBody jsonBody = new JsonBody();

    WriteOperations(NetSuiteEndpoint endpoint, CallArguments arguments) {
        this.endpoint = endpoint;
        this.arguments = arguments;
        this.writes = new WriteArguments(endpoint, arguments);
    }

    void load() {
        writes.load();
    }

    void process(Exchange exchange, NetSuiteAccount account) {
        NetSuiteOperation operation = endpoint.getOperation();
        AuditLine audit = new AuditLine(
                endpoint.getComponent().clock(), account.name(), exchange.getExchangeId(), operation.toString());
        CallTally tally = new CallTally();
        audit.around(tally, () -> {
            Write write = write(exchange, audit);
            account.requireWritable(operation);
            RestAnswer answer = write.call.send(account.writes(exchange, endpoint.getLane(), tally));
            audit.outcome(word(answer.outcome()));
            audit.put("id", answer.recordId().orElse(null));
            result(exchange.getMessage(), answer, tally);
            verify(exchange, account, write, answer, audit);
        });
    }

    /** A write that is ready to be sent. */
    private interface WriteCall {
        RestAnswer send(RecordWrites records);
    }

    /**
     * A write.
     *
     * @param record the record it is about, or the type when it makes one
     * @param body what is sent; null for nothing
     */
    private record Write(ResourcePath record, @Nullable RecordBody body, WriteCall call) {}

    private Write write(Exchange exchange, AuditLine audit) {
        WriteOptions options = writes.options();
        return switch (endpoint.getOperation()) {
            case CREATE -> {
                ResourcePath type = writes.recordType(exchange);
                audit.put("type", type);
                RecordBody body = Objects.requireNonNull(writes.made(exchange, jsonBody.of(exchange)));
                externalId(body, audit);
                yield new Write(type, body, records -> records.create(type, body, options));
            }
            case UPDATE -> {
                ResourcePath record = changing(arguments.record(exchange), audit);
                RecordBody body = jsonBody.of(exchange);
                yield new Write(record, body, records -> records.update(record, body, options));
            }
            case UPSERT -> {
                ResourcePath record = changing(arguments.externalRecord(exchange), audit);
                RecordBody body = jsonBody.of(exchange);
                yield new Write(record, body, records -> records.upsert(record, body, options));
            }
            case DELETE -> {
                ResourcePath record = changing(arguments.record(exchange), audit);
                yield new Write(record, null, records -> records.delete(record));
            }
            case TRANSFORM -> {
                ResourcePath resource = writes.transformation(exchange);
                ResourcePath source = resource.part(0, 2);
                ResourcePath type = resource.part(2, 3);
                audit.put("type", type);
                audit.put("from", source);
                RecordBody body = writes.made(exchange, jsonBody.ofOptional(exchange));
                externalId(body, audit);
                yield new Write(type, body, records -> records.transform(source, type.last(), body, options));
            }
            case ACTION -> {
                ResourcePath resource = writes.action(exchange);
                ResourcePath record = changing(resource.part(0, 2), audit);
                audit.put("action", resource.last());
                RecordBody body = jsonBody.ofOptional(exchange);
                yield new Write(record, body, records -> records.action(record, resource.last(), body, options));
            }
            case ATTACH, DETACH -> {
                ResourcePath resource = writes.relation(exchange);
                ResourcePath record = changing(resource.part(0, 2), audit);
                ResourcePath other = resource.part(2, 4);
                audit.put("other", other);
                RecordBody body = jsonBody.ofOptional(exchange);
                yield new Write(
                        record,
                        body,
                        endpoint.getOperation() == NetSuiteOperation.ATTACH
                                ? records -> records.attach(record, other, body, options)
                                : records -> records.detach(record, other, body, options));
            }
            default -> throw new IllegalStateException(endpoint.getOperation() + " does not write.");
        };
    }

    private static void externalId(@Nullable RecordBody body, AuditLine audit) {
        audit.put("externalId", body == null ? null : body.externalId().orElse(null));
    }

    private static ResourcePath changing(ResourcePath record, AuditLine audit) {
        String last = record.last();
        boolean external = last.startsWith(EID);
        audit.put("type", record.recordType());
        audit.put(external ? "externalId" : "id", external ? last.substring(EID.length()) : last);
        return record;
    }

    private void result(Message message, RestAnswer answer, CallTally tally) {
        Map<String, Object> result = new LinkedHashMap<>();
        if (endpoint.getOperation() == NetSuiteOperation.ACTION) {
            answer.body().ifPresent(result::putAll);
        }
        String id = answer.recordId().orElse(null);
        if (id != null) {
            result.put("id", id);
        }
        message.setBody(result);
        setOrRemove(message, NetSuiteConstants.ID, id);
        message.setHeader(NetSuiteConstants.ATTEMPTS, tally.attempts());
        message.setHeader(NetSuiteConstants.OUTCOME, word(answer.outcome()));
        message.removeHeader(NetSuiteConstants.DROPPED);
    }

    /** Reports fields that NetSuite took and did not keep. The write stays; what is wrong has to be put right in NetSuite. */
    private void verify(Exchange exchange, NetSuiteAccount account, Write write, RestAnswer answer, AuditLine audit) {
        RecordBody body = write.body;
        if (writes.verify().isEmpty()
                || body == null
                || !endpoint.getOperation().takesFields()) {
            return;
        }
        String written = "netsuite:" + endpoint.getOperation() + " wrote " + write.record
                + answer.recordId().map(id -> " (internal ID " + id + ")").orElse("");
        List<String> dropped;
        try {
            dropped = account.writes(exchange, endpoint.getLane(), event -> {})
                    .dropped(readBack(write, answer), body, writes.verify());
        } catch (NetSuiteException e) {
            throw new NetSuiteUnavailableException(
                    written
                            + ", but the fields to verify could not be read back, so whether NetSuite kept them is unknown. Do"
                            + " not send it again for that. " + e.getMessage(),
                    ErrorFacts.none(),
                    e);
        }
        if (!dropped.isEmpty()) {
            exchange.getMessage().setHeader(NetSuiteConstants.DROPPED, dropped);
            audit.put("dropped", String.join(",", dropped));
            throw new NetSuiteDataException(
                    written + ", but did not keep " + String.join(", ", dropped)
                            + " as sent. The role may lack the permission to write a field, the field may not be on the form, or a"
                            + " script changes it. The rest is written: do not send it again, put it right in NetSuite.",
                    new ErrorFacts(null, null, dropped.get(0), null));
        }
    }

    private static ResourcePath readBack(Write write, RestAnswer answer) {
        if (write.record.size() > 1) {
            return write.record;
        }
        String id = answer.recordId()
                .orElseThrow(() -> new NetSuiteDataException("NetSuite's answer does not name the record it made."));
        return ResourcePath.parse(write.record + "/" + id);
    }

    private static String word(CallOutcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    private static void setOrRemove(Message message, String name, @Nullable Object value) {
        if (value == null) {
            message.removeHeader(name);
        } else {
            message.setHeader(name, value);
        }
    }
}
