package io.github.camelnetsuite.camel;

import io.github.camelnetsuite.NetSuiteException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The line a write leaves on the logger {@code netsuite.audit}: {@code name=value} pairs in a fixed order, whatever the outcome.
 * Values come from outside, so none can break the line or look like another pair. For one thread.
 */
final class AuditLine {

    private static final Logger AUDIT = LoggerFactory.getLogger("netsuite.audit");
    private static final int LONGEST = 200;

    private final Map<String, String> pairs = new LinkedHashMap<>();
    private final long began = System.nanoTime();
    private String outcome = "failed";

    AuditLine(Clock clock, String account, String exchangeId, String operation) {
        put("time", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
        put("account", account);
        put("exchange", exchangeId);
        put("operation", operation);
    }

    /** Adds a pair; null leaves it out. */
    void put(String name, @Nullable Object value) {
        if (value != null) {
            pairs.put(name, shown(value.toString()));
        }
    }

    /** How the call went; without it, it failed. */
    void outcome(String word) {
        outcome = word;
    }

    /** Runs a write, and writes the line however that ends. */
    void around(CallTally tally, Runnable write) {
        try {
            write.run();
        } catch (NetSuiteException e) {
            if (tally.outcomeUnknown()) {
                outcome = "unknown";
            }
            put("error", e.getClass().getSimpleName());
            put("status", e.status().isPresent() ? e.status().getAsInt() : null);
            put("code", e.errorCode().orElse(null));
            throw e;
        } finally {
            write(tally.attempts());
        }
    }

    private void write(int attempts) {
        put("outcome", outcome);
        put("attempts", attempts);
        put("ms", (System.nanoTime() - began) / 1_000_000);
        if (AUDIT.isInfoEnabled()) {
            StringBuilder line = new StringBuilder();
            pairs.forEach((name, value) -> line.append(line.isEmpty() ? "" : " ")
                    .append(name)
                    .append('=')
                    .append(value));
            AUDIT.info("{}", line);
        }
    }

    /** Plain where that is unmistakable, else in quotes with escapes as in JSON. */
    private static String shown(String value) {
        String text = value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value;
        if (!text.isEmpty() && text.chars().allMatch(AuditLine::plain)) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (Character.isLetterOrDigit(c) || c == '…' || (c >= 0x20 && c < 0x7f)) {
                quoted.append(c);
            } else {
                quoted.append(String.format("\\u%04x", (int) c));
            }
        }
        return quoted.append('"').toString();
    }

    private static boolean plain(int c) {
        return c < 0x7f && (Character.isLetterOrDigit(c) || "._:/-+".indexOf(c) >= 0);
    }
}
