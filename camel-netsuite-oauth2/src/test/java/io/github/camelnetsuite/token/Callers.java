package io.github.camelnetsuite.token;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Threads that call something, and that can be seen waiting. */
final class Callers {

    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    <T> CompletableFuture<T> start(Callable<T> call) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Thread thread = new Thread(null, () -> run(call, answer), "caller", 128 * 1024);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
        return answer;
    }

    <T> List<CompletableFuture<T>> start(int count, Callable<T> call) {
        return IntStream.range(0, count).mapToObj(i -> start(call)).toList();
    }

    /** Returns once this many callers wait for something, with a time limit or without. */
    void awaitBlocked(int count) {
        await().pollInterval(Duration.ofMillis(2))
                .until(() -> threads.stream().filter(Callers::waits).count() == count);
    }

    private static boolean waits(Thread thread) {
        return switch (thread.getState()) {
            case WAITING, TIMED_WAITING -> true;
            default -> false;
        };
    }

    /** Waits long enough for a busy machine, and for this test alone: threads of others may die as they please. */
    static ConditionFactory await() {
        return Awaitility.await().dontCatchUncaughtExceptions().atMost(Duration.ofSeconds(30));
    }

    void interrupt() {
        threads.forEach(Thread::interrupt);
    }

    static <T> T answer(CompletableFuture<T> answer) {
        return answer.orTimeout(30, TimeUnit.SECONDS).join();
    }

    static <T> List<T> answers(List<CompletableFuture<T>> answers) {
        return answers.stream().map(Callers::answer).toList();
    }

    private static <T> void run(Callable<T> call, CompletableFuture<T> answer) {
        try {
            answer.complete(call.call());
        } catch (Throwable e) {
            answer.completeExceptionally(e);
        }
    }
}
