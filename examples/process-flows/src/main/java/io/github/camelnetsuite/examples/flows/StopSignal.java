package io.github.camelnetsuite.examples.flows;

import io.github.camelnetsuite.examples.flows.console.Narrator;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;

/**
 * Closes what is open, the last first, when the process is told to end by Ctrl-C or SIGTERM, and says so. A signal that comes while
 * something is being opened waits for that, so that nothing is left half open. Thread-safe.
 */
final class StopSignal implements AutoCloseable {

    private final Narrator narrator;
    private final Thread hook = new Thread(this::stop, "stop");
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private boolean received;

    private StopSignal(Narrator narrator) {
        this.narrator = narrator;
    }

    /** Listens until closed. */
    static StopSignal listen(Narrator narrator) {
        StopSignal signal = new StopSignal(narrator);
        Runtime.getRuntime().addShutdownHook(signal.hook);
        return signal;
    }

    /**
     * Opens something that a signal closes; closing it twice must be harmless.
     *
     * @throws IllegalStateException when the process is ending, so that there is no point
     */
    synchronized <T extends AutoCloseable> T open(Callable<T> opening) throws Exception {
        if (received) {
            throw new IllegalStateException("The process is ending.");
        }
        T opened = opening.call();
        open.push(opened);
        return opened;
    }

    /** Whether the process is ending; what fails from now on fails because of that. */
    synchronized boolean received() {
        return received;
    }

    private void stop() {
        narrator.say("Stopping...");
        synchronized (this) {
            received = true;
            for (AutoCloseable one : open) {
                close(one);
            }
        }
        narrator.say("Stopped.");
    }

    /** What cannot be closed must not keep the rest open. */
    private void close(AutoCloseable one) {
        try {
            one.close();
        } catch (Exception e) {
            narrator.say("While stopping: " + e);
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The signal has come, and the hook is at work.
        }
    }
}
