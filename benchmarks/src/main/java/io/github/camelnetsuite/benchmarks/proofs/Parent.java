package io.github.camelnetsuite.benchmarks.proofs;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** The process that started this one: it gives the task, takes the result, and is not outlived. */
final class Parent {

    private static final JsonMapper JSON = new JsonMapper();

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    private Parent() {}

    /** Begins to listen to it. This process ends when the other one does. */
    static Parent listen() {
        Parent parent = new Parent();
        Thread listening = new Thread(parent::readLines, "parent");
        listening.setDaemon(true);
        listening.start();
        return parent;
    }

    /** What it wants done, from the only argument. */
    static <T> T task(String[] arguments, Class<T> type) throws IOException {
        return JSON.readValue(arguments[0], type);
    }

    /** The line it says next; waits for it. */
    String nextLine() throws InterruptedException {
        return lines.take();
    }

    /** Tells it what came of the task. */
    void report(Object result) throws IOException {
        System.out.println(JSON.writeValueAsString(result));
    }

    private void readLines() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                lines.add(line);
            }
        } catch (IOException e) {
            // It has ended, only less politely.
        }
        Runtime.getRuntime().halt(1);
    }
}
