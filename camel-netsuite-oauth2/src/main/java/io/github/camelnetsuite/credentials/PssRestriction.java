package io.github.camelnetsuite.credentials;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * What an {@code id-RSASSA-PSS} key allows. Such a key may name its one hash, its mask function and the least salt; a client
 * assertion has the same hash twice and a salt as long as the hash.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4055#section-3.1">RFC 4055, section 3.1</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7518#section-3.5">RFC 7518, section 3.5</a>
 */
final class PssRestriction {

    private PssRestriction() {}

    /** The one algorithm the key allows; null when it has no parameters and so allows all. */
    static @Nullable SigningAlgorithm of(@Nullable ASN1Encodable parameters) throws UnusableKeyException {
        if (parameters == null) {
            return null;
        }
        var params = RSASSAPSSparams.getInstance(parameters);
        SigningAlgorithm algorithm = algorithm(params.getHashAlgorithm().getAlgorithm());
        var mask = params.getMaskGenAlgorithm();
        if (!mask.getAlgorithm().equals(PKCSObjectIdentifiers.id_mgf1)
                || algorithm(AlgorithmIdentifier.getInstance(mask.getParameters())
                                .getAlgorithm())
                        != algorithm
                || params.getSaltLength().intValueExact() * 8 > algorithm.hashBits()) {
            throw unfit();
        }
        return algorithm;
    }

    private static SigningAlgorithm algorithm(ASN1ObjectIdentifier hash) throws UnusableKeyException {
        if (hash.equals(NISTObjectIdentifiers.id_sha256)) {
            return SigningAlgorithm.PS256;
        }
        if (hash.equals(NISTObjectIdentifiers.id_sha384)) {
            return SigningAlgorithm.PS384;
        }
        if (hash.equals(NISTObjectIdentifiers.id_sha512)) {
            return SigningAlgorithm.PS512;
        }
        throw unfit();
    }

    private static UnusableKeyException unfit() {
        return new UnusableKeyException(
                "is an RSASSA-PSS key whose parameters fit none of PS256, PS384 and PS512 (one SHA-2 "
                        + "hash used twice, salt not longer than the hash). Make a plain RSA key and certificate: "
                        + KeyType.RSA_4096.opensslCommand());
    }
}
