package io.github.camelnetsuite.token;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** Runs a task on the spot, or refuses it. */
final class PickyExecutor implements Executor {

    private volatile boolean rejecting;
    private volatile @Nullable Error error;

    void reject(boolean value) {
        rejecting = value;
    }

    void error(@Nullable Error value) {
        error = value;
    }

    @Override
    public void execute(Runnable task) {
        Error thrown = error;
        if (thrown != null) {
            throw thrown;
        }
        if (rejecting) {
            throw new RejectedExecutionException("full");
        }
        task.run();
    }
}
