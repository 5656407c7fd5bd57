package io.github.camelnetsuite.rest;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Pauses of real time. */
final class RealPauses implements Pauses {

    private final Set<CountDownLatch> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean ended;

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public boolean pause(Duration length, Cancellation cancellation) throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        underWay.add(end);
        try {
            cancellation.onCancel(end::countDown);
            // The end may have come before this pause was among those it ends.
            return !ended && !end.await(length.toNanos(), TimeUnit.NANOSECONDS);
        } finally {
            underWay.remove(end);
        }
    }

    @Override
    public void end() {
        ended = true;
        underWay.forEach(CountDownLatch::countDown);
    }
}
