package io.github.camelnetsuite.examples.flows.products;

import io.github.camelnetsuite.examples.flows.durable.DurableFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * How far the product flow has come, kept in a file. It is a time NetSuite itself has shown, in the account's time zone, and never
 * one of this machine's clock, whose zone and accuracy say nothing about the account's.
 */
public final class Watermark {

    /** The form the query uses in both directions. */
    static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private static final String FILE = "products.watermark";

    private final DurableFolder folder;
    private final LocalDateTime first;
    private final Duration overlap;

    /**
     * A watermark.
     *
     * @param first where to begin as long as there is none
     * @param overlap how far before the watermark to read again
     */
    public Watermark(DurableFolder folder, LocalDateTime first, Duration overlap) {
        this.folder = folder;
        this.first = first;
        this.overlap = overlap;
    }

    /** Where the next run has to begin to read. */
    LocalDateTime since() throws IOException {
        return load().map(saved -> saved.minus(overlap)).orElse(first);
    }

    /** Saves how far a run has come; on disk when this returns. */
    void save(LocalDateTime reached) throws IOException {
        folder.write(FILE, (FORM.format(reached) + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** What was saved last; empty before the first run. */
    Optional<LocalDateTime> load() throws IOException {
        Path file = folder.path().resolve(FILE);
        try {
            return Optional.of(LocalDateTime.parse(Files.readString(file).strip(), FORM));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (DateTimeParseException e) {
            throw new IOException(
                    "The watermark in " + file + " is not a time such as 2026-01-31 14:05:09. Correct it, or delete the"
                            + " file to read everything again; what the shop already has is not sent twice.",
                    e);
        }
    }
}
