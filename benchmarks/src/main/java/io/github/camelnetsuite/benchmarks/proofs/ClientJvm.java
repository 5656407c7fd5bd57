package io.github.camelnetsuite.benchmarks.proofs;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** A client of the simulator in a JVM of its own, with a task. */
final class ClientJvm implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final ChildJvm jvm;

    private ClientJvm(ChildJvm jvm) {
        this.jvm = jvm;
    }

    /**
     * Starts a client.
     *
     * @param heap the most it may have, such as {@code 96m}
     */
    static ClientJvm start(Class<?> main, String heap, Object task) throws IOException {
        return new ClientJvm(ChildJvm.start(main, List.of("-Xmx" + heap), List.of(JSON.writeValueAsString(task))));
    }

    /** What it says next. */
    <T> T answer(Class<T> type, Duration atMost) throws IOException, InterruptedException {
        return JSON.readValue(jvm.line(atMost), type);
    }

    void tell(String line) throws IOException {
        jvm.tell(line);
    }

    @Override
    public void close() throws InterruptedException {
        jvm.close();
    }
}
