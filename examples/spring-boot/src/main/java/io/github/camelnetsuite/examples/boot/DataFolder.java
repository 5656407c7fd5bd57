package io.github.camelnetsuite.examples.boot;

import io.github.camelnetsuite.credentials.AccountId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.apache.camel.Variable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The orders that wait for one account, and those that were put aside, as files only their owner can read: they name customers. A file
 * is there as a whole or not at all, also after a crash. Thread-safe.
 */
@Component("dataFolder")
class DataFolder {

    private static final boolean FOLDERS_CAN_BE_OPENED =
            !System.getProperty("os.name", "").startsWith("Windows");

    private final Path inbox;
    private final Path failed;
    private final InboxRetries retries;

    /** @param accountId whose orders these are: those of a sandbox must not go to production */
    DataFolder(
            ExampleSettings settings,
            @Value("${camel.component.netsuite.account-id}") String accountId,
            InboxRetries retries)
            throws IOException {
        Path folder =
                settings.data().resolve(AccountId.parse(accountId).value()).toAbsolutePath();
        Files.createDirectories(folder);
        if (Files.getFileStore(folder).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        this.inbox = Files.createDirectories(folder.resolve("inbox"));
        this.failed = Files.createDirectories(folder.resolve("failed"));
        this.retries = retries;
    }

    Path inbox() {
        return inbox;
    }

    /** Puts an order into the inbox; two that differ share no file, whatever they are called. On disk when this returns. */
    void keep(@Variable("order") ShopOrder order, @Body byte[] body) throws IOException {
        write(inbox, order.externalId() + "." + digest(body) + ".json", body);
    }

    /**
     * Puts an order aside, with the reason in a file beside it. The inbox loses it only after this has returned. When it cannot be put
     * aside, as on a full disk, it stays in the inbox for a while.
     */
    void putAside(
            @Header(Exchange.FILE_NAME_ONLY) String file,
            @Body byte[] order,
            @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception reason)
            throws IOException {
        try {
            write(failed, file + ".reason.txt", (reason + "\n").getBytes(StandardCharsets.UTF_8));
            write(failed, file, order);
        } catch (IOException e) {
            retries.later(file, e);
            throw e;
        }
        retries.forget(file);
    }

    private static void write(Path folder, String name, byte[] content) throws IOException {
        // The consumer passes over names that begin with a dot.
        Path unfinished = folder.resolve("." + UUID.randomUUID());
        try {
            try (FileChannel channel =
                    FileChannel.open(unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
        force(folder);
    }

    /** Without this a crash can undo the renaming. Windows has no such call. */
    private static void force(Path folder) throws IOException {
        if (FOLDERS_CAN_BE_OPENED) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static String digest(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JDK has no SHA-256", e);
        }
    }
}
