package io.github.camelnetsuite.token;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

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

    /** Returns once this many callers wait for something. */
    void awaitBlocked(int count) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(2))
                .until(() -> threads.stream()
                                .filter(thread -> thread.getState() == Thread.State.TIMED_WAITING)
                                .count()
                        == count);
    }

    void interrupt() {
        threads.forEach(Thread::interrupt);
    }

    static <T> T answer(CompletableFuture<T> answer) {
        return answer.orTimeout(20, TimeUnit.SECONDS).join();
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
