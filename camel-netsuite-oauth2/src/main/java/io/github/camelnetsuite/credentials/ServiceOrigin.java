package io.github.camelnetsuite.credentials;

import io.github.camelnetsuite.NetSuiteConfigurationException;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The two services that get credentials, and which origins they may have. */
enum ServiceOrigin {
    SUITE_TALK("suitetalk", "suiteTalkUrl"),
    RESTLETS("restlets", "restletsUrl");

    private static final Pattern NETSUITE =
            Pattern.compile("https://([a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)\\.([a-z]+)\\.api\\.netsuite\\.com/?");
    private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern LOOPBACK =
            Pattern.compile("(https?://(?:localhost|127(?:\\." + OCTET + "){3}|\\[::1]))(?::(\\d{1,5}))?/?");
    private static final int HIGHEST_PORT = 65535;

    private final String service;
    private final String option;

    ServiceOrigin(String service, String option) {
        this.service = service;
        this.option = option;
    }

    URI of(AccountId account, @Nullable String configured) {
        String own = "https://" + account.hostLabel() + "." + service + ".api.netsuite.com";
        if (configured == null || configured.isBlank()) {
            return URI.create(own);
        }
        String text = lowerAscii(configured.strip());
        if (text.equals(own) || text.equals(own + "/")) {
            return URI.create(own);
        }
        Matcher loopback = LOOPBACK.matcher(text);
        if (loopback.matches() && portInRange(loopback.group(2))) {
            return URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        }
        throw NetSuiteConfigurationException.ofOption(
                option,
                option + " " + Shown.url(configured) + " is refused: "
                        + reason(text, account) + " Leave " + option + " out, or set it to " + own
                        + ". For the simulator use plain http or https on localhost, 127.0.0.1 or [::1] with its port.");
    }

    private String reason(String text, AccountId account) {
        Matcher netSuite = NETSUITE.matcher(text);
        if (!netSuite.matches()) {
            return "credentials go to NetSuite's own hosts only, by https and without port, user, path, query or fragment.";
        }
        if (!service.equals(netSuite.group(2))) {
            return "it is the address of the service '" + netSuite.group(2) + "', not of '" + service + "'.";
        }
        return "it belongs to another account than accountId " + account + ".";
    }

    private static boolean portInRange(@Nullable String port) {
        return port == null || (Integer.parseInt(port) >= 1 && Integer.parseInt(port) <= HIGHEST_PORT);
    }

    /** Leaves letters alone that only look like ASCII once their case is changed, such as the Kelvin sign. */
    private static String lowerAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80) ? text.toLowerCase(Locale.ROOT) : text;
    }
}
