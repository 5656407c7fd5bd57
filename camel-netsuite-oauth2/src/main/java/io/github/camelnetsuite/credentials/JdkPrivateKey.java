package io.github.camelnetsuite.credentials;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.KeySpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X962Parameters;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.jcajce.provider.asymmetric.util.EC5Util;
import org.jspecify.annotations.Nullable;

/**
 * Rebuilds a private key from its numbers, so that every form gives the same plain key and any JCA provider can sign with it.
 * Checked on the way: kind, size or curve, and that the numbers belong together.
 */
final class JdkPrivateKey {

    private JdkPrivateKey() {}

    static LoadedPrivateKey of(PrivateKeyInfo info) throws UnusableKeyException {
        ASN1ObjectIdentifier kind = info.getPrivateKeyAlgorithm().getAlgorithm();
        ASN1Encodable parameters = info.getPrivateKeyAlgorithm().getParameters();
        try {
            if (kind.equals(PKCSObjectIdentifiers.rsaEncryption)) {
                return new LoadedPrivateKey(rsa(RSAPrivateKey.getInstance(info.parsePrivateKey())), null);
            }
            if (kind.equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
                var key = rsa(RSAPrivateKey.getInstance(info.parsePrivateKey()));
                return new LoadedPrivateKey(key, PssRestriction.of(parameters));
            }
            if (kind.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
                return new LoadedPrivateKey(ec(ECPrivateKey.getInstance(info.parsePrivateKey()), parameters), null);
            }
        } catch (IOException | IllegalArgumentException | IllegalStateException | ArithmeticException e) {
            throw damaged(e);
        }
        throw KeyShape.unusual(KeyKindNames.of(kind));
    }

    private static PrivateKey rsa(RSAPrivateKey key) throws UnusableKeyException {
        KeyShape.rsa(key.getModulus().bitLength());
        BigInteger p1 = key.getPrime1().subtract(BigInteger.ONE);
        BigInteger q1 = key.getPrime2().subtract(BigInteger.ONE);
        if (!key.getPrime1().multiply(key.getPrime2()).equals(key.getModulus())
                || !isInverse(key.getPublicExponent(), key.getExponent1(), p1)
                || !isInverse(key.getPublicExponent(), key.getExponent2(), q1)
                || !isInverse(key.getPublicExponent(), key.getPrivateExponent(), p1)
                || !isInverse(key.getPrime2(), key.getCoefficient(), key.getPrime1())) {
            throw damaged(null);
        }
        return generate(
                "RSA",
                new RSAPrivateCrtKeySpec(
                        key.getModulus(),
                        key.getPublicExponent(),
                        key.getPrivateExponent(),
                        key.getPrime1(),
                        key.getPrime2(),
                        key.getExponent1(),
                        key.getExponent2(),
                        key.getCoefficient()));
    }

    private static boolean isInverse(BigInteger one, BigInteger other, BigInteger modulus) {
        return modulus.signum() > 0 && one.multiply(other).mod(modulus).equals(BigInteger.ONE);
    }

    private static PrivateKey ec(ECPrivateKey key, @Nullable ASN1Encodable outer) throws UnusableKeyException {
        ASN1Encodable parameters = outer != null ? outer : key.getParametersObject();
        if (parameters == null) {
            throw new UnusableKeyException(
                    "does not name its curve. Write it anew with: openssl pkcs8 -topk8 -nocrypt -in "
                            + "old-key.pem -out auth-key.pem");
        }
        ECParameterSpec curve = EcCurves.spec(curve(X962Parameters.getInstance(parameters)));
        BigInteger d = key.getKey();
        if (d.signum() <= 0 || d.compareTo(curve.getOrder()) >= 0) {
            throw damaged(null);
        }
        return generate("EC", new ECPrivateKeySpec(d, curve));
    }

    private static KeyType curve(X962Parameters parameters) throws UnusableKeyException {
        if (parameters.isNamedCurve()) {
            var oid = ASN1ObjectIdentifier.getInstance(parameters.getParameters());
            X9ECParameters known = ECNamedCurveTable.getByOID(oid);
            if (known == null) {
                throw KeyShape.unusual("elliptic curve " + oid.getId());
            }
            return KeyShape.ec(EC5Util.convertToSpec(known), "the curve " + ECNamedCurveTable.getName(oid));
        }
        return KeyShape.ec(
                EC5Util.convertToSpec(X9ECParameters.getInstance(parameters.getParameters())),
                "a curve of its own making (explicit parameters)");
    }

    private static PrivateKey generate(String algorithm, KeySpec spec) throws UnusableKeyException {
        try {
            return KeyFactory.getInstance(algorithm).generatePrivate(spec);
        } catch (GeneralSecurityException e) {
            throw damaged(e);
        }
    }

    private static UnusableKeyException damaged(@Nullable Throwable cause) {
        return new UnusableKeyException(
                "is damaged: its numbers do not make a private key. Copy the whole key file again.", cause);
    }
}
