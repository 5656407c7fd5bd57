package io.github.camelnetsuite.simulator.store;

/** How many rows the sample data has; a third as many fulfilments as orders come on top. */
public record SampleSize(int customers, int items, int orders) {

    private static final int MOST_IN_MEMORY = 200_000;

    /** Enough to look real, small enough to start at once. */
    public static final SampleSize SMALL = new SampleSize(60, 80, 90);

    public SampleSize {
        if (customers < 1 || items < 1 || orders < 0) {
            throw new IllegalArgumentException("Sample data needs at least one customer and one item");
        }
    }

    /** Whether it is too much for the heap. */
    public boolean isLarge() {
        return (long) customers + items + orders > MOST_IN_MEMORY;
    }
}
