package io.github.camelnetsuite.examples.flows.orders;

import io.github.camelnetsuite.examples.flows.console.FirstRound;
import io.github.camelnetsuite.examples.flows.console.Narrator;
import io.github.camelnetsuite.examples.flows.durable.DurableFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;

/** Orders that trying again will not help, each with its reason beside it, until a person has looked. */
public final class DeadLetters {

    private static final String ORDER = ".json";
    private static final String REASON = ".reason.txt";

    private final DurableFolder folder;
    private final InboxRetries retries;
    private final Clock clock;
    private final Narrator narrator;
    private final FirstRound firstRound;

    public DeadLetters(
            DurableFolder folder, InboxRetries retries, Clock clock, Narrator narrator, FirstRound firstRound) {
        this.folder = folder;
        this.retries = retries;
        this.clock = clock;
        this.narrator = narrator;
        this.firstRound = firstRound;
    }

    /**
     * Puts an order aside. The reason is written first, and the file consumer deletes the order from the inbox only after this has
     * returned: a crash in between leaves an order in both places, never in none. When it cannot be put aside, as on a full disk, it
     * stays in the inbox for a while.
     */
    public void bury(
            @Header(Exchange.FILE_NAME_ONLY) String file,
            @Body byte[] order,
            @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception reason)
            throws IOException {
        String text = clock.instant().truncatedTo(ChronoUnit.SECONDS) + " "
                + reason.getClass().getSimpleName() + "\n" + reason.getMessage() + "\n";
        try {
            folder.write(file + REASON, text.getBytes(StandardCharsets.UTF_8));
            folder.write(file, order);
        } catch (IOException e) {
            retries.later(
                    file,
                    new IOException(
                            "it should become a dead letter (" + reason.getMessage() + "), but " + folder.path()
                                    + " cannot be written: " + e,
                            e));
            throw e;
        }
        retries.done(file);
        narrator.say("Order flow: " + file + " is now a dead letter in " + folder.path() + ": " + reason.getMessage());
        firstRound.orderTried(file, false);
    }

    /** Puts every dead letter back into the inbox and gives how many there were. */
    public static int replay(DurableFolder deadLetters, DurableFolder inbox) throws IOException {
        List<String> orders = deadLetters.names(ORDER);
        for (String order : orders) {
            deadLetters.move(order, inbox);
            deadLetters.delete(order + REASON);
        }
        return orders.size();
    }
}
