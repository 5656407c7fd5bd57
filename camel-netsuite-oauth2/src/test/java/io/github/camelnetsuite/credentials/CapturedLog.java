package io.github.camelnetsuite.credentials;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;

/** Listens to one logger until closed. */
public final class CapturedLog implements AutoCloseable {

    private final Logger logger;
    private final Level before;
    private final Lines lines = new Lines();

    public CapturedLog(Class<?> name) {
        this(name.getName());
    }

    public CapturedLog(String name) {
        logger = (Logger) LogManager.getLogger(name);
        before = logger.getLevel();
        lines.start();
        logger.addAppender(lines);
        logger.setLevel(Level.ALL);
    }

    /** Every line so far, as {@code LEVEL message}. */
    public List<String> lines() {
        return List.copyOf(lines.seen);
    }

    /** The lines since the last call. */
    public List<String> newLines() {
        var seen = lines();
        lines.seen.removeAll(seen);
        return seen;
    }

    @Override
    public void close() {
        logger.removeAppender(lines);
        logger.setLevel(before);
    }

    private static final class Lines extends AbstractAppender {
        private final List<String> seen = new CopyOnWriteArrayList<>();

        Lines() {
            super("captured", null, null, true, Property.EMPTY_ARRAY);
        }

        @Override
        public void append(LogEvent event) {
            seen.add(event.getLevel() + " " + event.getMessage().getFormattedMessage());
        }
    }
}
