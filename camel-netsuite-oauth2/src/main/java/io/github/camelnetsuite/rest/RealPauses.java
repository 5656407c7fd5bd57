package io.github.camelnetsuite.rest;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Pauses of real time. */
final class RealPauses implements Pauses {

    private final CountDownLatch ended = new CountDownLatch(1);

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public boolean pause(Duration length) throws InterruptedException {
        return !ended.await(length.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void end() {
        ended.countDown();
    }
}
