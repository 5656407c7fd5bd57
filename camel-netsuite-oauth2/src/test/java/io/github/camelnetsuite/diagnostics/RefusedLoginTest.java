package io.github.camelnetsuite.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelnetsuite.credentials.KeyMaterial;
import io.github.camelnetsuite.simulator.Credentials;
import io.github.camelnetsuite.simulator.KeyKind;
import io.github.camelnetsuite.simulator.LoginAttempt;
import io.github.camelnetsuite.simulator.Permission;
import io.github.camelnetsuite.simulator.junit5.NetSuiteSimulatorExtension;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** NetSuite says little on the wire; the shortlist must hold what its audit trail says. */
@Timeout(60)
class RefusedLoginTest {

    private static final CheckBench BENCH = new CheckBench();

    @RegisterExtension
    static final NetSuiteSimulatorExtension NETSUITE = BENCH.extension();

    @Test
    void aWrongKeyIsOnTheShortlist() {
        Credentials other = BENCH.netSuite().newCredentials(KeyKind.P_256);
        CheckReport report = BENCH.run(settings -> settings.privateKey(KeyMaterial.text(other.privateKeyPem())));
        assertThat(refusal(report).seen()).contains("answered HTTP 401 invalid_client");
        holdsTheTrueCause(report, "the private key is not the one of that certificate");
    }

    @Test
    void aWrongCertificateIdIsTheFirstOnTheShortlist() {
        CheckReport report = BENCH.run(settings -> settings.certificateId("a".repeat(43)));
        holdsTheTrueCause(
                report,
                "the certificate ID is mistyped, or its certificate was revoked, has expired or was wiped by a sandbox refresh");
        assertThat(codes(report).get(0)).isEqualTo("MissingKey");
    }

    @Test
    void aWrongConsumerKeyIsOnTheShortlist() {
        CheckReport report = BENCH.run(settings -> settings.consumerKey("ab".repeat(32)));
        holdsTheTrueCause(
                report,
                "the consumer key is not the integration record's Client ID (an Application ID is a common mix-up)");
    }

    @Test
    void anApplicationIdAsConsumerKeyIsTheFirstOnTheShortlist() {
        CheckReport report = BENCH.run(settings -> settings.consumerKey("0b6c2f0e-3c6e-4c41-9d36-8a3b3f1f2a77"));
        assertThat(report.finding(CheckStep.CONSUMER_KEY))
                .extracting(Finding::level, Finding::seen)
                .containsExactly(Level.HINT, "It is a GUID, the form of the integration record's Application ID.");
        holdsTheTrueCause(report, "the Application ID was set as consumer key");
        assertThat(refusal(report).candidates())
                .extracting(Candidate::cause)
                .as("the consumer key is suspected once")
                .startsWith("the Application ID was set as consumer key")
                .noneMatch(cause -> cause.startsWith("the consumer key is not"));
    }

    @Test
    void aCertificateUploadedInAnotherAccountIsOnTheShortlist() {
        CheckReport report = BENCH.run(settings -> settings.accountId("7654321").certificateId("b".repeat(43)));
        holdsTheTrueCause(report, "the certificate was uploaded in another account than 7654321, such as its sandbox");
    }

    @Test
    void aTokenOfAnotherAccountThanTheOneSetIsNoticed() {
        CheckReport report = BENCH.run(settings -> settings.accountId("7654321"));
        assertThat(report.firstFailure().orElseThrow())
                .extracting(Finding::step, Finding::seen)
                .containsExactly(
                        CheckStep.TOKEN_CLAIMS,
                        "Role 1000, entity -5, scopes rest_webservices, restlets. It is for account 1234567, not 7654321.");
    }

    @Test
    void anExpiredCertificateIsTheFirstOnTheShortlistWhenItIsGiven() {
        CheckReport report = BENCH.run(BENCH.settingsWithCertificate(expired()));
        assertThat(report.firstFailure().orElseThrow().step()).isEqualTo(CheckStep.CERTIFICATE_DATES);
        holdsTheTrueCause(report, "the certificate expired on 2026-02-28");
        assertThat(refusal(report).candidates().get(0).cause()).isEqualTo("the certificate expired on 2026-02-28");
    }

    @Test
    void anExpiredCertificateIsOnTheShortlistAlsoWhenItIsNotGiven() {
        CheckReport report = BENCH.run(BENCH.settings(expired()));
        holdsTheTrueCause(
                report,
                "the certificate ID is mistyped, or its certificate was revoked, has expired or was wiped by a sandbox refresh");
    }

