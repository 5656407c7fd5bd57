package io.github.camelnetsuite.examples.flows;

import io.github.camelnetsuite.examples.flows.console.Narrator;
import io.github.camelnetsuite.examples.flows.orders.Inbox;
import java.time.Clock;
import java.util.function.UnaryOperator;

/**
 * What the flows are made with.
 *
 * @param inbox may put something in front of the inbox
 */
public record FlowParts(Clock clock, Narrator narrator, UnaryOperator<Inbox> inbox) {

    /** This machine's clock, the console and the inbox as it is. */
    public static FlowParts standard() {
        return new FlowParts(Clock.systemUTC(), Narrator.onConsole(), UnaryOperator.identity());
    }
}
