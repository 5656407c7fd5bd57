package io.github.camelnetsuite.cli;

import io.github.camelnetsuite.NetSuiteConfigurationException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;

/**
 * The proxy to go through.
 *
 * @param explicit the one an option names; null to leave it to Java's system properties
 * @param shown host and port of whichever it is; null when there is none
 */
record ProxyChoice(@Nullable HttpHost explicit, @Nullable String shown) {

    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9._-]{1,253}):(\\d{1,5})");
    private static final String ANY_ACCOUNT = "https://system.suitetalk.api.netsuite.com";
    private static final int HIGHEST_PORT = 65535;

    /**
     * @param option null when it is not given
     * @param suiteTalkUrl null when it is made of the account ID
     */
    static ProxyChoice of(@Nullable String option, @Nullable String suiteTalkUrl) {
        if (option == null) {
            return new ProxyChoice(null, ofSystemProperties(suiteTalkUrl));
        }
        Matcher form = FORM.matcher(option);
        if (!form.matches() || Integer.parseInt(form.group(2)) > HIGHEST_PORT) {
            throw new NetSuiteConfigurationException(
                    "--proxy is not a host and a port. Write it as proxy.example.com:3128, without a scheme, user or password.");
        }
        return new ProxyChoice(new HttpHost(form.group(1), Integer.parseInt(form.group(2))), option);
    }

    private static @Nullable String ofSystemProperties(@Nullable String suiteTalkUrl) {
        ProxySelector selector = ProxySelector.getDefault();
        if (selector == null) {
            return null;
        }
        try {
            URI target = URI.create(suiteTalkUrl == null ? ANY_ACCOUNT : suiteTalkUrl.strip());
            return selector.select(target).stream()
                    .filter(proxy -> proxy.type() == Proxy.Type.HTTP && proxy.address() instanceof InetSocketAddress)
                    .map(proxy -> (InetSocketAddress) proxy.address())
                    .map(address -> address.getHostString() + ":" + address.getPort())
                    .findFirst()
                    .orElse(null);
        } catch (IllegalArgumentException e) {
            // The URL is not one; the check says so.
            return null;
        }
    }
}
