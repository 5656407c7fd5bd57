package io.github.camelnetsuite.rest;

/**
 * How many requests an account may have under way, learnt from NetSuite's answers: halved when NetSuite throttles, at most once
 * for the requests that were under way together, and grown by one after a number of requests served while all permits were in
 * use. Growth is quick up to near the level that was throttled last and slow beyond it, so several nodes that share an account
 * find their shares without talking to each other. Not thread-safe.
 */
final class AdaptiveBound {

    /** Every account may have as many requests at once. NetSuite help: Web Services and RESTlet Concurrency Governance. */
    static final int SMALLEST_ACCOUNT = 5;

    /** Of a level that was throttled, this much is taken for safe. */
    private static final double SAFE_SHARE = 0.85;

    /** Requests served before a step into the unknown; one refusal in 20 is far from the 15 % that would be too many. */
    private static final int SLOW_STEP = 20;

    private int ceiling;
    private double level;
    private double safe;
    private int served;
    private long newestAtCut = -1;

    AdaptiveBound(int ceiling) {
        this.ceiling = ceiling;
        this.level = Math.min(ceiling, SMALLEST_ACCOUNT);
        this.safe = level;
    }

    int permits() {
        return Math.max(1, (int) level);
    }

    int ceiling() {
        return ceiling;
    }

    void ceiling(int most) {
        ceiling = most;
        level = Math.min(level, most);
    }

    /**
     * A request was throttled.
     *
     * @param permit number of its permit
     * @param newest number of the newest permit: requests up to it are one window, and cut the level once
     * @return whether the level was cut
     */
    boolean throttled(long permit, long newest) {
        if (permit <= newestAtCut) {
            return false;
        }
        newestAtCut = newest;
        safe = Math.max(1, Math.min(level - 1, level * SAFE_SHARE));
        level = Math.max(1, level / 2);
        served = 0;
        return true;
    }

    /** A request was served while all permits were in use: a request more might be served as well. */
    void servedInFull(long permit) {
        if (level >= ceiling || permit <= newestAtCut) {
            return;
        }
        served++;
        int step = level + 1 <= safe ? permits() : Math.max(SLOW_STEP, 4 * permits());
        if (served >= step) {
            served = 0;
            level = Math.min(ceiling, level + 1);
        }
    }
}
