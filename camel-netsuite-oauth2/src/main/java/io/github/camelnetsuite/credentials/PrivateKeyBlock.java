package io.github.camelnetsuite.credentials;

import java.io.IOException;
import java.io.StringReader;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.bc.BcPEMDecryptorProvider;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.jspecify.annotations.Nullable;

/** Reads one PEM block that holds a private key: PKCS#8, PKCS#1 or SEC1, plain or encrypted. */
final class PrivateKeyBlock {

    private PrivateKeyBlock() {}

    static LoadedPrivateKey read(PemBlock block, @Nullable String password) throws UnusableKeyException {
        return switch (block.label()) {
            case "PRIVATE KEY", "ENCRYPTED PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY" ->
                JdkPrivateKey.of(info(parse(block), password));
            case "OPENSSH PRIVATE KEY" ->
                throw new UnusableKeyException(
                        "is in OpenSSH format, which is made for logins by ssh and has no certificate. "
                                + "Make a new key and certificate: " + KeyType.P_256.opensslCommand());
            case "DSA PRIVATE KEY" -> throw KeyShape.unusual("DSA");
            default -> throw KeyShape.unusual("'" + block.label() + "'");
        };
    }

    private static PrivateKeyInfo info(Object parsed, @Nullable String password) throws UnusableKeyException {
        if (parsed instanceof PrivateKeyInfo plain) {
            return plain;
        }
        if (parsed instanceof PEMKeyPair pair) {
            return pair.getPrivateKeyInfo();
        }
        if (parsed instanceof PKCS8EncryptedPrivateKeyInfo encrypted) {
            return EncryptedPkcs8.decrypt(encrypted, password);
        }
        if (parsed instanceof PEMEncryptedKeyPair encrypted) {
            return decryptLegacy(encrypted, KeyPassword.required(password));
        }
        throw KeyShape.unusual(parsed.getClass().getSimpleName());
    }

    private static PrivateKeyInfo decryptLegacy(PEMEncryptedKeyPair encrypted, char[] password)
            throws UnusableKeyException {
        try {
            return encrypted
                    .decryptKeyPair(new BcPEMDecryptorProvider(password))
                    .getPrivateKeyInfo();
        } catch (IOException | RuntimeException e) {
            // A wrong password decrypts to noise, on which the parser may fail in any way it likes.
            throw KeyPassword.wrong();
        }
    }

    private static Object parse(PemBlock block) throws UnusableKeyException {
        try (var parser = new PEMParser(new StringReader(block.canonical()))) {
            Object parsed = parser.readObject();
            if (parsed != null) {
                return parsed;
            }
        } catch (IOException | RuntimeException e) {
            throw damaged(block, e);
        }
        throw damaged(block, null);
    }

    private static UnusableKeyException damaged(PemBlock block, @Nullable Exception cause) {
        return new UnusableKeyException(
                "is damaged: the content of its " + block.label() + " cannot be read. Copy the whole key file again.",
                cause);
    }
}
