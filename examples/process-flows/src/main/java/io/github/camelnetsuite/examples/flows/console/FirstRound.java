package io.github.camelnetsuite.examples.flows.console;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Knows when both flows have run once and how that went: the first product run, and one try for every order that was taken until
 * then. Thread-safe.
 */
public final class FirstRound {

    private final Narrator narrator;
    private final Set<String> openOrders = new HashSet<>();
    private @Nullable Boolean productsWell;
    private boolean firstRow = true;
    private boolean over;
    private int ordersWell;
    private int ordersNotWell;

    public FirstRound(Narrator narrator) {
        this.narrator = narrator;
    }

    /** A row has come from NetSuite. */
    public synchronized void rowRead() {
        if (firstRow) {
            firstRow = false;
            narrator.say("First row read " + sinceStart() + " after the start of the JVM.");
        }
    }

    /** A product run is over. */
    public synchronized void productsDone(boolean well) {
        if (productsWell == null) {
            productsWell = well;
            notifyAll();
        }
    }

    /** An order is about to be put into the inbox, or was found there. */
    public synchronized void orderTaken(String file) {
        openOrders.add(file);
    }

    /** An order could not be put into the inbox after all. */
    public synchronized void orderNotTaken(String file) {
        openOrders.remove(file);
        notifyAll();
    }

    /** An order has had its try. */
    public synchronized void orderTried(String file, boolean well) {
        if (!openOrders.remove(file)) {
            return;
        }
        if (well) {
            ordersWell++;
        } else {
            ordersNotWell++;
        }
        if (openOrders.isEmpty() && !over) {
            narrator.say("Last order done " + sinceStart() + " after the start of the JVM.");
        }
        notifyAll();
    }

    /**
     * Waits until the first product run, if one is expected, and all orders taken so far are done.
     *
     * @return whether they are, in time
     */
    public synchronized boolean await(boolean products, Duration timeout) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        while ((products && productsWell == null) || !openOrders.isEmpty()) {
            long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        over = true;
        return true;
    }

    /** Whether nothing has gone wrong so far. */
    public synchronized boolean well() {
        return !Boolean.FALSE.equals(productsWell) && ordersNotWell == 0;
    }

    /** How many orders are in NetSuite after their first try. */
    public synchronized int ordersWell() {
        return ordersWell;
    }

    private static String sinceStart() {
        long millis = ManagementFactory.getRuntimeMXBean().getUptime();
        return "%d.%d s".formatted(millis / 1000, millis % 1000 / 100);
    }
}