    @Test
    void aRevokedCertificateIsTheFirstOnTheShortlistAndTheKeyTheLast() {
        BENCH.netSuite().revokeCertificate(BENCH.netSuite().credentials().certificateId());
        CheckReport report = BENCH.run(BENCH.settingsWithCertificate());
        holdsTheTrueCause(
                report,
                "the certificate ID is mistyped, or its certificate was revoked, has expired or was wiped by a sandbox refresh");
        assertThat(codes(report)).first().isEqualTo("MissingKey");
        assertThat(refusal(report).candidates())
                .last()
                .extracting(Candidate::cause)
                .isEqualTo("the private key is not the one of that certificate");
    }

    @Test
    void theClearedMachineToMachineBoxIsNamed() {
        BENCH.netSuite().settings().m2mGrant(false);
        CheckReport report = BENCH.run(BENCH.settings());
        assertThat(refusal(report).seen()).contains("answered HTTP 400 unauthorized_client");
        holdsTheTrueCause(
                report, "Client Credentials (Machine to Machine) Grant is not ticked on the integration record");
    }

    @Test
    void aScopeThatIsNotTickedIsNamed() {
        BENCH.netSuite().settings().scopes("rest_webservices");
        CheckReport report = BENCH.run(BENCH.settings());
        assertThat(refusal(report).seen()).contains("answered HTTP 400 invalid_scope");
        holdsTheTrueCause(report, "a scope asked for is not ticked on the integration record");
        assertThat(refusal(report).candidates().get(0).where()).isEqualTo("Setup > Integration > Manage Integrations");
    }

    @Test
    void aDisabledRoleIsNamed() {
        BENCH.netSuite().settings().roleEnabled(false);
        CheckReport report = BENCH.run(BENCH.settings());
        assertThat(refusal(report).seen()).contains("answered HTTP 400 invalid_grant");
        holdsTheTrueCause(
                report, "the entity or the role of the M2M mapping is inactive, or the role was taken from the entity");
    }

    @Test
    void aRoleWithoutThePermissionToLogInIsNamed() {
        BENCH.netSuite().settings().without(Permission.LOG_IN_WITH_ACCESS_TOKENS);
        CheckReport report = BENCH.run(BENCH.settings());
        holdsTheTrueCause(report, "the role lacks the permission Log in using OAuth 2.0 Access Tokens");
    }

    @Test
    void aBlockedIntegrationRecordIsNamed() {
        BENCH.netSuite().settings().integrationEnabled(false);
        CheckReport report = BENCH.run(BENCH.settings());
        holdsTheTrueCause(report, "the integration record is blocked or not enabled");
    }

    @Test
    void aServerErrorMayPassOrMeanAWrongSetting() {
        BENCH.netSuite().faults().onToken().status(500, "{\"error\":\"server_error\"}");
        CheckReport report = BENCH.run(BENCH.settings());
        assertThat(refusal(report).seen()).contains("answered HTTP 500 server_error");
        assertThat(refusal(report).action()).endsWith("Such an answer may leave no row there.");
        assertThat(refusal(report).candidates())
                .extracting(Candidate::cause)
                .containsExactly(
                        "NetSuite has a passing fault",
                        "the certificate ID is unknown to this account, or was never uploaded",
                        "an Application ID was set as consumer key",
                        "the certificate was uploaded in another account than 1234567, such as its sandbox",
                        "the signature algorithm is not accepted");
    }

    @Test
    void afterARefusalNoCallIsMade() {
        CheckReport report = BENCH.run(settings -> settings.certificateId("a".repeat(43)));
        assertThat(report.findings())
                .filteredOn(finding -> finding.step().compareTo(CheckStep.TOKEN) > 0)
                .extracting(Finding::seen)
                .containsOnly("There is no token.");
    }

    private static Credentials expired() {
        return BENCH.netSuite()
                .newCredentials(
                        KeyKind.P_256,
                        CheckBench.NOW.minus(Duration.ofDays(400)),
                        CheckBench.NOW.minus(Duration.ofDays(1)));
    }

    private static Finding refusal(CheckReport report) {
        return report.finding(CheckStep.TOKEN);
    }

    private static List<String> codes(CheckReport report) {
        return refusal(report).candidates().stream()
                .flatMap(candidate -> candidate.auditTrailCodes().stream())
                .toList();
    }

    private static void holdsTheTrueCause(CheckReport report, String cause) {
        assertThat(refusal(report).level()).isEqualTo(Level.FAIL);
        assertThat(refusal(report).where()).contains("View Login Audit Trail");
        assertThat(refusal(report).candidates()).extracting(Candidate::cause).contains(cause);
        List<LoginAttempt> trail = BENCH.netSuite().loginAuditTrail();
        assertThat(codes(report)).contains(trail.get(trail.size() - 1).detail());
    }
}
