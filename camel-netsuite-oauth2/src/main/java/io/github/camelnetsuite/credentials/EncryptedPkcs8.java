package io.github.camelnetsuite.credentials;

import java.math.BigInteger;
import org.bouncycastle.asn1.misc.MiscObjectIdentifiers;
import org.bouncycastle.asn1.misc.ScryptParams;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCS12PBEParams;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.operator.InputDecryptorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEInputDecryptorProviderBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Decrypts PKCS#8 keys: PBES2 (also with scrypt), PBES1 and the PKCS#12 schemes.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8018#section-6">RFC 8018, section 6</a>
 */
final class EncryptedPkcs8 {

    /** OpenSSL uses 2,048 rounds and OWASP advises 600,000; far more would only hold up the start. */
    private static final BigInteger MOST_ROUNDS = BigInteger.valueOf(10_000_000);

    private static final BigInteger MOST_SCRYPT_BYTES = BigInteger.valueOf(256L << 20);

    private EncryptedPkcs8() {}

    static PrivateKeyInfo decrypt(PKCS8EncryptedPrivateKeyInfo encrypted, @Nullable String password)
            throws UnusableKeyException {
        char[] secret = KeyPassword.required(password);
        try {
            checkCost(encrypted.toASN1Structure().getEncryptionAlgorithm());
            return encrypted.decryptPrivateKeyInfo(decryptor(encrypted, secret));
        } catch (OperatorCreationException | PKCSException | RuntimeException e) {
            // A wrong password decrypts to noise, on which the parser may fail in any way it likes.
            throw KeyPassword.wrong();
        }
    }

    /** The provider is used by its object and never registered, so the JVM's own list stays as it is. */
    private static InputDecryptorProvider decryptor(PKCS8EncryptedPrivateKeyInfo encrypted, char[] secret)
            throws OperatorCreationException {
        var provider = new BouncyCastleProvider();
        // Only the one knows scrypt, only the other all schemes older than PBES2.
        return encrypted
                        .toASN1Structure()
                        .getEncryptionAlgorithm()
                        .getAlgorithm()
                        .equals(PKCSObjectIdentifiers.id_PBES2)
                ? new JcePKCSPBEInputDecryptorProviderBuilder()
                        .setProvider(provider)
                        .build(secret)
                : new JceOpenSSLPKCS8DecryptorProviderBuilder()
                        .setProvider(provider)
                        .build(secret);
    }

    private static void checkCost(AlgorithmIdentifier scheme) throws UnusableKeyException {
        if (!scheme.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBES2)) {
            checkRounds(PKCS12PBEParams.getInstance(scheme.getParameters()).getIterations());
            return;
        }
        var derivation = PBES2Parameters.getInstance(scheme.getParameters()).getKeyDerivationFunc();
        if (derivation.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBKDF2)) {
            checkRounds(PBKDF2Params.getInstance(derivation.getParameters()).getIterationCount());
        } else if (derivation.getAlgorithm().equals(MiscObjectIdentifiers.id_scrypt)) {
            var scrypt = ScryptParams.getInstance(derivation.getParameters());
            BigInteger bytes =
                    scrypt.getCostParameter().multiply(scrypt.getBlockSize()).shiftLeft(7);
            if (bytes.multiply(scrypt.getParallelizationParameter()).compareTo(MOST_SCRYPT_BYTES) > 0) {
                throw tooCostly("more memory for its password than the 256 MiB");
            }
        }
    }

    private static void checkRounds(BigInteger rounds) throws UnusableKeyException {
        if (rounds.compareTo(MOST_ROUNDS) > 0) {
            throw tooCostly(rounds + " rounds of password hashing, more than the " + MOST_ROUNDS);
        }
    }

    private static UnusableKeyException tooCostly(String what) {
        return new UnusableKeyException("asks for " + what
                + " allowed here. Encrypt the key anew: openssl pkcs8 -topk8 -in auth-key.pem -out auth-key-2.pem");
    }
}
