package io.github.camelnetsuite.rest;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Where a page begins: at a row of the result, or behind a key.
 *
 * @param offset rows before the page in the result it is cut from
 * @param after key of the last row before the page; null when pages go by offset, and for the first page
 */
record PageStart(int offset, @Nullable BigDecimal after) {

    static final PageStart FIRST = new PageStart(0, null);

    boolean isFirst() {
        return offset == 0 && after == null;
    }

    /** For messages. */
    @Override
    public String toString() {
        return after == null ? "from row " + offset + " on" : "after the key " + after.toPlainString();
    }
}
