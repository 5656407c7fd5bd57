package io.github.camelnetsuite.camel;

import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.CamelContextStoppingEvent;
import org.apache.camel.support.EventNotifierSupport;

/** Ends the pauses between attempts as soon as the context begins to stop; a graceful stop would wait for them otherwise. */
final class StopSignal extends EventNotifierSupport {

    private final Runnable stopping;

    StopSignal(Runnable stopping) {
        this.stopping = stopping;
        setIgnoreExchangeEvents(true);
    }

    @Override
    public boolean isEnabled(CamelEvent event) {
        return event instanceof CamelContextStoppingEvent;
    }

    @Override
    public void notify(CamelEvent event) {
        stopping.run();
    }
}
