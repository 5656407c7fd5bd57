package io.github.camelnetsuite.diagnostics;

import io.github.camelnetsuite.token.HttpTokenEndpoint;
import java.net.InetAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.client5.http.classic.HttpClient;

/**
 * Says why a login to NetSuite fails, or that it works. Runs ordered checks, first offline, then on the way to NetSuite, then
 * on its answers, and skips those that make no sense after what an earlier one found. One token is asked for and three calls
 * are made that read no data and change nothing. Each of the at most six network steps ends within the settings' time-out.
 */
public final class NetSuiteCheck {

    private final CheckSettings settings;
    private final Clock clock;
    private final List<Check> checks;

    private NetSuiteCheck(CheckSettings settings, HttpClient http, Clock clock, HostLookup lookup) {
        this.settings = settings;
        this.clock = clock;
        var probe = new Probe(http, settings.timeout);
        this.checks = List.of(
                new SettingsCheck(),
                new AccountCheck(),
                new SigningKeyCheck(),
                new CertificateCheck(),
                new CertificateIdCheck(),
                new ConsumerKeyCheck(),
                new ScopesCheck(),
                new CertificateDatesCheck(),
                new HostCheck(lookup),
                new ConnectionCheck(probe),
                new ClockCheck(),
                new TokenCheck(new HttpTokenEndpoint(http, settings.timeout)),
                new TokenClaimsCheck(),
                new CallCheck(HarmlessCall.SERVER_TIME, probe),
                new CallCheck(HarmlessCall.RECORDS, probe),
                new CallCheck(HarmlessCall.QUERY, probe));
    }

    /**
     * A check of these settings.
     *
     * @param http must follow no redirects, keep no cookies and repeat nothing by itself; is not closed
     * @param clock this machine's time
     */
    public static NetSuiteCheck of(CheckSettings settings, HttpClient http, Clock clock) {
        return new NetSuiteCheck(settings, http, clock, InetAddress::getAllByName);
    }

    /** As {@link #of(CheckSettings, HttpClient, Clock)}, but host names are looked up as the HTTP client of a test does. */
    static NetSuiteCheck of(CheckSettings settings, HttpClient http, Clock clock, HostLookup lookup) {
        return new NetSuiteCheck(settings, http, clock, lookup);
    }

    /** Runs all checks; blocks until they are done. What goes wrong is a finding, not an exception. */
    public CheckReport run() {
        var known = new Knowledge(settings, clock);
        var findings = new ArrayList<Finding>();
        for (Check check : checks) {
            findings.add(check.obstacle(known)
                    .map(reason -> Finding.skipped(check.step(), reason))
                    .orElseGet(() -> check.run(known)));
        }
        return new CheckReport(findings);
    }
}
