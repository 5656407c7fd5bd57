package io.github.camelnetsuite.credentials;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file, read anew each time. */
final class FileKeyMaterial implements KeyMaterial {

    private final Path path;

    FileKeyMaterial(Path path) {
        this.path = path;
    }

    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(path);
    }

    @Override
    public String description() {
        return "file:" + path;
    }

    @Override
    public boolean literal() {
        return false;
    }

    @Override
    public String toString() {
        return "KeyMaterial[" + description() + "]";
    }
}
