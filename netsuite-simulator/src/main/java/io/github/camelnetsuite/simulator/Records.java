package io.github.camelnetsuite.simulator;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelnetsuite.simulator.store.Company;
import io.github.camelnetsuite.simulator.store.Condition;
import io.github.camelnetsuite.simulator.store.RecordStore;
import io.github.camelnetsuite.simulator.store.RecordSummary;
import io.github.camelnetsuite.simulator.store.RecordType;
import io.github.camelnetsuite.simulator.store.WriteRules;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The account's records as a user at the screen sees and edits them: no login, no faults, not counted as requests.
 * Records are maps shaped as in REST. An address is an internal ID or {@code eid:SHOP-7}. Thread-safe.
 */
public final class Records {

    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private final RecordStore store;
    private final String recordsUrl;

    Records(RecordStore store, String recordsUrl) {
        this.store = store;
        this.recordsUrl = recordsUrl;
    }

    /** The record with its lines; empty when there is none. */
    public Optional<Map<String, Object>> read(String type, String address) {
        RecordType recordType = type(type);
        return store.find(recordType, address)
                .flatMap(id -> store.read(recordType, id, recordsUrl, true, List.of()))
                .map(node -> JSON.convertValue(node, MAP));
    }

    /** Creates a record and gives its internal ID. */
    public String create(String type, Map<String, ?> fields) {
        return Long.toString(store.create(type(type), object(fields), WriteRules.AT_THE_SCREEN)
                .id());
    }

    /** Changes fields; lines with their key are changed, others added. */
    public void edit(String type, String address, Map<String, ?> fields) {
        store.update(type(type), idOf(type, address), object(fields), WriteRules.AT_THE_SCREEN);
    }

    public void delete(String type, String address) {
        store.delete(type(type), idOf(type, address));
    }

    /** Internal IDs of the contacts or files attached to a record, in ascending order. */
    public List<Long> attached(String type, String address, String kind) {
        return store.attached(type(type), idOf(type, address), kind);
    }

    /**
     * Adds that many sample rows of that type behind all others: customers, inventory items or sales orders, a million in some ten
     * seconds. Rules and external IDs are as in the sample.
     *
     * @return internal IDs of the first and the last
     */
    public List<Long> grow(String type, long count) {
        return store.grow(type(type), count);
    }

    /** Counts and sums over all records of that type. */
    public RecordSummary summary(String type) {
        return store.summary(type(type));
    }

    /** How many records of that type there are. */
    public long count(String type) {
        return store.count(type(type), Condition.ALWAYS);
    }

    /** Internal ID of the record with that external ID, in any case. */
    public Optional<String> idOfExternal(String type, String externalId) {
        return store.find(type(type), "eid:" + externalId).map(id -> Long.toString(id));
    }

    private long idOf(String type, String address) {
        return store.find(type(type), address)
                .orElseThrow(() -> new NoSuchElementException("There is no " + type + " " + address));
    }

    private static RecordType type(String name) {
        return Company.type(name)
                .orElseThrow(() -> new IllegalArgumentException("There is no record type '" + name + "'. There are "
                        + Company.types().stream().map(RecordType::name).toList() + "."));
    }

    private static ObjectNode object(Map<String, ?> fields) {
        return JSON.valueToTree(fields);
    }
}
