package io.github.camelnetsuite.certificates;

import io.github.camelnetsuite.NetSuiteConfigurationException;
import io.github.camelnetsuite.credentials.KeyType;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Makes a new key pair with a self-signed certificate that NetSuite accepts. Works with the JVM's own security providers.
 * Thread-safe.
 *
 * @see "NetSuite help: OAuth 2.0 Client Credentials Setup"
 */
public final class CertificateMaker {

    /** NetSuite ends every certificate after two years, whatever is written in it. */
    public static final int LONGEST_VALIDITY_DAYS = 730;

    /** So that a certificate uploaded at once is valid at NetSuite even when the clock here is a little ahead. */
    private static final Duration ALREADY_VALID = Duration.ofMinutes(5);

    private static final Pattern COMMON_NAME = Pattern.compile("[^\\p{C}]{1,64}");
    private static final int SERIAL_BITS = 127;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /** @param clock gives the start of the validity */
    public CertificateMaker(Clock clock) {
        this.clock = clock;
    }

    /**
     * A new key pair with its certificate, held in memory only.
     *
     * @param type {@link KeyType#P_256} unless there is a reason for another; RSA 4096 takes seconds to make
     * @param commonName the subject, by which administrators recognise it: 1 to 64 characters
     * @param validityDays 1 to {@value #LONGEST_VALIDITY_DAYS}, counted from five minutes ago
     * @throws NetSuiteConfigurationException when the common name or the validity is out of bounds
     */
    public SelfSignedCertificate make(KeyType type, String commonName, int validityDays) {
        if (validityDays < 1 || validityDays > LONGEST_VALIDITY_DAYS) {
            throw new NetSuiteConfigurationException(
                    "A validity of " + validityDays + " days is refused: NetSuite ends every "
                            + "certificate after two years. Choose 1 to " + LONGEST_VALIDITY_DAYS + " days.");
        }
        if (commonName.isBlank() || !COMMON_NAME.matcher(commonName).matches()) {
            throw new NetSuiteConfigurationException("The common name is refused: it has " + commonName.length()
                    + " characters. Choose 1 to 64 visible characters, such as the name of the integration.");
        }
        try {
            KeyPair pair = newPair(type);
            return new SelfSignedCertificate(type, pair, certificate(type, pair, commonName.strip(), validityDays));
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new IllegalStateException("This JVM cannot make a key of type " + type.label(), e);
        }
    }

    private KeyPair newPair(KeyType type) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(type.rsa() ? "RSA" : "EC");
        switch (type) {
            case RSA_3072 -> generator.initialize(3072, random);
            case RSA_4096 -> generator.initialize(4096, random);
            case P_256 -> generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            case P_384 -> generator.initialize(new ECGenParameterSpec("secp384r1"), random);
            case P_521 -> generator.initialize(new ECGenParameterSpec("secp521r1"), random);
        }
        return generator.generateKeyPair();
    }

    private X509Certificate certificate(KeyType type, KeyPair pair, String commonName, int validityDays)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        Instant notBefore = clock.instant().minus(ALREADY_VALID).truncatedTo(ChronoUnit.SECONDS);
        X500Name name = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.CN, commonName)
                .build();
        // The same extensions as openssl req -x509 sets, because certificates made by it are known to be accepted.
        var extensions = new JcaX509ExtensionUtils();
        var builder = new JcaX509v3CertificateBuilder(
                        name,
                        new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS - 1),
                        Date.from(notBefore),
                        Date.from(notBefore.plus(Duration.ofDays(validityDays))),
                        name,
                        pair.getPublic())
                .addExtension(
                        Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(pair.getPublic()))
                .addExtension(
                        Extension.authorityKeyIdentifier,
                        false,
                        extensions.createAuthorityKeyIdentifier(pair.getPublic()))
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
        String signature = "SHA" + type.defaultAlgorithm().hashBits() + (type.rsa() ? "withRSA" : "withECDSA");
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder(signature).build(pair.getPrivate())));
    }
}
