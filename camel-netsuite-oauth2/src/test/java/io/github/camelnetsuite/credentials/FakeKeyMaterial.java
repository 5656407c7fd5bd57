package io.github.camelnetsuite.credentials;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/** Key material whose content the test changes, or takes away. */
public final class FakeKeyMaterial implements KeyMaterial {

    private final String description;
    private volatile byte @Nullable [] content;

    public FakeKeyMaterial(String description, byte[] content) {
        this.description = description;
        this.content = content;
    }

    public FakeKeyMaterial(String description, String content) {
        this(description, content.getBytes(StandardCharsets.UTF_8));
    }

    public void becomes(String content) {
        this.content = content.getBytes(StandardCharsets.UTF_8);
    }

    public void becomes(byte[] content) {
        this.content = content;
    }

    public void cannotBeRead() {
        content = null;
    }

    @Override
    public InputStream open() throws IOException {
        byte[] now = content;
        if (now == null) {
            throw new NoSuchFileException(description);
        }
        return new ByteArrayInputStream(now);
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public boolean literal() {
        return false;
    }
}
