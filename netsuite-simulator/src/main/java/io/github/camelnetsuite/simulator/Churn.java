package io.github.camelnetsuite.simulator;

import io.github.camelnetsuite.simulator.store.Company;
import io.github.camelnetsuite.simulator.store.RecordStore;
import io.github.camelnetsuite.simulator.store.RecordType;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Other users at work: before each page of rows that is read, by SuiteQL or as a collection, some rows are inserted, changed and
 * deleted. Which ones a seed decides. Thread-safe.
 *
 * <pre>{@code
 * simulator.churn().perPage("inventoryItem", 2, 5, 1);
 * }</pre>
 */
public final class Churn {

    private final RecordStore store;
    private final List<Work> works = new ArrayList<>();
    private final List<Long> inserted = new ArrayList<>();
    private final List<Long> deleted = new ArrayList<>();
    private SplittableRandom dice = new SplittableRandom(1);
    private long changed;

    private record Work(RecordType type, int inserts, int changes, int deletes) {}

    Churn(RecordStore store) {
        this.store = store;
    }

    /** Chooses which rows are changed and deleted; 1 unless set. */
    public synchronized Churn seed(long seed) {
        dice = new SplittableRandom(seed);
        return this;
    }

    /**
     * Does so much before each page, on top of what was asked for before.
     *
     * @param type {@code customer}, {@code inventoryItem} or {@code salesOrder}
     */
    public synchronized Churn perPage(String type, int inserts, int changes, int deletes) {
        if (inserts < 0 || changes < 0 || deletes < 0) {
            throw new IllegalArgumentException("Rows to insert, change and delete are 0 or more");
        }
        RecordType known = Company.type(type)
                .filter(candidate -> RecordStore.growable(candidate))
                .orElseThrow(() -> new IllegalArgumentException("Rows of type '" + type
                        + "' cannot be churned. There are customer, inventoryItem and salesOrder."));
        works.add(new Work(known, inserts, changes, deletes));
        return this;
    }

    /** Ends it; what was done stays, and stays in the lists. */
    public synchronized void stop() {
        works.clear();
    }

    /** Internal IDs of the rows inserted, in that order. */
    public synchronized List<Long> inserted() {
        return List.copyOf(inserted);
    }

    /** Internal IDs of the rows deleted, in that order; one that was inserted before may be among them. */
    public synchronized List<Long> deleted() {
        return List.copyOf(deleted);
    }

    /** How many rows were changed. */
    public synchronized long changed() {
        return changed;
    }

    synchronized void beforePage() {
        for (Work work : works) {
            if (work.inserts() > 0) {
                List<Long> ends = store.grow(work.type(), work.inserts());
                for (long id = ends.get(0); id <= ends.get(1); id++) {
                    inserted.add(id);
                }
            }
            for (int i = 0; i < work.changes(); i++) {
                changed += store.changeAny(work.type(), dice).isPresent() ? 1 : 0;
            }
            for (int i = 0; i < work.deletes(); i++) {
                store.deleteAny(work.type(), dice).ifPresent(deleted::add);
            }
        }
    }

    synchronized void reset() {
        works.clear();
        inserted.clear();
        deleted.clear();
        changed = 0;
        seed(1);
    }
}
