package io.github.camelnetsuite.examples.flows;

import io.github.camelnetsuite.examples.flows.durable.DurableFolder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The folders of one account, for one process at a time. */
final class DataFolders implements AutoCloseable {

    private final Path root;
    private final FileChannel lock;

    private DataFolders(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /**
     * Opens the folders and keeps other processes out until closed.
     *
     * @throws IllegalStateException when another has them open
     */
    static DataFolders open(Path root) throws IOException {
        Files.createDirectories(root);
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

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
