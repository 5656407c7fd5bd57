package io.github.camelnetsuite.rest;

/** Gives the pages of a result one by one. Thread-safe. */
@FunctionalInterface
interface PageSource {

    /**
     * The page that begins there.
     *
     * @param cancellation ends the request while it is under way
     * @throws io.github.camelnetsuite.NetSuiteException when it cannot be had
     */
    RowPage fetch(PageStart start, Cancellation cancellation);
}
