package io.github.camelnetsuite.examples.flows.products;

import io.github.camelnetsuite.examples.flows.durable.DurableFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;

/**
 * How far the product flow has come, kept in a file. It is a time NetSuite itself has shown, in the account's time zone, and never
 * one of this machine's clock, whose zone and accuracy say nothing about the account's.
 */
public final class Watermark {

    /** The form the query uses in both directions. */
    static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private static final int LONGEST_NAME = 100;

    private final DurableFolder folder;
    private final String file;
    private final LocalDateTime first;
    private final Duration overlap;

    /**
     * A watermark.
     *
     * @param shop whose it is: what one shop has received says nothing about another
     * @param first where to begin as long as there is none
     * @param overlap how far before the watermark to read again
     */
    public Watermark(DurableFolder folder, String shop, LocalDateTime first, Duration overlap) {
        this.folder = folder;
        this.file = "products." + fileName(shop) + ".watermark";
        this.first = first;
        this.overlap = overlap;
    }

    /**
     * How much of a run the overlap does not cover. An item can be changed after the run has read it, and get a time before the newest one
     * that the run reads later. One hour more, since summer time makes a run look longer by that.
     */
    Duration notCovered(Duration run) {
        Duration rest = run.plusHours(1).minus(overlap);
        return rest.isNegative() ? Duration.ZERO : rest.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Where the next run has to begin to read. */
    LocalDateTime since() throws IOException {
        return load().map(saved -> saved.minus(overlap)).orElse(first);
    }

    /** Readable, and of its own for each shop also where two names differ only in what a file name cannot hold. */
    private static String fileName(String shop) {
        String readable = shop.replaceAll("[^A-Za-z0-9.-]", "_");
        return readable.equals(shop)
                ? shop
                : readable.substring(0, Math.min(readable.length(), LONGEST_NAME)) + "-" + digest(shop);
    }

    private static String digest(String shop) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(shop.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JDK has no SHA-256", e);
        }
    }

    /** Saves how far a run has come; on disk when this returns. */
    void save(LocalDateTime reached) throws IOException {
        folder.write(file, (FORM.format(reached) + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** What was saved last; empty before the first run. */
    Optional<LocalDateTime> load() throws IOException {
        Path path = folder.path().resolve(file);
        try {
            return Optional.of(LocalDateTime.parse(Files.readString(path).strip(), FORM));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (DateTimeParseException e) {
            throw new IOException(
                    "The watermark in " + path + " is not a time such as 2026-01-31 14:05:09. Correct it, or delete the"
                            + " file to read everything again; what the shop already has is not sent twice.",
                    e);
        }
    }
}
