package io.github.camelnetsuite.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.camelnetsuite.simulator.SecretLedger;
import io.github.camelnetsuite.simulator.junit5.NetSuiteSimulatorExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class KeygenCommandTest {

    @RegisterExtension
    static final NetSuiteSimulatorExtension NETSUITE = new NetSuiteSimulatorExtension();

    @TempDir
    Path folder;

    private final Terminal terminal = new Terminal();

    @ParameterizedTest
    @ValueSource(strings = {"p-256", "p-384", "p-521", "rsa-3072", "RSA-4096"})
    void theCertificateIdPrintedIsTheOneGivenOnUploadAndTheKeyLogsIn(String type) throws IOException {
        assertThat(keygen("--type", type)).isZero();
        String id = NETSUITE.simulator().uploadCertificate(Files.readString(certificate()));
        assertThat(terminal.out()).contains("\nCertificate ID  " + id + "\n");
        assertThat(check()).isZero();
        assertThat(terminal.out()).contains("PASSED: 16 ok");
    }

    @Test
    void onlyTheOwnerCanReadTheFiles() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        keygen();
        for (Path file : new Path[] {key(), certificate()}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void nothingIsEverOverwritten() throws IOException {
        Files.writeString(certificate(), "precious");
        assertThat(keygen()).isEqualTo(2);
        assertThat(terminal.err())
                .isEqualTo(certificate()
                        + " already exists, and nothing is ever overwritten. Choose another name, or move it away.\n");
        assertThat(certificate()).hasContent("precious");
        assertThat(key()).doesNotExist();
    }

    @Test
    void theNextStepsAreNamedAndTheKeyIsNotShown() throws IOException {
        keygen("--days", "30", "--name", "Shop to NetSuite");
        assertThat(terminal.out())
                .startsWith("Private key     " + key() + " (P-256; only you can read it, and nobody else needs it)\n")
                .contains(
                        "1. Setup > Integration > Manage Authentication > OAuth 2.0 Client Credentials (M2M) Setup > Create New\n")
                .contains("upload " + certificate())
                .doesNotContain(Files.readAllLines(key()).get(1));
    }

    @Test
    void theCommandToTypeNextIsTheOneThatWasTyped() throws IOException {
        terminal.calling("../runtimes/cli/netsuite");
        keygen();
        assertThat(terminal.out())
                .contains("\n  ../runtimes/cli/netsuite check --account-id ID --consumer-key KEY --private-key " + key()
                        + " --certificate " + certificate() + "\n");
        assertThat(terminal.run("check", "--unknown")).isEqualTo(2);
        assertThat(terminal.err()).endsWith("Try: ../runtimes/cli/netsuite check --help\n");
    }

    @Test
    void aPathWithABlankIsQuoted() throws IOException {
        Path spaced = folder.resolve("auth key.pem");
        assertThat(terminal.run(
                        "keygen",
                        "--private-key",
                        spaced.toString(),
                        "--certificate",
                        certificate().toString()))
                .isZero();
        SecretLedger.record(Files.readString(spaced));
        assertThat(terminal.out()).contains(" --private-key '" + spaced + "' --certificate ");
    }

    @Test
    void moreThanTwoYearsAreRefused() throws IOException {
        assertThat(keygen("--days", "731")).isEqualTo(2);
        assertThat(terminal.err())
                .isEqualTo(
                        "A validity of 731 days is refused: NetSuite ends every certificate after two years. Choose 1 to 730 "
                                + "days.\n");
        assertThat(key()).doesNotExist();
    }

    @Test
    void aKindOfKeyNetSuiteDoesNotTakeIsRefused() throws IOException {
        assertThat(keygen("--type", "rsa-2048")).isEqualTo(2);
        assertThat(terminal.err())
                .startsWith(
                        "Invalid value for option '--type': NetSuite takes rsa-3072, rsa-4096, p-256, p-384, p-521 and no other kind "
                                + "of key");
    }

    @Test
    void withoutACommandTheHelpIsShown() {
        assertThat(terminal.run()).isEqualTo(2);
        assertThat(terminal.err())
                .startsWith("Usage: netsuite [-hV] COMMAND")
                .contains("check ")
                .contains("keygen ");
    }

    private Path key() {
        return folder.resolve("auth-key.pem");
    }

    private Path certificate() {
        return folder.resolve("auth-cert.pem");
    }

    private int keygen(String... further) throws IOException {
        String[] args = new String[5 + further.length];
        args[0] = "keygen";
        args[1] = "--private-key";
        args[2] = key().toString();
        args[3] = "--certificate";
        args[4] = certificate().toString();
        System.arraycopy(further, 0, args, 5, further.length);
        int exit = terminal.run(args);
        if (exit == 0) {
            SecretLedger.record(Files.readString(key()));
        }
        return exit;
    }

    private int check() {
        return terminal.run(
                "check",
                "--account-id",
                NETSUITE.simulator().accountId(),
                "--consumer-key",
                NETSUITE.simulator().consumerKey(),
                "--private-key",
                key().toString(),
                "--certificate",
                certificate().toString(),
                "--suitetalk-url",
                NETSUITE.simulator().suiteTalkUrl().toString(),
                "--restlets-url",
                NETSUITE.simulator().restletsUrl().toString());
    }
}
