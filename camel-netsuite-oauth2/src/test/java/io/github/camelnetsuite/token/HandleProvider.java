package io.github.camelnetsuite.token;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.SignatureSpi;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.PSSParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * A provider like one of a key service: its keys are handles without an encoding, only its own signatures can use them, and it
 * knows only the older names of algorithms.
 */
final class HandleProvider extends Provider {

    private static final long serialVersionUID = 1L;

    HandleProvider() {
        super("Handle", "1", "Keys that cannot be exported");
        put("Signature.SHA256withECDSA", Ecdsa.class.getName());
        put("Signature.SHA256withRSAandMGF1", Pss.class.getName());
    }

    static PrivateKey handle(PrivateKey key) {
        return new Handle(key);
    }

    private static final class Handle implements PrivateKey {

        private static final long serialVersionUID = 1L;

        private final PrivateKey inside;

        Handle(PrivateKey inside) {
            this.inside = inside;
        }

        @Override
        public String getAlgorithm() {
            return inside.getAlgorithm();
        }

        @Override
        public @Nullable String getFormat() {
            return null;
        }

        @Override
        public byte @Nullable [] getEncoded() {
            return null;
        }
    }

    /** ECDSA in DER form. */
    public static final class Ecdsa extends HandleSignature {
        public Ecdsa() throws GeneralSecurityException {
            super("SHA256withECDSA", "SunEC");
        }
    }

    /** RSASSA-PSS. */
    public static final class Pss extends HandleSignature {
        public Pss() throws GeneralSecurityException {
            super("RSASSA-PSS", "SunRsaSign");
        }
    }

    abstract static class HandleSignature extends SignatureSpi {

        private final Signature inside;

        HandleSignature(String name, String provider) throws GeneralSecurityException {
            inside = Signature.getInstance(name, provider);
        }

        @Override
        protected void engineInitSign(PrivateKey key) throws InvalidKeyException {
            if (!(key instanceof Handle handle)) {
                throw new InvalidKeyException("Not a handle");
            }
            inside.initSign(handle.inside);
        }

        @Override
        protected void engineUpdate(byte b) throws SignatureException {
            inside.update(b);
        }

        @Override
        protected void engineUpdate(byte[] bytes, int offset, int length) throws SignatureException {
            inside.update(bytes, offset, length);
        }

        @Override
        protected byte[] engineSign() throws SignatureException {
            return inside.sign();
        }

        @Override
        protected void engineSetParameter(AlgorithmParameterSpec parameters) {
            try {
                inside.setParameter((PSSParameterSpec) parameters);
            } catch (GeneralSecurityException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        protected void engineInitVerify(PublicKey key) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected boolean engineVerify(byte[] signature) {
            throw new UnsupportedOperationException();
        }

        @Override
        @Deprecated
        protected void engineSetParameter(String name, Object value) {
            throw new UnsupportedOperationException();
        }

        @Override
        @Deprecated
        protected Object engineGetParameter(String name) {
            throw new UnsupportedOperationException();
        }
    }
}
