package io.github.camelnetsuite.examples.flows;

import io.github.camelnetsuite.examples.flows.console.Narrator;
import io.github.camelnetsuite.examples.flows.orders.Inbox;
import java.time.Clock;

/** The flows in a process of their own, which ends as by {@code kill -9} at the moment its first argument names. */
final class FlowsToKill {

    /** When the process ends by itself. */
    enum When {
        BEFORE_THE_ORDER_IS_IN_THE_INBOX,
        BEFORE_THE_ANSWER_IS_SENT,
        NEVER
    }

    private FlowsToKill() {}

    public static void main(String[] args) {
        When when = When.valueOf(args[0]);
        FlowParts parts =
                new FlowParts(Clock.systemUTC(), new Narrator(System.out::println), inbox -> deadly(inbox, when));
        System.exit(ProcessFlows.commandLine(System.getenv(), parts).execute("--data=" + args[1], "--port=0"));
    }

    private static Inbox deadly(Inbox inbox, When when) {
        return (file, order) -> {
            if (when == When.BEFORE_THE_ORDER_IS_IN_THE_INBOX) {
                halt();
            }
            inbox.put(file, order);
            if (when == When.BEFORE_THE_ANSWER_IS_SENT) {
                halt();
            }
        };
    }

    /** Neither hooks nor finally clauses run, as when the kernel does it. */
    private static void halt() {
        Runtime.getRuntime().halt(137);
    }
}
