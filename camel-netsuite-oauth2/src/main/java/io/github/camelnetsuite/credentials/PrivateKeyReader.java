package io.github.camelnetsuite.credentials;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the private key out of key material: PEM in any of its forms, or the bare DER inside one. */
final class PrivateKeyReader {

    private PrivateKeyReader() {}

    /** @param password null when none is set */
    static LoadedPrivateKey read(byte[] content, @Nullable String password) throws UnusableKeyException {
        String text = PemText.decode(content);
        List<PemBlock> blocks = PemText.blocks(text);
        List<PemBlock> keys = blocks.stream().filter(PemBlock::isPrivateKey).toList();
        if (keys.size() > 1) {
            throw new UnusableKeyException("holds " + keys.size()
                    + " private keys. Leave only the one in it that belongs to " + "the certificate in NetSuite.");
        }
        if (keys.size() == 1) {
            return PrivateKeyBlock.read(keys.get(0), password);
        }
        if (!blocks.isEmpty()) {
            throw noKeyAmong(blocks);
        }
        var key = DerPrivateKey.read(content, password);
        if (key != null) {
            return key;
        }
        throw notKeyMaterial(text.strip());
    }

    private static UnusableKeyException noKeyAmong(List<PemBlock> blocks) {
        String label = blocks.get(0).label();
        if (blocks.get(0).isCertificate()) {
            return new UnusableKeyException(
                    "holds a certificate, not a private key. The certificate (auth-cert.pem) goes to "
                            + "NetSuite and into the option certificate; privateKey takes the file written by -keyout (auth-key.pem).");
        }
        if (label.endsWith("PUBLIC KEY")) {
            return new UnusableKeyException(
                    "holds a public key, not a private key. privateKey takes the file that starts with "
                            + "-----BEGIN PRIVATE KEY-----. If that is lost, make a new key and certificate: "
                            + KeyType.P_256.opensslCommand());
        }
        return new UnusableKeyException(
                "holds '" + label + "', not a private key. privateKey takes the file that starts with "
                        + "-----BEGIN PRIVATE KEY-----. A command that makes one: " + KeyType.P_256.opensslCommand());
    }

    private static UnusableKeyException notKeyMaterial(String text) {
        if (text.isEmpty()) {
            return new UnusableKeyException(
                    "is empty. Give the text of the private key, or file: and the path of its file. "
                            + "A command that makes one: " + KeyType.P_256.opensslCommand());
        }
        if (PastedPath.is(text)) {
            return new UnusableKeyException("is neither a private key nor a resource. Did you mean file:" + text + "?");
        }
        return new UnusableKeyException(
                "is not a private key: there is no line -----BEGIN PRIVATE KEY-----. Copy the whole "
                        + "text with its first and last line, or give file: and the path of its file. A command that makes a key: "
                        + KeyType.P_256.opensslCommand());
    }
}
