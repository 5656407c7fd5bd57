package io.github.camelnetsuite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelnetsuite.simulator.Credentials;
import io.github.camelnetsuite.simulator.junit5.NetSuiteSimulatorExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CheckCommandTest {

    @RegisterExtension
    static final NetSuiteSimulatorExtension NETSUITE = new NetSuiteSimulatorExtension();

    @TempDir
    Path folder;

    private final Terminal terminal = new Terminal();
    private Path key = Path.of("set before each test");
    private Path certificate = Path.of("set before each test");

    @BeforeEach
    void writeTheKey() throws IOException {
        key = Files.writeString(folder.resolve("auth-key.pem"), credentials().privateKeyPem());
        certificate =
                Files.writeString(folder.resolve("auth-cert.pem"), credentials().certificatePem());
    }

    @Test
    void aLoginThatWorksEndsWithZero() {
        int exit = terminal.run(options("--certificate", certificate.toString()));
        assertThat(terminal.err()).isEmpty();
        assertThat(terminal.out()).endsWith("\nPASSED: 16 ok, 0 hints, 0 warnings, 0 failed, 0 skipped.\n");
        assertThat(exit).isZero();
    }

    @Test
    void aFailedCheckEndsWithOneAndNamesTheCause() {
        NETSUITE.simulator().settings().m2mGrant(false);
        int exit = terminal.run(options());
        assertThat(terminal.out())
                .contains("FAIL     token ")
                .contains("(1) Client Credentials (Machine to Machine) Grant is not ticked on the integration")
                .endsWith("Start with token.\n");
        assertThat(exit).isEqualTo(1);
    }

    @Test
    void missingSettingsEndWithTwo() {
        int exit = terminal.run("check", "--account-id", "1234567");
        assertThat(terminal.out())
                .contains("Not set: consumerKey, certificateId (or certificate), privateKey.")
                .endsWith("Start with settings.\n"
                        + "To give what is not set: --consumer-key or NETSUITE_CONSUMER_KEY; --certificate-id or"
                        + " NETSUITE_CERTIFICATE_ID; --private-key FILE or NETSUITE_PRIVATE_KEY (its text, or file: and its"
                        + " path).\n");
        assertThat(exit).isEqualTo(2);
    }

    @Test
    void anUnknownOptionEndsWithTwoAndItsValueIsNotRepeated() {
        int exit = terminal.run("check", "--secret", "hunter2 and more");
        assertThat(terminal.err()).isEqualTo("Unknown options: '--secret', '***'\nTry: netsuite check --help\n");
        assertThat(exit).isEqualTo(2);
    }

    @Test
    void jsonHoldsOneFindingForEachCheck() throws JsonProcessingException {
        NETSUITE.simulator().revokeCertificate(credentials().certificateId());
        int exit = terminal.run(options("--json"));
        JsonNode report = new JsonMapper().readTree(terminal.out());
        assertThat(exit).isEqualTo(1);
        assertThat(report.path("passed").asBoolean(true)).isFalse();
        assertThat(report.path("counts").path("fail").asInt()).isEqualTo(1);
        assertThat(report.path("findings").findValuesAsText("check"))
                .containsExactly(
                        "settings",
                        "account",
                        "signing-key",
                        "certificate",
                        "certificate-id",
                        "consumer-key",
                        "scopes",
                        "certificate-dates",
                        "host",
                        "connection",
                        "clock",
                        "token",
                        "token-claims",
                        "server-time",
                        "rest-records",
                        "suiteql");
        JsonNode token = report.path("findings").get(11);
        assertThat(token.path("level").asText()).isEqualTo("fail");
        assertThat(token.path("candidates")
                        .get(0)
                        .path("auditTrailCodes")
                        .get(0)
                        .asText())
                .isEqualTo("MissingKey");
    }

    @Test
    void theEnvironmentGivesWhatNoOptionDoes() {
        terminal.set("NETSUITE_ACCOUNT_ID", credentials().accountId())
                .set("NETSUITE_CONSUMER_KEY", credentials().consumerKey())
                .set("NETSUITE_CERTIFICATE_ID", "overruled")
                .set("NETSUITE_PRIVATE_KEY", credentials().privateKeyPem().replace("\n", "\\n"))
                .set(
                        "NETSUITE_SUITETALK_URL",
                        NETSUITE.simulator().suiteTalkUrl().toString())
                .set("NETSUITE_RESTLETS_URL", NETSUITE.simulator().restletsUrl().toString())
                .set("NETSUITE_SCOPES", "rest_webservices");
        int exit = terminal.run("check", "--certificate-id=" + credentials().certificateId());
        assertThat(terminal.out()).contains("rest_webservices will be asked for.");
        assertThat(exit).isZero();
    }

    @Test
    void theVariableOfThePrivateKeyMayNameAFile() {
        terminal.set("NETSUITE_PRIVATE_KEY", "file:" + key);
        int exit = terminal.run(without("--private-key", options()));
        assertThat(exit).isZero();
    }

    @Test
    void thePropertiesOfACamelApplicationGiveWhatIsNotSetElsewhere() throws IOException {
        Path properties = Files.writeString(folder.resolve("application.properties"), """
                camel.component.netsuite.account-id = {{account}}
                camel.component.netsuite.consumerKey = {{env:SHOP_CONSUMER_KEY}}
                camel.component.netsuite.privateKey = file:%s
                camel.component.netsuite.certificate = file:%s
                camel.component.netsuite.suiteTalkUrl = %s
                camel.component.netsuite.restletsUrl = {{missing:%s}}
                account = %s
                """.formatted(
                        key,
                        certificate,
                        NETSUITE.simulator().suiteTalkUrl(),
                        NETSUITE.simulator().restletsUrl(),
                        credentials().accountId()));
        terminal.set("SHOP_CONSUMER_KEY", credentials().consumerKey());
        int exit = terminal.run("check", "--properties", properties.toString());
        assertThat(terminal.out()).contains("derived from the certificate").contains("PASSED");
        assertThat(exit).isZero();
    }

    @Test
    void aNamedAccountIsChosenByItsName() throws IOException {
        Path properties = Files.writeString(folder.resolve("application.properties"), """
                camel.component.netsuite.accountId = 7654321
                camel.component.netsuite.accounts[eu].accountId = 1234567_SB1
                """);
        terminal.run("check", "--properties", properties.toString(), "--account", "eu");
        assertThat(terminal.out()).contains("1234567_SB1 (sandbox)");
    }

    @Test
    void aNamedAccountTakesNothingFromTheVariablesOfTheDefaultOne() throws IOException {
        Path properties = Files.writeString(folder.resolve("application.properties"), """
                camel.component.netsuite.accounts[eu].accountId = 1234567_SB1
                """);
        terminal.set("NETSUITE_ACCOUNT_ID", credentials().accountId())
                .set("NETSUITE_CONSUMER_KEY", credentials().consumerKey());

        terminal.run("check", "--properties", properties.toString(), "--account", "eu");

        assertThat(terminal.out()).contains("1234567_SB1 (sandbox)").doesNotContain("PASSED");
    }

    @Test
    void accountsWhoseNamesDifferByAHyphenOrCaseAreNotMixed() throws IOException {
        Path properties = Files.writeString(folder.resolve("application.properties"), """
                camel.component.netsuite.accounts[eu1].accountId = 7654321
                camel.component.netsuite.accounts[EU-1].accountId = 7654322
                camel.component.netsuite.accounts[eu-1].account-id = 1234567_SB1
                """);

        terminal.run("check", "--properties", properties.toString(), "--account", "eu-1");

        assertThat(terminal.out()).contains("1234567_SB1 (sandbox)");
    }

    @Test
    void aVaultPlaceholderIsRefusedWithTheWayOut() throws IOException {
        Path properties = Files.writeString(
                folder.resolve("application.properties"),
                "camel.component.netsuite.consumerKey = {{hashicorp:secret/netsuite}}\n");
        int exit = terminal.run("check", "--properties", properties.toString());
        assertThat(terminal.err())
                .isEqualTo(
                        "The property consumerKey holds the placeholder {{hashicorp:secret/netsuite}}, which is not set, or which only Camel can fill in "
                                + "(a vault). Give that setting by its option or its environment variable.\n");
        assertThat(exit).isEqualTo(2);
    }

    @Test
    void thePasswordOfAKeyIsAskedForAndNeverAnArgument() {
        assertThat(terminal.run(options("--private-key-password=hunter2"))).isEqualTo(2);
        assertThat(terminal.err()).doesNotContain("hunter2");
        assertThat(terminal.run(options("--private-key-password"))).isEqualTo(2);
        assertThat(terminal.err())
                .isEqualTo(
                        "There is no terminal to ask for the password of the private key. Set NETSUITE_PRIVATE_KEY_PASSWORD "
                                + "instead.\n");
        assertThat(terminal.typing("hunter2").run(options("--private-key-password")))
                .isZero();
    }

    @Test
    void aKeyOnTheCommandLineIsRefusedAndNotRepeated() {
        String pem = credentials().privateKeyPem();
        for (String typed : List.of(pem, pem.lines().skip(1).findFirst().orElseThrow() + "A".repeat(60))) {
            for (List<String> args : List.of(List.of("--private-key", typed), List.of("--private-key=" + typed))) {
                var all = new ArrayList<>(List.of("check"));
                all.addAll(args);
                assertThat(terminal.run(all.toArray(new String[0]))).isEqualTo(2);
                assertThat(terminal.err())
                        .startsWith("A private key was given on the command line")
                        .doesNotContain(typed.substring(0, 20));
                assertThat(terminal.out()).isEmpty();
            }
        }
    }

    @Test
    void allRequestsGoThroughTheProxyThatIsNamed() throws IOException {
        try (var proxy = new GrumpyProxy()) {
            assertThat(terminal.run(options("--proxy", proxy.address()))).isEqualTo(1);
            assertThat(proxy.requestLines())
                    .first()
                    .isEqualTo("GET " + NETSUITE.simulator().suiteTalkUrl()
                            + "/services/rest/auth/oauth2/v1/keys HTTP/1.1");
            assertThat(terminal.out())
                    .contains("The proxy " + proxy.address() + " looks up host names.")
                    .contains("answered HTTP 407 without TLS.")
                    .contains("means: The proxy wants a login.");
        }
        assertThat(NETSUITE.simulator().requests()).isEmpty();
    }

    @Test
    void aProxyWithAPasswordIsRefusedAndNotRepeated() {
        assertThat(terminal.run(options("--proxy", "http://user:pw@proxy"))).isEqualTo(2);
        assertThat(terminal.err())
                .isEqualTo(
                        "--proxy is not a host and a port. Write it as proxy.example.com:3128, without a scheme, user or "
                                + "password.\n");
    }

    @Test
    void aServerThatNeverAnswersIsGivenUpInTime() {
        NETSUITE.simulator().faults().onAny().hang();
        int exit = terminal.run(options("--timeout", "PT0.3S"));
        assertThat(terminal.out())
                .contains("127.0.0.1 ")
                .contains("did not answer")
                .contains("Start with connection.");
        assertThat(exit).isEqualTo(1);
        NETSUITE.simulator().faults().clear();
    }

    private static Credentials credentials() {
        return NETSUITE.simulator().credentials();
    }

    private String[] options(String... further) {
        var args = new ArrayList<>(List.of(
                "check",
                "--account-id",
                credentials().accountId(),
                "--consumer-key",
                credentials().consumerKey(),
                "--certificate-id=" + credentials().certificateId(),
                "--private-key",
                key.toString(),
                "--suitetalk-url",
                NETSUITE.simulator().suiteTalkUrl().toString(),
                "--restlets-url",
                NETSUITE.simulator().restletsUrl().toString()));
        args.addAll(List.of(further));
        return args.toArray(new String[0]);
    }

    private static String[] without(String option, String[] args) {
        var left = new ArrayList<>(List.of(args));
        int at = left.indexOf(option);
        left.subList(at, at + 2).clear();
        return left.toArray(new String[0]);
    }
}
