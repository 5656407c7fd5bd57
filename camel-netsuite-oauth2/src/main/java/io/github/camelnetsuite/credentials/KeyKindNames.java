package io.github.camelnetsuite.credentials;

import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** Names for the kinds of key people bring although NetSuite takes none of them. */
final class KeyKindNames {

    private static final Map<ASN1ObjectIdentifier, String> NAMES = Map.of(
            EdECObjectIdentifiers.id_Ed25519, "Ed25519",
            EdECObjectIdentifiers.id_Ed448, "Ed448",
            EdECObjectIdentifiers.id_X25519, "X25519",
            EdECObjectIdentifiers.id_X448, "X448",
            X9ObjectIdentifiers.id_dsa, "DSA");

    private KeyKindNames() {}

    static String of(ASN1ObjectIdentifier kind) {
        return NAMES.getOrDefault(kind, kind.getId());
    }
}
