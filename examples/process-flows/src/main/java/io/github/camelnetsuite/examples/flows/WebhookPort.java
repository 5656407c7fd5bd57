package io.github.camelnetsuite.examples.flows;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Locale;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.CamelContext;

/** Ends the start when the webhook cannot have its port: Camel's server only warns, and would run the flows without a webhook. */
final class WebhookPort implements CamelConfiguration {

    private static final int HIGHEST = 65535;

    private final int port;

    /**
     * @param port 0 for any free one
     * @throws IllegalArgumentException when there is no such port
     */
    WebhookPort(int port) {
        if (port < 0 || port > HIGHEST) {
            throw new IllegalArgumentException(
                    "--port " + port + " is no port. Choose 1 to " + HIGHEST + ", or 0 for any free one.");
        }
        this.port = port;
    }

    @Override
    public void configure(CamelContext context) throws IOException {
        if (port == 0) {
            return;
        }
        String host = context.resolvePropertyPlaceholders("{{camel.server.host}}");
        try (ServerSocket socket = new ServerSocket()) {
            // As the server itself does, or a port just closed would pass for taken.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, port));
        } catch (IOException e) {
            String reason = String.valueOf(e.getMessage());
            throw new IllegalStateException(
                    "Port " + port
                            + (reason.toLowerCase(Locale.ROOT).contains("in use")
                                    ? " is in use."
                                    : " of " + host + " cannot be opened (" + reason + ").")
                            + " Choose another with --port.",
                    e);
        }
    }
}
