package io.github.camelnetsuite.simulator.store;

import java.math.BigDecimal;

/**
 * What there is of one record type, to compare with what a client says it read or wrote.
 *
 * @param idSum sum of the internal IDs, which tells rows apart that a number alone does not
 * @param lines of the first sublist, and 0 for types without lines
 * @param quantity sum over these lines; 0 where they have none
 * @param total sum of the records' totals; 0 for what is no transaction
 * @param externalIds how many records have one
 */
public record RecordSummary(
        long count, BigDecimal idSum, long lines, BigDecimal quantity, BigDecimal total, long externalIds) {}
