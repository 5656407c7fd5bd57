package io.github.camelnetsuite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.core5.util.VersionInfo;
import org.junit.jupiter.api.Test;

class HttpClientVersionTest {

    /** It leaves Camel out, so no dependency of its own says which version that is. */
    @Test
    void theCommandLineHasTheHttpClientThatComesWithCamel() throws IOException {
        VersionInfo ofCamel = VersionInfo.loadVersionInfo("org.apache.hc.client5", HttpClient.class.getClassLoader());

        assertThat(Files.readString(Path.of("../runtimes/cli/pom.xml")))
                .contains("<httpclient5.version>" + ofCamel.getRelease() + "</httpclient5.version>");
    }
}
