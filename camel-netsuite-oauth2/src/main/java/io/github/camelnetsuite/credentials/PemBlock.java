package io.github.camelnetsuite.credentials;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** One block of PEM text (RFC 7468), with the encryption header of the legacy OpenSSL form when it has one. */
final class PemBlock {

    private final String label;
    private final @Nullable String dekInfo;
    private final byte[] content;

    /**
     * @param label what stands after BEGIN, such as {@code PRIVATE KEY}
     * @param dekInfo cipher and initialisation vector of a legacy encrypted key; null when there are none
     */
    PemBlock(String label, @Nullable String dekInfo, byte[] content) {
        this.label = label;
        this.dekInfo = dekInfo;
        this.content = content;
    }

    String label() {
        return label;
    }

    byte[] content() {
        return content;
    }

    boolean isPrivateKey() {
        return label.endsWith("PRIVATE KEY");
    }

    boolean isCertificate() {
        return label.equals("CERTIFICATE") || label.equals("X509 CERTIFICATE") || label.equals("TRUSTED CERTIFICATE");
    }

    /** The block in the strict form that parsers expect. */
    String canonical() {
        String headers = dekInfo == null ? "" : "Proc-Type: 4,ENCRYPTED\nDEK-Info: " + dekInfo + "\n\n";
        return "-----BEGIN " + label + "-----\n" + headers
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content)
                + "\n-----END " + label + "-----\n";
    }

    @Override
    public String toString() {
        return "PemBlock[" + label + ", <redacted>]";
    }
}
