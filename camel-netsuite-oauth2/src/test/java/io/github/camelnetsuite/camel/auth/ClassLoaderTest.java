package io.github.camelnetsuite.camel.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelnetsuite.camel.SimulatedAccount;
import io.github.camelnetsuite.simulator.junit5.NetSuiteSimulatorExtension;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.main.Main;
import org.apache.camel.spi.ContextServicePlugin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The names in the registry are there whichever class loader Camel looks for plugins with. */
@Timeout(180)
class ClassLoaderTest {

    @RegisterExtension
    static final NetSuiteSimulatorExtension NETSUITE = new NetSuiteSimulatorExtension();

    /** What Maven's {@code exec:java} does: the JVM's own class path has none of the jars. */
    private static final String LAUNCHER = """
            import java.io.File;
            import java.net.URL;
            import java.net.URLClassLoader;
            import java.util.ArrayList;
            import java.util.Arrays;
            import java.util.List;

            public class Launcher {
                public static void main(String[] args) throws Exception {
                    List<URL> urls = new ArrayList<>();
                    for (String entry : args[0].split(File.pathSeparator)) {
                        urls.add(new File(entry).toURI().toURL());
                    }
                    var loader = new URLClassLoader(urls.toArray(new URL[0]), ClassLoader.getPlatformClassLoader());
                    Thread.currentThread().setContextClassLoader(loader);
                    loader.loadClass(args[1])
                            .getMethod("main", String[].class)
                            .invoke(null, (Object) Arrays.copyOfRange(args, 2, args.length));
                }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void aContextWhoseClassLoaderHidesThePlugin() throws Exception {
        Map<String, String> settings = SimulatedAccount.properties("", NETSUITE.simulator());
        Main main = new MainOf(new Hiding(getClass().getClassLoader()));
        settings.forEach((option, value) -> main.addInitialProperty("camel.component.netsuite." + option, value));

        ClassLoaderProgram.run(main, settings.getOrDefault("suiteTalkUrl", ""));

        assertThat(NETSUITE.simulator().apiRequests()).isEqualTo(2);
    }

    @Test
    void aProgramThatIsRunWithinAnother() throws Exception {
        Path launcher = Files.writeString(folder.resolve("Launcher.java"), LAUNCHER);
        Map<String, String> settings = SimulatedAccount.properties("", NETSUITE.simulator());
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                folder.toString(),
                launcher.toString(),
                System.getProperty("java.class.path"),
                ClassLoaderProgram.class.getName()));
        command.addAll(settings.keySet());
        File output = folder.resolve("output").toFile();
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output);
        builder.environment().putAll(settings);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }

        assertThat(Files.readString(output.toPath(), StandardCharsets.UTF_8))
                .contains("processor: {found=true}")
                .contains("configurer: {found=true}");
    }

    private static final class MainOf extends Main {

        private final ClassLoader loader;

        MainOf(ClassLoader loader) {
            this.loader = loader;
        }

        @Override
        protected CamelContext createCamelContext() {
            CamelContext context = super.createCamelContext();
            context.setApplicationContextClassLoader(loader);
            return context;
        }
    }

    private static final class Hiding extends ClassLoader {

        Hiding(ClassLoader parent) {
            super(parent);
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            return name.endsWith(ContextServicePlugin.class.getName())
                    ? Collections.emptyEnumeration()
                    : super.getResources(name);
        }
    }
}
