package io.github.camelnetsuite.credentials;

import java.security.PrivateKey;
import java.util.Arrays;
import java.util.Optional;

/**
 * Decides whether newly read key material is a whole new signing key, or a rotation that is still on its way.
 *
 * @param current the key in use
 * @param next what was read now: complete, and its certificate, when there is one, matches
 * @param proved whether a token was ever granted with the current key; only then it is worth keeping
 */
record KeyChange(SigningKeyReader reader, SigningKey current, SigningKey next, boolean proved) {

    /** Whether the material was only written anew, and means the same. */
    boolean none() {
        return !keyChanged()
                && !idChanged()
                && current.algorithm() == next.algorithm()
                && current.certificate().equals(next.certificate());
    }

    /** What is still missing before the new key may be tried; empty when nothing is. */
    Optional<String> missing() {
        if (!proved || !reader.has(KeyPart.CERTIFICATE_ID) || idIsOfTheCertificate()) {
            return Optional.empty();
        }
        boolean certificateChanged = !current.certificate().equals(next.certificate());
        if (idChanged()) {
            return keyChanged() || certificateChanged
                    ? Optional.empty()
                    : Optional.of(changed(KeyPart.CERTIFICATE_ID) + stillOld(reader.keyPart()));
        }
        KeyPart changed = keyChanged() ? reader.keyPart() : KeyPart.CERTIFICATE;
        if (reader.literal(KeyPart.CERTIFICATE_ID)) {
            return Optional.of(
                    changed(changed) + "certificateId, which is written in the configuration, still names the old "
                            + "certificate. Set it to the new certificate ID, or give the certificate instead, from which the ID is derived.");
        }
        return Optional.of(changed(changed) + stillOld(KeyPart.CERTIFICATE_ID));
    }

    private String changed(KeyPart part) {
        return reader.place(part) + " has changed, but ";
    }

    private String stillOld(KeyPart part) {
        return reader.place(part) + " is still the old one.";
    }

    private boolean idIsOfTheCertificate() {
        return next.certificate()
                .map(certificate -> certificate.certificateId().equals(next.certificateId()))
                .orElse(false);
    }

    private boolean idChanged() {
        return !current.certificateId().equals(next.certificateId());
    }

    private boolean keyChanged() {
        return !same(current.privateKey(), next.privateKey());
    }

    private static boolean same(PrivateKey one, PrivateKey other) {
        byte[] encoded = one.getEncoded();
        return encoded == null ? one.equals(other) : Arrays.equals(encoded, other.getEncoded());
    }
}
