package io.github.camelnetsuite.credentials;

import java.io.IOException;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.jspecify.annotations.Nullable;

/**
 * Reads key material that is bare DER, as a {@code .der} file or a {@code base64:} resource gives it: it says what it is by its
 * structure only, so it is put into the PEM block it came out of.
 */
final class DerPrivateKey {

    private static final int SEQUENCE = 0x30;
    private static final int FIRST_OF_JKS = 0xfe;
    private static final int FIRST_OF_JCEKS = 0xce;

    private DerPrivateKey() {}

    /** Null when the content is not DER at all. */
    static @Nullable LoadedPrivateKey read(byte[] content, @Nullable String password) throws UnusableKeyException {
        if (content.length < 4) {
            return null;
        }
        int first = content[0] & 0xff;
        if ((first == FIRST_OF_JKS && (content[1] & 0xff) == 0xed)
                || (first == FIRST_OF_JCEKS && (content[1] & 0xff) == 0xce)) {
            throw keyStore("JKS");
        }
        if (first != SEQUENCE) {
            return null;
        }
        ASN1Sequence sequence;
        try {
            sequence = ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(content));
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            return null;
        }
        return PrivateKeyBlock.read(new PemBlock(label(sequence), null, content), password);
    }

    private static String label(ASN1Sequence sequence) throws UnusableKeyException {
        if (sequence.size() == 2
                && sequence.getObjectAt(0) instanceof ASN1Sequence
                && sequence.getObjectAt(1) instanceof ASN1OctetString) {
            return "ENCRYPTED PRIVATE KEY";
        }
        if (sequence.size() == 2 && sequence.getObjectAt(1) instanceof ASN1BitString) {
            throw new UnusableKeyException("holds a public key, not a private key.");
        }
        if (sequence.size() >= 2 && sequence.getObjectAt(0) instanceof ASN1Integer version) {
            if (version.hasValue(3) && sequence.getObjectAt(1) instanceof ASN1Sequence) {
                throw keyStore("PKCS#12");
            }
            if (sequence.getObjectAt(1) instanceof ASN1Sequence) {
                return "PRIVATE KEY";
            }
            return sequence.getObjectAt(1) instanceof ASN1OctetString ? "EC PRIVATE KEY" : "RSA PRIVATE KEY";
        }
        throw new UnusableKeyException(
                "holds a certificate or another structure, not a private key. privateKey takes the file "
                        + "that starts with -----BEGIN PRIVATE KEY-----.");
    }

    private static UnusableKeyException keyStore(String type) {
        return new UnusableKeyException(
                "is a " + type + " key store. Set keyStoreParameters to read it instead of privateKey.");
    }
}
