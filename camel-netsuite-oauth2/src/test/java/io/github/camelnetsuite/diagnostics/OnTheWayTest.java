package io.github.camelnetsuite.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelnetsuite.simulator.junit5.NetSuiteSimulatorExtension;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What can go wrong between here and NetSuite. The time-outs are real, because they guard real sockets; where the steps before have
 * to succeed within the same time, it is one that a busy machine keeps.
 */
@Timeout(60)
class OnTheWayTest {

    private static final CheckBench BENCH = new CheckBench();

    @RegisterExtension
    static final NetSuiteSimulatorExtension NETSUITE = BENCH.extension();

    @Test
    void anUnknownHostIsNamedAndNothingIsSent() {
        CheckReport report = new CheckBenchAt(BENCH).unknownHost();
        assertThat(report.firstFailure().orElseThrow())
                .extracting(Finding::step, Finding::seen, Finding::meaning, Finding::where)
                .containsExactly(
                        CheckStep.HOST,
                        "The host 7654321.suitetalk.api.netsuite.com is unknown to DNS.",
                        "The account ID is wrong, or this machine may not resolve public names.",
                        "Setup > Company > Company Information (tab Company URLs for the addresses)");
        assertThat(report.finding(CheckStep.CONNECTION).seen()).isEqualTo("The host has no address.");
    }

    @Test
    void aNameServerThatNeverAnswersIsGivenUpInTime() {
        var never = new CountDownLatch(1);
        BENCH.lookup(host -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new InetAddress[0];
        });
        try {
            CheckReport report = BENCH.run(settings -> settings.timeout(Duration.ofMillis(200)));
            assertThat(report.firstFailure().orElseThrow().seen())
                    .isEqualTo("DNS did not answer for 127.0.0.1 within 200 ms.");
        } finally {
            never.countDown();
            BENCH.lookup(InetAddress::getAllByName);
        }
    }

    @Test
    void aDeadHostIsNamed() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        CheckReport report = BENCH.run(settings -> settings.suiteTalkUrl("http://127.0.0.1:" + port));
        assertThat(report.firstFailure().orElseThrow())
                .extracting(Finding::step, Finding::seen)
                .containsExactly(CheckStep.CONNECTION, "127.0.0.1 refuses connections, or cannot be reached.");
        assertThat(report.finding(CheckStep.TOKEN).seen()).isEqualTo("NetSuite did not answer.");
    }

    @Test
    void aHostThatNeverAnswersIsGivenUpInTime() {
        BENCH.netSuite().faults().onAny().hang();
        CheckReport report = BENCH.run(settings -> settings.timeout(Duration.ofSeconds(2)));
        assertThat(report.firstFailure().orElseThrow())
                .extracting(Finding::step, Finding::seen)
                .containsExactly(CheckStep.CONNECTION, "127.0.0.1 did not answer completely within 2000 ms.");
        BENCH.netSuite().faults().clear();
    }

    @Test
    void aTokenEndpointThatNeverAnswersIsGivenUpInTime() {
        BENCH.netSuite().faults().onToken().hang();
        CheckReport report = BENCH.run(settings -> settings.timeout(Duration.ofSeconds(2)));
        assertThat(report.firstFailure().orElseThrow().step()).isEqualTo(CheckStep.TOKEN);
        assertThat(report.finding(CheckStep.TOKEN).seen()).contains("did not answer completely within 2000 ms");
        BENCH.netSuite().faults().clear();
    }

    @Test
    void aCutConnectionIsNamed() {
        BENCH.netSuite().faults().onAny().cutConnection();
        CheckReport report = BENCH.run(BENCH.settings());
        assertThat(report.firstFailure().orElseThrow().seen())
                .isEqualTo("127.0.0.1 ended the connection before its answer was complete.");
    }

    @Test
    void aPageInPlaceOfATokenAnswerIsNotTakenForARefusal() {
        BENCH.netSuite().faults().onToken().html(200);
        CheckReport report = BENCH.run(BENCH.settings());
        assertThat(report.finding(CheckStep.TOKEN))
                .extracting(Finding::level, Finding::meaning)
                .containsExactly(Level.FAIL, "This says nothing about the credentials.");
        assertThat(report.finding(CheckStep.TOKEN).seen()).contains("with an HTML page instead of the JSON");
        assertThat(report.finding(CheckStep.TOKEN).candidates())
                .extracting(Candidate::cause)
                .containsExactly("a proxy, gateway or maintenance page answered instead of NetSuite");
    }

    @Test
    void aPageInPlaceOfNetSuiteIsNoticedAtTheFirstAnswer() {
        BENCH.netSuite().faults().onAny().html(503);
        CheckReport report = BENCH.run(BENCH.settings());
        assertThat(report.finding(CheckStep.CONNECTION))
                .extracting(Finding::level, Finding::seen)
                .containsExactly(Level.WARN, "127.0.0.1 answered HTTP 503 with an HTML page without TLS.");
        assertThat(report.finding(CheckStep.TOKEN).level()).isEqualTo(Level.FAIL);
    }

    @Test
    void anEndlessTokenAnswerIsCutOff() {
        BENCH.netSuite().faults().onToken().hugeBody(50);
        CheckReport report = BENCH.run(BENCH.settings());
        assertThat(report.finding(CheckStep.TOKEN).level()).isEqualTo(Level.FAIL);
        assertThat(report.finding(CheckStep.TOKEN).seen())
                .contains("answered with more than 64 KiB, which no token answer has; the rest was not read.");
    }

    @Test
    void anEndlessAnswerToACallIsCutOff() {
        BENCH.netSuite().faults().onApi().hugeBody(50);
        CheckReport report = BENCH.run(BENCH.settings());
        assertThat(report.finding(CheckStep.TOKEN).level()).isEqualTo(Level.OK);
    }

    @Test
    void aRedirectIsNotFollowedAndItsTargetNamed() {
        BENCH.netSuite().faults().onToken().redirectTo(URI.create("https://elsewhere.example/login"));
        CheckReport report = BENCH.run(BENCH.settings());
        assertThat(report.finding(CheckStep.TOKEN).seen()).contains("a redirect to the host elsewhere.example");
        assertThat(report.finding(CheckStep.TOKEN).where()).contains("Company Information");
    }

    @Test
    void aRedirectIsNoticedBeforeAnyAssertionIsMade() {
        BENCH.netSuite().faults().onApi().redirectTo(URI.create("https://elsewhere.example/login"));
        CheckReport report = BENCH.run(BENCH.settings());
        assertThat(report.finding(CheckStep.CONNECTION))
                .extracting(Finding::level, Finding::seen)
                .containsExactly(
                        Level.WARN,
                        "127.0.0.1 answered HTTP 302, a redirect to the host elsewhere.example without TLS.");
    }

    @Test
    void behindAProxyHostNamesAreNotLookedUpHere() {
        CheckReport report = BENCH.run(settings -> settings.proxy("proxy.example:3128"));
        assertThat(report.finding(CheckStep.HOST))
                .extracting(Finding::level, Finding::seen)
                .containsExactly(Level.SKIPPED, "The proxy proxy.example:3128 looks up host names.");
        assertThat(report.passed()).isTrue();
    }

    /** Runs with the account's real host names, which lead nowhere. */
    private record CheckBenchAt(CheckBench bench) {

        CheckReport unknownHost() {
            bench.lookup(host -> {
                throw new UnknownHostException(host);
            });
            try {
                return bench.run(settings ->
                        settings.accountId("7654321").suiteTalkUrl(null).restletsUrl(null));
            } finally {
                bench.lookup(InetAddress::getAllByName);
            }
        }
    }
}
