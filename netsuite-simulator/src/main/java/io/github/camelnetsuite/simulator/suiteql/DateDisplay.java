package io.github.camelnetsuite.simulator.suiteql;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** The account's way of writing a date, used where the query does not say how. */
public enum DateDisplay {
    MONTH_FIRST("M/d/yyyy"),
    DAY_FIRST("d/M/yyyy");

    private final String pattern;
    private final DateTimeFormatter formatter;

    DateDisplay(String pattern) {
        this.pattern = pattern;
        this.formatter = DateTimeFormatter.ofPattern(pattern);
    }

    /** As {@link DateTimeFormatter#ofPattern} takes it. */
    public String pattern() {
        return pattern;
    }

    String of(LocalDateTime date) {
        return formatter.format(date);
    }
}
