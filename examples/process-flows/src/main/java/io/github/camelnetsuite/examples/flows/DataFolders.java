package io.github.camelnetsuite.examples.flows;

import io.github.camelnetsuite.examples.flows.durable.DurableFolder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;

/** The folders of one account, for one process at a time. */
final class DataFolders implements AutoCloseable {

    private static final DateTimeFormatter NOW = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss");

    private final Path root;
    private final FileChannel lock;

    private DataFolders(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /** Makes a folder that was not there before, named after the time. */
    static Path fresh(Path parent, Clock clock) throws IOException {
        Files.createDirectories(parent);
        String name = "demo-" + NOW.format(LocalDateTime.ofInstant(clock.instant(), ZoneId.systemDefault()));
        for (int i = 1; ; i++) {
            try {
                return Files.createDirectory(parent.resolve(i == 1 ? name : name + "-" + i));
            } catch (FileAlreadyExistsException e) {
                // By a run of the same second.
            }
        }
    }

    /**
     * Opens the folders and keeps other processes out until closed.
     *
     * @throws IllegalStateException when another has them open
     */
    static DataFolders open(Path root) throws IOException {
        DurableFolder.makePrivate(root);
        FileChannel channel =
                FileChannel.open(root.resolve("in-use.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock(channel) == null) {
            channel.close();
            throw new IllegalStateException("The flows are running already with the data in " + root
                    + ". Stop them first, or choose another folder with --data.");
        }
        return new DataFolders(root.toAbsolutePath(), channel);
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    Path root() {
        return root;
    }

    DurableFolder state() {
        return DurableFolder.open(root);
    }

    DurableFolder inbox() {
        return DurableFolder.open(root.resolve("inbox"));
    }

    DurableFolder deadLetters() {
        return DurableFolder.open(root.resolve("dead-letters"));
    }

    /** The table of products that were sent; to be disposed of before this is closed. */
    JdbcConnectionPool sentProducts() {
        return JdbcConnectionPool.create("jdbc:h2:file:" + root.resolve("sent") + ";TRACE_LEVEL_FILE=0", "", "");
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
