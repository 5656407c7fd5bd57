package io.github.camelnetsuite.credentials;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.X509TrustedCertificateBlock;
import org.jspecify.annotations.Nullable;

/** Reads X.509 certificates: PEM, also several in one text, or one in bare DER. */
final class CertificateReader {

    private static final int SEQUENCE = 0x30;
    private static final int MOST = 20;

    private CertificateReader() {}

    /** All certificates in the content, at least one. */
    static List<X509Certificate> read(byte[] content) throws UnusableKeyException {
        if (content.length > 0 && (content[0] & 0xff) == SEQUENCE) {
            return List.of(parse(content));
        }
        String text = PemText.decode(content);
        List<PemBlock> blocks = PemText.blocks(text);
        List<X509Certificate> certificates = among(blocks);
        if (!certificates.isEmpty()) {
            return certificates;
        }
        if (PastedPath.is(text.strip())) {
            throw new UnusableKeyException(
                    "is neither a certificate nor a resource. Did you mean file:" + text.strip() + "?");
        }
        throw new UnusableKeyException((blocks.isEmpty()
                        ? "is not a certificate"
                        : "holds '" + blocks.get(0).label() + "', not a certificate")
                + ". Give the file that was uploaded to NetSuite, which starts with -----BEGIN CERTIFICATE-----.");
    }

    /** The certificates among PEM blocks, perhaps none. */
    static List<X509Certificate> among(List<PemBlock> blocks) throws UnusableKeyException {
        List<PemBlock> found = blocks.stream().filter(PemBlock::isCertificate).toList();
        if (found.size() > MOST) {
            throw new UnusableKeyException(
                    "holds " + found.size() + " certificates. Leave only the one that was uploaded to NetSuite.");
        }
        var certificates = new ArrayList<X509Certificate>();
        for (PemBlock block : found) {
            certificates.add(parse(block.label().startsWith("TRUSTED") ? withoutTrust(block) : block.content()));
        }
        return certificates;
    }

    private static byte[] withoutTrust(PemBlock block) throws UnusableKeyException {
        try (var parser = new PEMParser(new StringReader(block.canonical()))) {
            if (parser.readObject() instanceof X509TrustedCertificateBlock trusted) {
                return trusted.getCertificateHolder().getEncoded();
            }
        } catch (IOException | RuntimeException e) {
            throw damaged(e);
        }
        throw damaged(null);
    }

    private static X509Certificate parse(byte[] der) throws UnusableKeyException {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException | RuntimeException e) {
            throw damaged(e);
        }
    }

    private static UnusableKeyException damaged(@Nullable Exception cause) {
        return new UnusableKeyException(
                "cannot be read as an X.509 certificate: it is damaged, or its key is of a kind this JVM does not know, such as a curve "
                        + "with explicit parameters. Copy the "
                        + "whole file again, or make a new key and certificate: " + KeyType.P_256.opensslCommand(),
                cause);
    }
}
