package io.github.camelnetsuite.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last requests, and how many there were in all. Thread-safe. */
final class RequestLog {

    private static final int KEPT = 100_000;

    private final Deque<RecordedRequest> requests = new ArrayDeque<>();
    private long tokenRequests;
    private long apiRequests;

    synchronized void add(RecordedRequest request) {
        if (requests.size() == KEPT) {
            requests.removeFirst();
        }
        requests.addLast(request);
        if (request.isToken()) {
            tokenRequests++;
        } else {
            apiRequests++;
        }
    }

    synchronized List<RecordedRequest> all() {
        return List.copyOf(requests);
    }

    synchronized long tokenRequests() {
        return tokenRequests;
    }

    synchronized long apiRequests() {
        return apiRequests;
    }

    synchronized void clear() {
        requests.clear();
        tokenRequests = 0;
        apiRequests = 0;
    }
}
