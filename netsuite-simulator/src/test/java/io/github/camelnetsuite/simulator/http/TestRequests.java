package io.github.camelnetsuite.simulator.http;

import java.util.List;

/** Requests that came over no wire. */
public final class TestRequests {

    private TestRequests() {}

    public static Request get(String path) {
        return new Request(Service.SUITETALK, "GET", path, "", new Headers(List.of()), new byte[0]);
    }
}
