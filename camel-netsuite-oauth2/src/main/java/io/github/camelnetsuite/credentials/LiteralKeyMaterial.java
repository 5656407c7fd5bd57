package io.github.camelnetsuite.credentials;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Content written in the configuration itself. It does not print. */
final class LiteralKeyMaterial implements KeyMaterial {

    private final String content;

    LiteralKeyMaterial(String content) {
        this.content = content;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String description() {
        return "text in the configuration";
    }

    @Override
    public boolean literal() {
        return true;
    }

    @Override
    public String toString() {
        return "KeyMaterial[" + description() + "]";
    }
}
