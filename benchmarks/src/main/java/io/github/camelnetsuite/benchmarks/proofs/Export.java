package io.github.camelnetsuite.benchmarks.proofs;

import java.util.Map;
import java.util.function.Consumer;

/** A way to read all items. */
interface Export extends AutoCloseable {

    String QUERY = "SELECT id, itemid, displayname, upccode FROM item";

    /**
     * Reads items, each given to the consumer by one thread at a time.
     *
     * @param most how many; 0 for all
     */
    void read(long most, Consumer<Map<String, ?>> rows) throws Exception;
}
