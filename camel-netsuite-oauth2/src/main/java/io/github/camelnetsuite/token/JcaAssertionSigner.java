package io.github.camelnetsuite.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.impl.ECDSA;
import io.github.camelnetsuite.ErrorFacts;
import io.github.camelnetsuite.NetSuiteConfigurationException;
import io.github.camelnetsuite.credentials.SigningAlgorithm;
import io.github.camelnetsuite.credentials.SigningKey;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * Signs with the Java Cryptography Architecture. The private key may be a handle: only its provider's own {@code Signature} is
 * asked to use it, and it is never encoded. Thread-safe.
 */
public final class JcaAssertionSigner implements AssertionSigner {

    private final @Nullable Provider provider;

    /** Signs with whichever installed provider can use the key. */
    public JcaAssertionSigner() {
        this(null);
    }

    /** Signs with this provider only: a faster one, or the one the key lives in. Null: any installed one. */
    public JcaAssertionSigner(@Nullable Provider provider) {
        this.provider = provider;
    }

    @Override
    public byte[] sign(SigningKey key, byte[] signingInput) {
        Scheme scheme = Scheme.of(key.algorithm());
        try {
            try {
                return sign(key, signingInput, scheme.name, scheme.pss);
            } catch (NoSuchAlgorithmException | InvalidKeyException | InvalidAlgorithmParameterException first) {
                return signInOtherSpelling(key, signingInput, scheme, first);
            }
        } catch (GeneralSecurityException | ProviderException | JOSEException e) {
            throw new NetSuiteConfigurationException(
                    "The private key of certificate ID " + key.certificateId() + " cannot sign with " + key.algorithm()
                            + (provider == null ? "" : " by the provider " + provider.getName())
                            + ": the key is of another kind, or its token or key service did not do it (see the cause). Check "
                            + "that signatureAlgorithm fits the key, and that the provider is installed and logged in.",
                    ErrorFacts.none(),
                    e);
        }
    }

    private byte[] sign(SigningKey key, byte[] signingInput, String name, @Nullable PSSParameterSpec pss)
            throws GeneralSecurityException {
        Signature signature = provider == null ? Signature.getInstance(name) : Signature.getInstance(name, provider);
        // The key first: without a named provider, setting parameters first would settle on one that cannot use a
        // handle.
        signature.initSign(key.privateKey());
        if (pss != null) {
            setParameter(signature, pss);
        }
        signature.update(signingInput);
        return signature.sign();
    }

    private static void setParameter(Signature signature, PSSParameterSpec pss)
            throws InvalidAlgorithmParameterException {
        try {
            signature.setParameter(pss);
        } catch (UnsupportedOperationException e) {
            throw new InvalidAlgorithmParameterException(e);
        }
    }

    /** Providers of key services often know only the older names; ECDSA then comes as DER. */
    private byte[] signInOtherSpelling(SigningKey key, byte[] input, Scheme scheme, GeneralSecurityException first)
            throws GeneralSecurityException, JOSEException {
        byte[] signature;
        try {
            signature = sign(key, input, scheme.olderName, scheme.pss);
        } catch (SignatureException second) {
            throw second;
        } catch (GeneralSecurityException second) {
            first.addSuppressed(second);
            throw first;
        }
        return scheme.pss != null ? signature : ECDSA.transcodeSignatureToConcat(signature, scheme.length);
    }

    /** How JCA calls a JWS algorithm. */
    private record Scheme(
            String name, String olderName, @Nullable PSSParameterSpec pss, int length) {

        static Scheme of(SigningAlgorithm algorithm) {
            return switch (algorithm) {
                case PS256 -> pss("SHA-256", "SHA256withRSAandMGF1", MGF1ParameterSpec.SHA256, 32);
                case PS384 -> pss("SHA-384", "SHA384withRSAandMGF1", MGF1ParameterSpec.SHA384, 48);
                case PS512 -> pss("SHA-512", "SHA512withRSAandMGF1", MGF1ParameterSpec.SHA512, 64);
                case ES256 -> ecdsa("SHA256withECDSA", 64);
                case ES384 -> ecdsa("SHA384withECDSA", 96);
                case ES512 -> ecdsa("SHA512withECDSA", 132);
            };
        }

        private static Scheme pss(String hash, String olderName, MGF1ParameterSpec mgf, int salt) {
            return new Scheme("RSASSA-PSS", olderName, new PSSParameterSpec(hash, "MGF1", mgf, salt, 1), 0);
        }

        private static Scheme ecdsa(String name, int length) {
            return new Scheme(name + "inP1363Format", name, null, length);
        }
    }
}
