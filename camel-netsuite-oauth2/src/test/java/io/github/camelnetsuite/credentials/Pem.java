package io.github.camelnetsuite.credentials;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.security.PrivateKey;
import java.util.Base64;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;

/** Writes PEM text for tests. */
public final class Pem {

    private Pem() {}

    /** PKCS#8 for a private key, X.509 for a certificate, SubjectPublicKeyInfo for a public key. */
    public static String of(Object object) {
        if (object instanceof PrivateKey key) {
            return block("PRIVATE KEY", key.getEncoded());
        }
        return written(object);
    }

    /** PKCS#1 for an RSA key, SEC1 for an elliptic curve key. */
    static String traditional(PrivateKey key) {
        return written(PrivateKeyInfo.getInstance(key.getEncoded()));
    }

    static String block(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + label + "-----\n";
    }

    private static String written(Object object) {
        var text = new StringWriter();
        try (var writer = new JcaPEMWriter(text)) {
            writer.writeObject(object);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().replace("\r\n", "\n");
    }
}
