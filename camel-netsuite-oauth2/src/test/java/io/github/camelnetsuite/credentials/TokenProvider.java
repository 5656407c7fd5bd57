package io.github.camelnetsuite.credentials;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.security.InvalidParameterException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.SignatureSpi;
import java.security.spec.AlgorithmParameterSpec;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JCA provider like that of a hardware token: its keys sign, but show neither their content nor their size. */
public final class TokenProvider extends Provider {

    private static final long serialVersionUID = 1L;
    private static final List<String> ALGORITHMS =
            List.of("RSASSA-PSS", "SHA256withECDSA", "SHA256withECDSAinP1363Format");

    public TokenProvider() {
        super("TestToken", "1", "keys that cannot be exported");
        for (String algorithm : ALGORITHMS) {
            putService(new TokenService(this, algorithm));
        }
    }

    /** A handle to this key. */
    public static PrivateKey handle(PrivateKey key) {
        return handle(key, key.getAlgorithm());
    }

    /** A handle that names its kind in its own way. */
    public static PrivateKey handle(PrivateKey key, String algorithm) {
        return new Handle(key, algorithm);
    }

    private static final class TokenService extends Service {
        TokenService(Provider provider, String algorithm) {
            super(provider, "Signature", algorithm, TokenSignature.class.getName(), List.of(), Map.of());
        }

        @Override
        public Object newInstance(@Nullable Object parameter) {
            return new TokenSignature(getAlgorithm());
        }

        @Override
        public boolean supportsParameter(Object parameter) {
            return parameter instanceof Handle;
        }
    }

    private static final class Handle implements PrivateKey {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("serial")
        private final transient PrivateKey hidden;

        private final String algorithm;

        Handle(PrivateKey hidden, String algorithm) {
            this.hidden = hidden;
            this.algorithm = algorithm;
        }

        @Override
        public String getAlgorithm() {
            return algorithm;
        }

        @Override
        public @Nullable String getFormat() {
            return null;
        }

        @Override
        @SuppressWarnings("NullAway") // as java.security.Key documents for keys that cannot be exported
        public byte[] getEncoded() {
            return null;
        }
    }

    /** Passes everything on to the JDK's own signature, with the key that is hidden in the handle. */
    private static final class TokenSignature extends SignatureSpi {
        private final Signature signature;

        TokenSignature(String algorithm) {
            try {
                signature = Signature.getInstance(algorithm, algorithm.startsWith("RSA") ? "SunRsaSign" : "SunEC");
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        protected void engineInitSign(PrivateKey key) throws InvalidKeyException {
            if (!(key instanceof Handle handle)) {
                throw new InvalidKeyException("not a key of this token");
            }
            signature.initSign(handle.hidden);
        }

        @Override
        protected void engineInitVerify(PublicKey key) throws InvalidKeyException {
            throw new InvalidKeyException("this token only signs");
        }

        @Override
        protected void engineUpdate(byte b) throws SignatureException {
            signature.update(b);
        }

        @Override
        protected void engineUpdate(byte[] bytes, int from, int length) throws SignatureException {
            signature.update(bytes, from, length);
        }

        @Override
        protected byte[] engineSign() throws SignatureException {
            return signature.sign();
        }

        @Override
        protected boolean engineVerify(byte[] signed) throws SignatureException {
            throw new SignatureException("this token only signs");
        }

        @Override
        protected void engineSetParameter(AlgorithmParameterSpec params) throws InvalidAlgorithmParameterException {
            signature.setParameter(params);
        }

        @Override
        @Deprecated
        protected void engineSetParameter(String name, Object value) {
            throw new InvalidParameterException(name);
        }

        @Override
        @Deprecated
        protected Object engineGetParameter(String name) {
            throw new InvalidParameterException(name);
        }
    }
}
