package io.github.camelnetsuite.simulator.filter;

/** A filter NetSuite would not run; the message says what is wrong with it. */
public final class FilterRefused extends Exception {

    FilterRefused(String why) {
        super(why, null, false, false);
    }

    public String why() {
        return String.valueOf(getMessage());
    }
}
