package io.github.camelnetsuite.camel;

import io.github.camelnetsuite.credentials.KeyMaterial;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What others print by design when it is switched on: loggers, and Camel's developer console of properties. */
final class SecretPrinters {

    private static final Logger LOG = LoggerFactory.getLogger(NetSuiteComponent.class);

    private static final List<String> LOGGERS =
            List.of("org.apache.hc.client5.http.headers", "org.apache.hc.client5.http.wire", "org.apache.camel.main");

    private SecretPrinters() {}

    /** Warns of those that are on. */
    static void warn(CamelContext context, Stream<NetSuiteConfiguration> accounts) {
        for (String name : LOGGERS) {
            if (LoggerFactory.getLogger(name).isDebugEnabled()) {
                LOG.warn(
                        "The logger {} is at DEBUG: it prints access tokens or settings in clear. Raise it to INFO outside of a"
                                + " test system.",
                        name);
            }
        }
        if (Boolean.TRUE.equals(context.isDevConsole()) && accounts.anyMatch(account -> hasText(context, account))) {
            LOG.warn("Camel's developer console is on and a private key is given as text: the JSON of its console"
                    + " 'properties' shows properties in clear. Give keys as file:, or switch the console off outside of a"
                    + " test system.");
        }
    }

    private static boolean hasText(CamelContext context, NetSuiteConfiguration account) {
        KeyMaterial key = ResourceMaterial.of(context, account.getPrivateKey());
        return key != null && key.literal();
    }
}
