package io.github.camelnetsuite.credentials;

import io.github.camelnetsuite.simulator.SecretLedger;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** The one place where tests make key pairs and certificates. Pairs asked for by kind are made once. */
public final class TestKeys {

    /** The start of the certificates made here unless a test says otherwise. */
    public static final Instant NOT_BEFORE = Instant.parse("2026-01-01T00:00:00Z");

    /** The password of everything encrypted in these tests. */
    public static final String PASSWORD = "correct horse 9";

    private static final Map<String, KeyPair> PAIRS = new ConcurrentHashMap<>();

    private TestKeys() {}

    /** The shared pair of this kind. */
    public static KeyPair pair(KeyType type) {
        return PAIRS.computeIfAbsent(type.name(), name -> made(type, name));
    }

    /** The other shared pair of this kind. */
    public static KeyPair otherPair(KeyType type) {
        return PAIRS.computeIfAbsent("OTHER_" + type.name(), name -> made(type, name));
    }

    /** The shared P-256 key under this certificate ID. */
    public static SigningKey p256(String certificateId) {
        return new SigningKey(pair(KeyType.P_256).getPrivate(), certificateId, SigningAlgorithm.ES256, null);
    }

    /** Another pair of this kind than any before. */
    public static KeyPair newPair(KeyType type) {
        return switch (type) {
            case RSA_3072 -> recorded(RsaTestKeys.fresh(3072));
            case RSA_4096 -> recorded(RsaTestKeys.fresh(4096));
            case P_256 -> ec("secp256r1");
            case P_384 -> ec("secp384r1");
            case P_521 -> ec("secp521r1");
        };
    }

    private static KeyPair made(KeyType type, String name) {
        return switch (type) {
            case RSA_3072 -> recorded(RsaTestKeys.kept(name, 3072));
            case RSA_4096 -> recorded(RsaTestKeys.kept(name, 4096));
            case P_256, P_384, P_521 -> newPair(type);
        };
    }

    private static KeyPair recorded(KeyPair pair) {
        SecretLedger.record(Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(pair.getPrivate().getEncoded()));
        return pair;
    }

    /** The shared RSA pair of a size NetSuite does not take. */
    static KeyPair rsa(int bits) {
        return PAIRS.computeIfAbsent("RSA " + bits, name -> recorded(RsaTestKeys.kept(name.replace(' ', '-'), bits)));
    }

    /** Also curves the JDK no longer has, by Bouncy Castle's own generator. */
    public static KeyPair ec(String curve) {
        try {
            var generator = KeyPairGenerator.getInstance("EC", new BouncyCastleProvider());
            generator.initialize(new ECGenParameterSpec(curve));
            return recorded(generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static KeyPair other(String algorithm) {
        return PAIRS.computeIfAbsent(algorithm, name -> {
            try {
                return recorded(KeyPairGenerator.getInstance(algorithm).generateKeyPair());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** A self-signed certificate valid for 730 days from {@link #NOT_BEFORE}. */
    public static X509Certificate certificate(KeyPair pair) {
        return certificate(pair, NOT_BEFORE, Duration.ofDays(730));
    }

    public static X509Certificate certificate(KeyPair pair, Instant notBefore, Duration validity) {
        var name = new X500Principal("CN=camel-netsuite-oauth2 test");
        var builder = new JcaX509v3CertificateBuilder(
                name,
                BigInteger.valueOf(notBefore.toEpochMilli() + 1),
                Date.from(notBefore),
                Date.from(notBefore.plus(validity)),
                name,
                pair.getPublic());
        try {
            var signer = new JcaContentSignerBuilder(signature(pair.getPrivate()))
                    .setProvider(new BouncyCastleProvider())
                    .build(pair.getPrivate());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signature(PrivateKey key) {
        return switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "RSASSA-PSS" -> "SHA256withRSAandMGF1";
            default -> "SHA256withECDSA";
        };
    }
}
