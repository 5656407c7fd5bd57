package io.github.camelnetsuite.examples.flows.orders;

import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;

/** Refuses with 415 what does not say that it is JSON; of a form, for one, the server keeps no body that could be verified. Stateless. */
public final class JsonOnly {

    /** Lets a message pass, or refuses it; parameters such as the character set do not count (RFC 8259, section 11). */
    public void check(@Header(Exchange.CONTENT_TYPE) @Nullable String contentType) {
        String mediaType = contentType == null ? "" : contentType.split(";", 2)[0].strip();
        if (!mediaType.equalsIgnoreCase("application/json")) {
            throw new WebhookRefused(415, "The header Content-Type is missing or is not application/json.");
        }
    }
}
