package io.github.camelnetsuite.examples.flows.products;

import static io.github.camelnetsuite.examples.flows.console.Narrator.count;

import io.github.camelnetsuite.examples.flows.console.FirstRound;
import io.github.camelnetsuite.examples.flows.console.Narrator;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Variable;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the tally of a product run and moves the watermark at its end. For one run at a time, which the queue in front of the
 * flow sees to.
 */
public final class ProductRun {

    private final Watermark watermark;
    private final Clock clock;
    private final Narrator narrator;
    private final FirstRound firstRound;

    private int read;
    private int sent;
    private int failed;
    private @Nullable LocalDateTime highest;
    private @Nullable LocalDateTime earliestFailed;
    private boolean timeless;
    private Instant begun;

    public ProductRun(Watermark watermark, Clock clock, Narrator narrator, FirstRound firstRound) {
        this.watermark = watermark;
        this.clock = clock;
        this.begun = clock.instant();
        this.narrator = narrator;
        this.firstRound = firstRound;
    }

    /** Starts a run; the parameters of the query become the body. */
    public Map<String, Object> begin() throws IOException {
        read = 0;
        sent = 0;
        failed = 0;
        highest = null;
        earliestFailed = null;
        timeless = false;
        begun = clock.instant();
        String since = Watermark.FORM.format(watermark.since());
        narrator.say("Product flow: asking NetSuite for the items changed since " + since + ".");
        return Map.of("since", since);
    }

    /** Counts a row; the row stays the body. */
    public void read(@Variable("row") Map<String, ?> row) {
        read++;
        firstRound.rowRead();
        LocalDateTime modified = modified(row);
        if (modified != null && (highest == null || modified.isAfter(highest))) {
            highest = modified;
        }
    }

    /** Counts a product the shop has taken. */
    public void sent() {
        sent++;
    }

    /** Reports an item that could not be sent; the watermark will not pass it. */
    public void failed(
            @Variable("row") Map<String, ?> row, @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception reason) {
        failed++;
        LocalDateTime modified = modified(row);
        if (modified == null) {
            timeless = true;
        } else if (earliestFailed == null || modified.isBefore(earliestFailed)) {
            earliestFailed = modified;
        }
        narrator.say("Product flow: item " + row.get("sku") + " was not sent and will be tried again on the next run: "
                + reason.getMessage());
    }

    /** Ends a run that has read all its rows. */
    public void finish() throws IOException {
        LocalDateTime reached = reached();
        if (reached != null && !timeless) {
            watermark.save(reached);
        }
        narrator.say("Product flow: " + count(read, "row") + " read, " + count(sent, "product") + " sent to the shop, "
                + (read - sent - failed) + " already there, " + failed + " failed."
                + (reached == null || timeless ? "" : " The watermark is " + Watermark.FORM.format(reached) + "."));
        firstRound.productsDone(failed == 0);
    }

    /** How far the run can be trusted to have come; null when it has read nothing with a time. */
    private @Nullable LocalDateTime reached() {
        if (highest == null) {
            return earliestFailed;
        }
        LocalDateTime sure = highest.minus(watermark.notCovered(Duration.between(begun, clock.instant())));
        return earliestFailed != null && earliestFailed.isBefore(sure) ? earliestFailed : sure;
    }

    /** Reports a run that has broken off; the watermark stays where it was. */
    public void brokenOff(@ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception reason) {
        narrator.say("Product flow: the run broke off after " + count(read, "row")
                + " and will begin anew from the old watermark: " + reason.getMessage());
        firstRound.productsDone(false);
    }

    private static @Nullable LocalDateTime modified(Map<String, ?> row) {
        try {
            return LocalDateTime.parse(String.valueOf(row.get("modified")), Watermark.FORM);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
