package io.github.camelnetsuite.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * The two files came from {@code openssl req -x509 -newkey rsa:4096 -sha256 -keyout auth-key.pem -out auth-cert.pem -nodes
 * -days 730}, the line integrators are told to use.
 */
class OpensslKeyTest {

    private final Clock clock = Clock.fixed(Instant.parse("2027-01-01T00:00:00Z"), ZoneOffset.UTC);

    @Test
    void theKeyMadeByTheUsualOpensslLineWorksAsItIs() throws Exception {
        var settings = SigningKeySettings.builder()
                .privateKey(KeyMaterial.file(file("auth-key.pem")))
                .certificate(KeyMaterial.file(file("auth-cert.pem")))
                .build();

        var key = SigningKeySource.of(settings, clock).current();

        assertThat(key.algorithm()).isEqualTo(SigningAlgorithm.PS256);
        // By: openssl x509 -in auth-cert.pem -outform DER | openssl dgst -sha256 -binary | basenc --base64url
        assertThat(key.certificateId()).isEqualTo("jnSeSO9EtMQDd2J03qJwD7gwZf8O3jnajroFNw8k3Io");
        assertThat(key.expiresAt()).contains(Instant.parse("2028-11-21T15:12:51Z"));
        assertThat(key.warnings(clock.instant())).isEmpty();
        Signatures.assertSigns(
                key, key.certificate().orElseThrow().certificate().getPublicKey());
    }

    @Test
    void itsWholeContentPastedAsTextWorksToo() throws Exception {
        var settings = SigningKeySettings.builder()
                .privateKey(KeyMaterial.text(Files.readString(file("auth-key.pem"))))
                .certificateId(KeyMaterial.text(" jnSeSO9EtMQDd2J03qJwD7gwZf8O3jnajroFNw8k3Io\n"))
                .build();

        var key = SigningKeySource.of(settings, clock).current();

        assertThat(key.certificateId()).isEqualTo("jnSeSO9EtMQDd2J03qJwD7gwZf8O3jnajroFNw8k3Io");
        assertThat(key.expiresAt()).isEmpty();
    }

    private static Path file(String name) throws URISyntaxException {
        var url = OpensslKeyTest.class.getResource("/credentials/openssl-throw-away/" + name);
        return Path.of(Objects.requireNonNull(url).toURI());
    }
}
