package io.github.camelnetsuite.rest;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.utils.DateUtils;
import org.jspecify.annotations.Nullable;

/**
 * Reads the {@code Retry-After} header. NetSuite documents none; a proxy before it may send one.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3">RFC 9110, section 10.2.3</a>
 */
final class RetryAfter {

    private static final Pattern SECONDS = Pattern.compile("\\d{1,6}");

    private RetryAfter() {}

    /**
     * How long to wait; null when the value says nothing. A date counts from the answer's own {@code Date}, so that a wrong clock
     * here does not matter.
     *
     * @param date value of the answer's {@code Date} header
     * @param now this machine's time, for answers without a date
     */
    static @Nullable Duration read(@Nullable String value, @Nullable String date, Instant now) {
        if (value == null) {
            return null;
        }
        String stripped = value.strip();
        if (SECONDS.matcher(stripped).matches()) {
            return Duration.ofSeconds(Long.parseLong(stripped));
        }
        Instant until = date(stripped);
        if (until == null) {
            return null;
        }
        Instant sent = date == null ? null : date(date.strip());
        Duration wait = Duration.between(sent == null ? now : sent, until);
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    /** The library reads the oldest of the three forms, but makes no instant of it, since it names no zone. */
    private static @Nullable Instant date(String text) {
        Instant date = DateUtils.parseStandardDate(text);
        if (date != null) {
            return date;
        }
        try {
            return LocalDateTime.parse(text, DateUtils.FORMATTER_ASCTIME).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
