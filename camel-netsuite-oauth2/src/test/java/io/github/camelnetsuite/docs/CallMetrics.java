// snippet:java
package io.github.camelnetsuite.docs;

import io.github.camelnetsuite.camel.AccountListener;
import io.github.camelnetsuite.rest.CallEvent;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts calls by what happened to them. */
public class CallMetrics implements AccountListener {

    private final Map<CallEvent.Kind, LongAdder> counters = new ConcurrentHashMap<>();

    @Override
    public void callHappened(String account, CallEvent event) {
        counters.computeIfAbsent(event.kind(), kind -> new LongAdder()).increment();
    }

    public long count(CallEvent.Kind kind) {
        LongAdder counter = counters.get(kind);
        return counter == null ? 0 : counter.sum();
    }
}
// end:java
