package io.github.camelnetsuite.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WireTest {

    private final Writes writes = new Writes();
    private final Wire wire = new Wire(writes, Instant.parse("2026-03-01T10:00:00Z"), true, false);

    /** In two, the second would wait 40 ms for the first to be acknowledged, on every kept connection. */
    @Test
    void headAndBodyLeaveInOneWrite() throws IOException {
        wire.send(200, Map.of("X-Seen", "yes"), 4, "body".getBytes(StandardCharsets.US_ASCII));

        assertThat(writes.texts)
                .singleElement()
                .asString()
                .startsWith("HTTP/1.1 200 OK\r\n")
                .endsWith("\r\n\r\nbody");
    }

    /** Tells its writes apart. */
    private static final class Writes extends OutputStream {

        private final List<String> texts = new ArrayList<>();

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            var text = new ByteArrayOutputStream();
            text.write(bytes, from, length);
            texts.add(text.toString(StandardCharsets.US_ASCII));
        }
    }
}
