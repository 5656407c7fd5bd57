package io.github.camelnetsuite.benchmarks;

import com.google.auth.oauth2.OAuth2Credentials;
import io.github.camelnetsuite.credentials.SigningAlgorithm;
import io.github.camelnetsuite.credentials.SigningKey;
import io.github.camelnetsuite.credentials.SigningKeySource;
import io.github.camelnetsuite.token.AccessTokenSource;
import io.github.camelnetsuite.token.RefreshAheadTokens;
import io.github.camelnetsuite.token.TokenAnswer;
import io.github.camelnetsuite.token.TokenSettings;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The header of a held, fresh token, and what it is compared with. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HeldTokenBenchmark {

    private static final Duration LIFETIME = Duration.ofHours(1);
    private static final URI TARGET =
            URI.create("https://1234567.suitetalk.api.netsuite.com/services/rest/record/v1/customer/42");

    private final AccessTokenSource tokens = tokens();
    private final OAuth2Credentials google = OAuth2Credentials.create(new com.google.auth.oauth2.AccessToken(
            "opaque", Date.from(Instant.now().plus(LIFETIME))));
    private volatile Held held = new Held("Bearer opaque", System.nanoTime() + LIFETIME.toNanos());

    /** The least anyone can do: a value and the time until which it serves. */
    private record Held(String header, long until) {}

    @Benchmark
    public String heldToken() {
        return tokens.get().authorization();
    }

    @Benchmark
    public String volatileReadWithNanoTime() {
        Held now = held;
        return now.until - System.nanoTime() > 0 ? now.header : "";
    }

    @Benchmark
    public Map<String, List<String>> googleAuthLibrary() throws IOException {
        return google.getRequestMetadata(TARGET);
    }

    private static AccessTokenSource tokens() {
        TokenSettings settings =
                TokenSettings.of(URI.create("https://test.example/token"), "consumer", TokenSettings.DEFAULT_SCOPES);
        AccessTokenSource tokens = RefreshAheadTokens.builder(
                        settings,
                        SigningKeySource.of(key()),
                        assertion -> new TokenAnswer.Granted("opaque", LIFETIME, null),
                        Runnable::run)
                .build();
        tokens.get();
        return tokens;
    }

    private static SigningKey key() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return new SigningKey(
                    generator.generateKeyPair().getPrivate(), "certificate-id-1", SigningAlgorithm.ES256, null);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
