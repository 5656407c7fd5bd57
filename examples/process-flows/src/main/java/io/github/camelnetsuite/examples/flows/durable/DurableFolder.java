package io.github.camelnetsuite.examples.flows.durable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * A folder whose files survive a crash: each is written under a temporary name, forced to disk, renamed, and the folder itself is
 * forced. So a file is there as a whole or not at all. Thread-safe.
 */
public final class DurableFolder {

    /** Camel's file consumer passes over names that begin with a dot. */
    private static final String UNFINISHED = ".unfinished-";

    private static final boolean FOLDERS_CAN_BE_OPENED =
            !System.getProperty("os.name", "").startsWith("Windows");

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private final Path path;

    private DurableFolder(Path path) {
        this.path = path;
    }

    /** Opens a folder, making it if need be. What a crash has left unfinished was never promised to anybody and is removed. */
    public static DurableFolder open(Path path) {
        try {
            make(path);
            try (DirectoryStream<Path> unfinished = Files.newDirectoryStream(path, UNFINISHED + "*")) {
                for (Path file : unfinished) {
                    Files.deleteIfExists(file);
                }
            }
            return new DurableFolder(path);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + path + " cannot be used", e);
        }
    }

    /**
     * Makes a folder that survives a crash and that nobody but its owner may enter, where the file system knows owners. One that is there
     * already is closed to others.
     *
     * @throws IllegalStateException when it is open to others and cannot be closed
     */
    public static void makePrivate(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Path parent = Objects.requireNonNull(folder.toAbsolutePath().getParent());
            make(parent);
            if (hasOwners(parent)) {
                Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            } else {
                Files.createDirectory(folder);
            }
            force(parent);
        } else if (hasOwners(folder) && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(folder))) {
            try {
                Files.setPosixFilePermissions(folder, OWNER_ONLY);
            } catch (FileSystemException e) {
                throw new IllegalStateException(
                        "The folder " + folder
                                + " holds customers' names and addresses, is open to others and cannot be closed (" + e
                                + "). Give it to the user of this process, or choose another.",
                        e);
            }
        }
    }

    private static boolean hasOwners(Path path) throws IOException {
        return Files.getFileStore(path).supportsFileAttributeView(PosixFileAttributeView.class);
    }

    /** Makes a folder that survives a crash, with those above it: a folder whose own entry is lost takes its files with it. */
    public static void make(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path parent = folder.toAbsolutePath().getParent();
        if (parent == null) {
            return;
        }
        make(parent);
        Files.createDirectories(folder);
        force(parent);
    }

    public Path path() {
        return path;
    }

    /** Writes a file, in place of one of that name; it is on disk when this returns. */
    public void write(String name, byte[] content) throws IOException {
        Path target = file(name);
        Path unfinished = path.resolve(UNFINISHED + UUID.randomUUID());
        try {
            try (FileChannel channel =
                    FileChannel.open(unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
        force(path);
    }

    /** Moves a file to another folder of the same disk. */
    public void move(String name, DurableFolder other) throws IOException {
        Files.move(file(name), other.file(name), StandardCopyOption.ATOMIC_MOVE);
        force(other.path);
        force(path);
    }

    /** Deletes a file, if it is there. */
    public void delete(String name) throws IOException {
        Files.deleteIfExists(file(name));
    }

    /** The names of the files that end so, in order. */
    public List<String> names(String ending) throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                if (name.endsWith(ending) && !name.startsWith(".") && Files.isRegularFile(file)) {
                    names.add(name);
                }
            }
        }
        names.sort(null);
        return names;
    }

    private Path file(String name) {
        Path file = path.resolve(name);
        if (name.startsWith(".") || !path.equals(file.getParent())) {
            throw new IllegalArgumentException("'" + name + "' is not the name of a file in " + path);
        }
        return file;
    }

    /** Without this a crash can undo the renaming. Windows has no such call. */
    private static void force(Path folder) throws IOException {
        if (FOLDERS_CAN_BE_OPENED) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
