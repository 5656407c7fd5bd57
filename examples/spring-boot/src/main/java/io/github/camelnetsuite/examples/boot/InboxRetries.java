package io.github.camelnetsuite.examples.boot;

import java.io.File;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Leaves an order in the inbox alone for a while after a try that failed; each pause is twice the one before, up to five minutes. Others
 * go past it. A restart forgets the pauses. Thread-safe.
 */
@Component("inboxRetries")
class InboxRetries implements GenericFileFilter<File> {

    private static final Logger LOG = LoggerFactory.getLogger(InboxRetries.class);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private record Pause(Duration length, Instant end) {}

    private final Duration first;
    private final Clock clock;
    private final Map<String, Pause> pauses = new ConcurrentHashMap<>();

    @Autowired
    InboxRetries(ExampleSettings settings) {
        this(settings.inboxEvery(), Clock.systemUTC());
    }

    InboxRetries(Duration first, Clock clock) {
        this.first = first;
        this.clock = clock;
    }

    /** Whether the order may be tried now. */
    @Override
    public boolean accept(GenericFile<File> file) {
        return due(file.getFileNameOnly());
    }

    boolean due(String file) {
        Pause pause = pauses.get(file);
        return pause == null || !clock.instant().isBefore(pause.end());
    }

    /** Puts the next try of an order off. */
    void later(
            @Header(Exchange.FILE_NAME_ONLY) String file,
            @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception reason) {
        Pause last = pauses.get(file);
        Duration doubled = last == null ? first : last.length().multipliedBy(2);
        Duration length = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        pauses.put(file, new Pause(length, clock.instant().plus(length)));
        LOG.warn("{} waits for {}: {}", file, length, reason.getMessage());
    }

    /** Forgets an order that is done. */
    void forget(@Header(Exchange.FILE_NAME_ONLY) String file) {
        pauses.remove(file);
    }
}
