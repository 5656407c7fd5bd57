package io.github.camelnetsuite.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every secret that a test makes, receives or is granted goes into {@code target/secret-ledger} of its module. Here, after all other
 * tests, whatever they printed is searched for them.
 */
class NoSecretLeaksTest {

    private static final Path ROOT = Path.of("..");
    private static final String LEDGER = "secret-ledger";

    @Test
    void noLogReportOrDumpHoldsASecretOfTheTests() throws IOException {
        Set<String> secrets = ledgers();
        List<Path> searched = outputs();
        LeakSearch search = new LeakSearch(secrets);

        List<String> leaks = new ArrayList<>();
        for (Path file : searched) {
            leaks.addAll(search.in(file));
        }

        assertThat(leaks).isEmpty();
        System.out.printf("Secret ledger: %d secrets searched for in %d files%n", secrets.size(), searched.size());
        assertThat(secrets).as("secrets in the ledgers").hasSizeGreaterThan(100);
        assertThat(searched).as("files searched").hasSizeGreaterThan(20);
    }

    @Test
    void aPlantedLeakIsFoundInEachForm(@TempDir Path folder) throws IOException {
        String token =
                "eyJhbGciOiJQUzI1NiJ9.eyJzdWIiOiIzOy01IiwianRpIjoicGxhbnRlZCJ9.c2lnbmF0dXJlLW9mLXRoZS1wbGFudGVkLXRva2Vu";
        String pem =
                "-----BEGIN PRIVATE KEY-----\nMIGHAgEAMBMGByqGSM49AgEGCCqGSM49PLANTED0\n-----END PRIVATE KEY-----\n";
        LeakSearch search = new LeakSearch(List.of(token, pem));
        List<String> forms = List.of(
                token,
                "payload only: eyJzdWIiOiIzOy01IiwianRpIjoicGxhbnRlZCJ9",
                "signature only: c2lnbmF0dXJlLW9mLXRoZS1wbGFudGVkLXRva2Vu",
                Base64.getEncoder().encodeToString(token.getBytes(StandardCharsets.UTF_8)),
                "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49PLANTED0");

        for (String form : forms) {
            Path log = Files.writeString(folder.resolve("planted.log"), "DEBUG something " + form + "\n");
            assertThat(search.in(log)).as(form).isNotEmpty();
        }
        Path clean = Files.writeString(folder.resolve("clean.log"), "AccessToken[<redacted>]\n");
        assertThat(search.in(clean)).isEmpty();
    }

    private static Set<String> ledgers() throws IOException {
        Set<String> secrets = new LinkedHashSet<>();
        for (Path file : files(LEDGER)) {
            for (String line : Files.readAllLines(file)) {
                secrets.add(new String(Base64.getDecoder().decode(line), StandardCharsets.UTF_8));
            }
        }
        return secrets;
    }

    private static List<Path> outputs() throws IOException {
        List<Path> outputs = new ArrayList<>(files("surefire-reports"));
        outputs.addAll(files("test-output"));
        return outputs;
    }

    /** The files in {@code target/NAME} of every module. */
    private static List<Path> files(String name) throws IOException {
        try (Stream<Path> paths = Files.find(
                ROOT,
                12,
                (path, attributes) -> attributes.isRegularFile()
                        && path.toString().contains("/target/" + name + "/")
                        && !path.startsWith(ROOT.resolve("verification")))) {
            return paths.toList();
        }
    }
}
