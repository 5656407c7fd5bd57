package io.github.camelnetsuite.credentials;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Where a private key, a certificate, a certificate ID or a key store comes from. It is opened at each look for a change, so
 * it has to give what is there now. Thread-safe.
 */
public interface KeyMaterial {

    /**
     * The content as it is now. Read to a bound of 1 MiB and closed by the caller.
     *
     * @throws IOException when it cannot be read; the message may name the place, but never show the content
     */
    InputStream open() throws IOException;

    /** Names the place in messages and logs, such as {@code file:/etc/netsuite/auth-key.pem}; never the content. */
    String description();

    /** Whether the content is written in the configuration itself, so that it cannot change while the program runs. */
    boolean literal();

    /** Text that is the content itself. */
    static KeyMaterial text(String content) {
        return new LiteralKeyMaterial(Objects.requireNonNull(content));
    }

    /** A file, read anew each time. */
    static KeyMaterial file(Path path) {
        return new FileKeyMaterial(Objects.requireNonNull(path));
    }
}
