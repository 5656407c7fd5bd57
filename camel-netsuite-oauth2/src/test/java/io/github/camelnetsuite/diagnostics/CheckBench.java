package io.github.camelnetsuite.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelnetsuite.credentials.KeyMaterial;
import io.github.camelnetsuite.simulator.Credentials;
import io.github.camelnetsuite.simulator.NetSuiteSimulator;
import io.github.camelnetsuite.simulator.VirtualClock;
import io.github.camelnetsuite.simulator.junit5.NetSuiteSimulatorExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;

/** Runs checks against a simulator whose time stands still, and lets no report pass that shows a secret. */
final class CheckBench {

    /** The time at NetSuite, and on this machine unless a test says otherwise. */
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final List<String> secrets = new CopyOnWriteArrayList<>();
    private final NetSuiteSimulatorExtension extension;
    private Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private HostLookup lookup = InetAddress::getAllByName;

    CheckBench() {
        this("1234567");
    }

    CheckBench(String accountId) {
        extension = NetSuiteSimulatorExtension.with(builder ->
                builder.accountId(accountId).clock(VirtualClock.at(NOW)).secrets(secrets::add));
    }

    /** To be registered by the test class. */
    NetSuiteSimulatorExtension extension() {
        return extension;
    }

    NetSuiteSimulator netSuite() {
        return extension.simulator();
    }

    /** Lets this machine's clock differ from NetSuite's. */
    CheckBench localTime(Instant now) {
        clock = Clock.fixed(now, ZoneOffset.UTC);
        return this;
    }

    CheckBench lookup(HostLookup hosts) {
        lookup = hosts;
        return this;
    }

    /** Settings that work: the four values, without the certificate. */
    CheckSettings.Builder settings() {
        return settings(netSuite().credentials());
    }

    CheckSettings.Builder settings(Credentials credentials) {
        return CheckSettings.builder()
                .accountId(credentials.accountId())
                .consumerKey(credentials.consumerKey())
                .certificateId(credentials.certificateId())
                .privateKey(KeyMaterial.text(credentials.privateKeyPem()))
                .suiteTalkUrl(netSuite().suiteTalkUrl().toString())
                .restletsUrl(netSuite().restletsUrl().toString());
    }

    /** The same with the certificate. */
    CheckSettings.Builder settingsWithCertificate() {
        return settingsWithCertificate(netSuite().credentials());
    }

    CheckSettings.Builder settingsWithCertificate(Credentials credentials) {
        return settings(credentials).certificate(KeyMaterial.text(credentials.certificatePem()));
    }

    CheckReport run(Consumer<CheckSettings.Builder> change) {
        var builder = settings();
        change.accept(builder);
        return run(builder);
    }

    CheckReport run(CheckSettings.Builder settings) {
        try (CloseableHttpClient http = client()) {
            CheckReport report =
                    NetSuiteCheck.of(settings.build(), http, clock, lookup).run();
            showsNoSecret(report.toText());
            showsNoSecret(report.toJson());
            return report;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CloseableHttpClient client() {
        return HttpClients.custom()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableRedirectHandling()
                .build();
    }

    private void showsNoSecret(String output) {
        String joined = output.replaceAll("\\s", "");
        assertThat(joined).doesNotContain(netSuite().consumerKey()).doesNotContain("BEGINPRIVATE");
        for (String secret : secrets) {
            Pattern.compile("[.\\s]+")
                    .splitAsStream(secret)
                    .filter(part -> part.length() > 24)
                    .forEach(part -> assertThat(joined).doesNotContain(part));
        }
    }
}
