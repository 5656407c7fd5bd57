package io.github.camelnetsuite.examples.boot;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The application's own settings. Does not print.
 *
 * @param itemsEvery how often items are read
 * @param inboxEvery how often the folder is looked at for orders that wait
 * @param subsidiary internal ID of the subsidiary that customers and orders belong to
 * @param data folder for orders that wait for NetSuite
 * @param webhookSecret shared with the shop; blank refuses every order
 */
@ConfigurationProperties("example")
public record ExampleSettings(
        Duration itemsEvery, Duration inboxEvery, String subsidiary, Path data, String webhookSecret) {

    @Override
    public String toString() {
        return "ExampleSettings[" + itemsEvery + ", " + inboxEvery + ", " + subsidiary + ", " + data + "]";
    }
}
