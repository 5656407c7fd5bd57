package io.github.camelnetsuite.token;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Runs each task on a thread of its own, and lets the one who hands it in go on when the task has made its token request or is
 * done: on a busy machine a task may otherwise begin after the patience of those who wait for it.
 */
final class PromptExecutor implements Executor, AutoCloseable {

    private final List<Worker> workers = new CopyOnWriteArrayList<>();

    @Override
    public void execute(Runnable task) {
        Worker worker = new Worker(task);
        workers.add(worker);
        worker.start();
        worker.awaitUnderWay();
    }

    /** Says that the task of this thread has made its request. */
    static void requestMade() {
        if (Thread.currentThread() instanceof Worker worker) {
            worker.underWay.countDown();
        }
    }

    @Override
    public void close() {
        workers.forEach(Thread::interrupt);
    }

    private static final class Worker extends Thread {

        private final CountDownLatch underWay = new CountDownLatch(1);
        private final Runnable task;

        Worker(Runnable task) {
            super("background");
            this.task = task;
            setDaemon(true);
            // An error that ends it is part of the test.
            setUncaughtExceptionHandler((dying, thrown) -> {});
        }

        @Override
        public void run() {
            try {
                task.run();
            } finally {
                underWay.countDown();
            }
        }

        void awaitUnderWay() {
            try {
                if (!underWay.await(30, TimeUnit.SECONDS)) {
                    throw new AssertionError("No request was made");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
