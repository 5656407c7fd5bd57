package io.github.camelnetsuite.credentials;

import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A private key and the certificates that were found beside it, perhaps none. */
record KeyEntry(LoadedPrivateKey key, List<X509Certificate> certificates) {

    /** Reads PEM text or bare DER. */
    static KeyEntry ofPem(byte[] content, @Nullable String password) throws UnusableKeyException {
        LoadedPrivateKey key = PrivateKeyReader.read(content, password);
        return new KeyEntry(key, CertificateReader.among(PemText.blocks(PemText.decode(content))));
    }
}
