package io.github.camelnetsuite.certificates;

import io.github.camelnetsuite.ErrorFacts;
import io.github.camelnetsuite.NetSuiteConfigurationException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A new file that nobody but its owner could read at any moment, because it is created that way. */
final class OwnerOnlyFile {

    private final Path path;

    private OwnerOnlyFile(Path path) {
        this.path = path;
    }

    /** @throws NetSuiteConfigurationException when it exists or cannot be written; then nothing new is left behind */
    static OwnerOnlyFile create(Path path, byte[] content) {
        FileAttribute<?> permissions = OwnerOnlyPermissions.of(path);
        FileChannel channel;
        try {
            channel = FileChannel.open(
                    path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), permissions);
        } catch (FileAlreadyExistsException e) {
            throw refused(
                    path + " already exists, and nothing is ever overwritten. Choose another name, or move it away.",
                    e);
        } catch (NoSuchFileException e) {
            throw refused(path + " cannot be created: its folder does not exist. Create the folder first.", e);
        } catch (IOException | UnsupportedOperationException e) {
            throw refused(
                    path + " cannot be created (" + e.getClass().getSimpleName()
                            + "). Check that this user may write into its folder.",
                    e);
        }
        var file = new OwnerOnlyFile(path);
        try (channel) {
            file.checkPermissions();
            file.fill(channel, content);
            return file;
        } catch (IOException e) {
            throw file.remove(refused(
                    path + " cannot be written (" + e.getClass().getSimpleName()
                            + "). Check the free space and the folder.",
                    e));
        } catch (NetSuiteConfigurationException e) {
            throw file.remove(e);
        }
    }

    private void fill(FileChannel channel, byte[] content) throws IOException {
        var buffer = ByteBuffer.wrap(content);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        channel.force(true);
    }

    /** Before anything is written: some mounted file systems take permissions and forget them. */
    private void checkPermissions() throws IOException {
        if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        Set<PosixFilePermission> others = Files.getPosixFilePermissions(path);
        others.removeAll(OwnerOnlyPermissions.POSIX);
        if (!others.isEmpty()) {
            throw refused(
                    path
                            + " would be readable by others, because its file system does not keep permissions. Choose a folder "
                            + "on a local disk.",
                    null);
        }
    }

    /** Deletes the file because of an error, and returns the error. */
    <E extends RuntimeException> E remove(E reason) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
        return reason;
    }

    private static NetSuiteConfigurationException refused(String message, @Nullable Exception cause) {
        return new NetSuiteConfigurationException(message, ErrorFacts.none(), cause);
    }
}
