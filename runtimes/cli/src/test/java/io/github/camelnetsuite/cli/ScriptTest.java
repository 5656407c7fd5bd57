package io.github.camelnetsuite.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs the script {@code netsuite} in a checkout whose Maven only puts a jar in place and notes that it did. */
@Timeout(120)
class ScriptTest {

    @TempDir
    Path checkout;

    /** What the jar does. */
    static final class Echo {

        private Echo() {}

        public static void main(String[] args) {
            System.out.println(System.getProperty("netsuite.command") + " " + String.join(" ", args));
        }
    }

    @BeforeEach
    void makeTheCheckout() throws IOException {
        assumeTrue(checkout.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Files.createDirectories(checkout.resolve("camel-netsuite-oauth2/src/main/java"));
        Files.createDirectories(checkout.resolve("runtimes/cli/src/main/java"));
        for (String file : new String[] {
            "pom.xml",
            "camel-netsuite-oauth2/pom.xml",
            "camel-netsuite-oauth2/src/main/java/A.java",
            "runtimes/cli/pom.xml",
            "runtimes/cli/src/main/java/B.java"
        }) {
            Files.writeString(checkout.resolve(file), "as checked out");
        }
        writeJar(checkout.resolve("built.jar"));
        script("mvnw", """
                #!/bin/sh
                echo "$@" >> builds
                mkdir -p runtimes/cli/target
                cp -p built.jar runtimes/cli/target/netsuite.jar
                """);
        script("runtimes/cli/netsuite", Files.readString(Path.of("netsuite")));
        try (Stream<Path> all = Files.walk(checkout)) {
            for (Path path : all.toList()) {
                age(path, 60);
            }
        }
    }

    @Test
    void itBuildsTheFirstTimeAndWhenSourcesHaveChanged() throws Exception {
        assertThat(run()).isEqualTo("runtimes/cli/netsuite check --json\n");
        assertThat(builds()).containsExactly("-q -pl runtimes/cli -am package -Dmaven.test.skip=true");

        run();
        assertThat(builds()).hasSize(1);

        change("camel-netsuite-oauth2/src/main/java/A.java");
        run();
        assertThat(builds()).hasSize(2);

        // The folder is newer, for it has lost a file.
        Files.delete(checkout.resolve("runtimes/cli/src/main/java/B.java"));
        change("runtimes/cli/src/main/java");
        run();
        run();
        assertThat(builds()).hasSize(3);
    }

    private String run() throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder("runtimes/cli/netsuite", "check", "--json").directory(checkout.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return output;
    }

    private List<String> builds() throws IOException {
        return Files.readAllLines(checkout.resolve("builds"));
    }

    /** As git does it, some time after the last build. */
    private void change(String file) throws IOException {
        age(checkout.resolve("runtimes/cli/target/netsuite.jar"), 40);
        age(checkout.resolve(file), 20);
    }

    private static void age(Path path, int minutes) throws IOException {
        Files.setLastModifiedTime(path, FileTime.from(Instant.now().minus(Duration.ofMinutes(minutes))));
    }

    private void script(String name, String text) throws IOException {
        Path file = Files.writeString(checkout.resolve(name), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void writeJar(Path file) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Echo.class.getName());
        String entry = Echo.class.getName().replace('.', '/') + ".class";
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest);
                InputStream compiled = ScriptTest.class.getClassLoader().getResourceAsStream(entry)) {
            jar.putNextEntry(new JarEntry(entry));
            compiled.transferTo(jar);
            jar.closeEntry();
        }
    }
}
