package io.github.camelnetsuite.simulator;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes the self-signed certificate that goes with a key pair. */
final class SelfSignedCertificate {

    private SelfSignedCertificate() {}

    static X509Certificate of(KeyPair pair, KeyKind kind, Instant notBefore, Instant notAfter) {
        var name = new X500Name("CN=NetSuite simulator");
        try {
            var signer = new JcaContentSignerBuilder(kind.certificateSignature()).build(pair.getPrivate());
            var builder = new JcaX509v3CertificateBuilder(
                    name,
                    new BigInteger(120, Randomness.SECURE),
                    Date.from(notBefore),
                    Date.from(notAfter),
                    name,
                    pair.getPublic());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (OperatorCreationException | CertificateException e) {
            throw new IllegalStateException("Cannot make a certificate for a " + kind + " key", e);
        }
    }
}
