package io.github.camelnetsuite.examples.boot;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.camel.Body;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** NetSuite's items by SKU, as far as they have been read. In memory: a restart reads all of them again. Thread-safe. */
@Component("catalogue")
class Catalogue {

    private static final Logger LOG = LoggerFactory.getLogger(Catalogue.class);

    /** Where the first run begins, in the account's time zone. */
    static final String BEGINNING = "1970-01-01 00:00:00";

    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    /** Longer than a run lasts, by the hour that winter time repeats. */
    private static final Duration OVERLAP = Duration.ofHours(2);

    private final SortedMap<String, Map<String, Object>> items = new ConcurrentSkipListMap<>();
    private volatile String read = BEGINNING;
    private volatile String reading = read;

    /**
     * The parameters of the query: what has changed since the last complete run, a time that NetSuite has shown, less an overlap. A row
     * that is changed after it was read in that run has an earlier time than the newest row read later.
     */
    Map<String, Object> since() {
        reading = read;
        return Map.of(
                "since",
                read.equals(BEGINNING)
                        ? BEGINNING
                        : FORM.format(LocalDateTime.parse(read, FORM).minus(OVERLAP)));
    }

    void put(@Body Map<String, Object> row) {
        if (items.isEmpty()) {
            long uptime = ManagementFactory.getRuntimeMXBean().getUptime();
            LOG.info("First row, {} ms after the start of the JVM: {}", uptime, row);
        }
        items.put(String.valueOf(row.get("sku")), row);
        String modified = String.valueOf(row.get("modified"));
        if (modified.compareTo(reading) > 0) {
            reading = modified;
        }
    }

    /** All rows have been read, so the next run may begin where this one ended. */
    void finish() {
        read = reading;
        LOG.info("Catalogue: {} items, the newest of {}", items.size(), read);
    }

    Map<String, Map<String, Object>> items() {
        return new TreeMap<>(items);
    }
}
