package io.github.camelnetsuite.cli;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say who is calling NetSuite, and how to get there. */
final class ConnectionOptions {

    @Option(
            names = "--account-id",
            paramLabel = "ID",
            description = "As Company Information shows it. Variable: NETSUITE_ACCOUNT_ID.")
    @Nullable
    String accountId;

    @Option(
            names = "--consumer-key",
            paramLabel = "KEY",
            description = "Of the integration record, also called client ID. Variable: NETSUITE_CONSUMER_KEY.")
    @Nullable
    String consumerKey;

    @Option(
            names = "--certificate-id",
            paramLabel = "ID",
            description =
                    "As NetSuite shows it beside the certificate; may be left out with --certificate. Put = before one "
                            + "that starts with a hyphen. Variable: NETSUITE_CERTIFICATE_ID.")
    @Nullable
    String certificateId;

    @Option(
            names = "--private-key",
            paramLabel = "FILE",
            description = "File of the private key. Variable: NETSUITE_PRIVATE_KEY, its text or file: and its path.")
    @Nullable
    Path privateKey;

    @Option(
            names = "--private-key-password",
            description = "Ask for the password of an encrypted private key. Variable: NETSUITE_PRIVATE_KEY_PASSWORD.")
    boolean askPassword;

    @Option(
            names = "--certificate",
            paramLabel = "FILE",
            description =
                    "File of the certificate that was uploaded; optional, but much can be checked only with it. Variable: "
                            + "NETSUITE_CERTIFICATE, its text or file: and its path.")
    @Nullable
    Path certificate;

    @Option(
            names = "--scopes",
            paramLabel = "NAMES",
            description = "With commas between; rest_webservices,restlets unless set. Variable: NETSUITE_SCOPES.")
    @Nullable
    String scopes;

    @Option(
            names = "--signature-algorithm",
            paramLabel = "NAME",
            description = "What fits the key unless set. Variable: NETSUITE_SIGNATURE_ALGORITHM.")
    @Nullable
    String signatureAlgorithm;

    @Option(
            names = "--suitetalk-url",
            paramLabel = "URL",
            description = "Made of the account ID unless set. Variable: NETSUITE_SUITETALK_URL.")
    @Nullable
    String suiteTalkUrl;

    @Option(
            names = "--restlets-url",
            paramLabel = "URL",
            description = "Made of the account ID unless set. Variable: NETSUITE_RESTLETS_URL.")
    @Nullable
    String restletsUrl;

    @Option(
            names = "--properties",
            paramLabel = "FILE",
            description =
                    "The application.properties of a Camel application; its camel.component.netsuite.* count where "
                            + "neither option nor variable is set.")
    @Nullable
    Path properties;

    @Option(
            names = "--account",
            paramLabel = "NAME",
            description = "In that file: the account of this name, camel.component.netsuite.accounts[NAME].*")
    @Nullable
    String account;

    @Option(
            names = "--proxy",
            paramLabel = "HOST:PORT",
            description = "HTTP proxy; unless set, that of Java's system properties (https.proxyHost), if any.")
    @Nullable
    String proxy;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            defaultValue = "PT15S",
            description = "The most each of six network steps may take: ${DEFAULT-VALUE} unless set.")
    Duration timeout = Duration.ofSeconds(15);

    @Nullable
    String text(Setting setting) {
        return switch (setting) {
            case ACCOUNT_ID -> accountId;
            case CONSUMER_KEY -> consumerKey;
            case CERTIFICATE_ID -> certificateId;
            case SCOPES -> scopes;
            case SIGNATURE_ALGORITHM -> signatureAlgorithm;
            case SUITE_TALK_URL -> suiteTalkUrl;
            case RESTLETS_URL -> restletsUrl;
            case PRIVATE_KEY, PRIVATE_KEY_PASSWORD, CERTIFICATE -> null;
        };
    }

    @Nullable
    Path file(Setting setting) {
        return switch (setting) {
            case PRIVATE_KEY -> privateKey;
            case CERTIFICATE -> certificate;
            default -> null;
        };
    }
}
