package io.github.camelnetsuite.benchmarks;

import io.github.camelnetsuite.credentials.SigningAlgorithm;
import io.github.camelnetsuite.credentials.SigningKey;
import io.github.camelnetsuite.token.ClientAssertion;
import io.github.camelnetsuite.token.ClientAssertions;
import io.github.camelnetsuite.token.JcaAssertionSigner;
import io.github.camelnetsuite.token.TokenSettings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One client assertion against the bare {@code Signature} of the same provider over the same bytes. */
final class AssertionCost {

    private static final double GATE_MICROS = 100;
    private static final PSSParameterSpec PSS =
            new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1);
    private static final TokenSettings SETTINGS = TokenSettings.of(
            URI.create("https://1234567.suitetalk.api.netsuite.com/services/rest/auth/oauth2/v1/token"),
            "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
            TokenSettings.DEFAULT_SCOPES);

    private AssertionCost() {}

    static List<Figure> measure() throws Exception {
        List<Figure> figures = new ArrayList<>();
        // The quickest first: what makes header and claims is compiled by the thousands of rounds that a slow key
        // cannot have.
        figures.add(cost(
                "ES256, P-256",
                SigningAlgorithm.ES256,
                key("EC", new ECGenParameterSpec("secp256r1")),
                "SHA256withECDSAinP1363Format",
                null,
                6_000));
        figures.add(rsa(3072));
        figures.add(rsa(4096));
        return figures;
    }

    private static Figure rsa(int bits) throws Exception {
        PrivateKey key = key("RSA", new RSAKeyGenParameterSpec(bits, RSAKeyGenParameterSpec.F4));
        return cost("PS256, RSA " + bits, SigningAlgorithm.PS256, key, "RSASSA-PSS", PSS, 1_000);
    }

    private static Figure cost(
            String what,
            SigningAlgorithm algorithm,
            PrivateKey privateKey,
            String signatureName,
            @Nullable PSSParameterSpec parameters,
            int rounds)
            throws Exception {
        Provider provider = provider(signatureName, privateKey);
        SigningKey key = new SigningKey(privateKey, "certificate-id-1", algorithm, null);
        ClientAssertions assertions = new ClientAssertions(SETTINGS, new JcaAssertionSigner(provider));
        byte[] signingInput = signingInput(assertions.make(key, Instant.now()));

        Interleaved times = Interleaved.time(
                rounds / 4,
                rounds,
                () -> bare(signatureName, provider, privateKey, parameters, signingInput),
                () -> assertions.make(key, Instant.now()));

        String note = String.format(
                Locale.ROOT,
                "medians of %d interleaved runs: assertion %.1f µs, bare Signature of %s %.1f µs, noise %.1f µs",
                rounds,
                times.subject() / 1_000,
                provider.getName(),
                times.base() / 1_000,
                times.noiseMicros());
        return Figure.gated(
                "one assertion over the bare Signature, " + what, times.overMicros(), "µs", GATE_MICROS, note);
    }

    private static byte[] bare(
            String name, Provider provider, PrivateKey key, @Nullable PSSParameterSpec parameters, byte[] input)
            throws GeneralSecurityException {
        Signature signature = Signature.getInstance(name, provider);
        signature.initSign(key);
        if (parameters != null) {
            signature.setParameter(parameters);
        }
        signature.update(input);
        return signature.sign();
    }

    private static byte[] signingInput(ClientAssertion assertion) {
        String jws = assertion.value();
        return jws.substring(0, jws.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII);
    }

    /** The one the JDK chooses for this key. */
    private static Provider provider(String signatureName, PrivateKey key) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(signatureName);
        signature.initSign(key);
        return signature.getProvider();
    }

    private static PrivateKey key(String algorithm, AlgorithmParameterSpec parameters) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(parameters);
        return generator.generateKeyPair().getPrivate();
    }
}
