package io.github.camelnetsuite.camel;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loggers of others that print secrets by design when their level is low enough. */
final class SecretLoggers {

    private static final Logger LOG = LoggerFactory.getLogger(NetSuiteComponent.class);

    private static final List<String> NAMES =
            List.of("org.apache.hc.client5.http.headers", "org.apache.hc.client5.http.wire", "org.apache.camel.main");

    private SecretLoggers() {}

    /** Warns of those that are on. */
    static void warn() {
        for (String name : NAMES) {
            if (LoggerFactory.getLogger(name).isDebugEnabled()) {
                LOG.warn(
                        "The logger {} is at DEBUG: it prints access tokens or settings in clear. Raise it to INFO outside of a"
                                + " test system.",
                        name);
            }
        }
    }
}
