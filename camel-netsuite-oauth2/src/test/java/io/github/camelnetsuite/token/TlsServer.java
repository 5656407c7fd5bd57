package io.github.camelnetsuite.token;

import io.github.camelnetsuite.credentials.TestKeys;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** A TLS server on localhost with a certificate of a throwaway CA, right or wrong in one way. */
final class TlsServer implements AutoCloseable {

    private final SSLServerSocket listening;
    private final X509Certificate authority;

    /** @param host the name in the certificate */
    TlsServer(String host, Instant notAfter, String answer) {
        try {
            KeyPair authorityKey = TestKeys.ec("secp256r1");
            KeyPair key = TestKeys.ec("secp256r1");
            authority = certificate(
                    "CN=Throwaway CA", authorityKey, authorityKey, Instant.now().plus(Duration.ofDays(1)), null);
            X509Certificate own = certificate("CN=" + host, key, authorityKey, notAfter, host);
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("own", key.getPrivate(), new char[0], new X509Certificate[] {own, authority});
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(store, new char[0]);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            listening = (SSLServerSocket)
                    context.getServerSocketFactory().createServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new AssertionError(e);
        }
        Thread thread = new Thread(() -> serve(answer), "tls-server");
        thread.setDaemon(true);
        thread.start();
    }

    URI url() {
        return URI.create("https://localhost:" + listening.getLocalPort() + "/token");
    }

    /** A context that trusts this server's CA. */
    SSLContext trusting() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry("ca", authority);
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private void serve(String answer) {
        while (!listening.isClosed()) {
            try (SSLSocket socket = (SSLSocket) listening.accept()) {
                socket.getInputStream().read();
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                // The client refused the certificate, or the test is over.
            }
        }
    }

    private static X509Certificate certificate(
            String subject, KeyPair key, KeyPair issuer, Instant notAfter, @Nullable String host)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                new X500Name("CN=Throwaway CA"),
                BigInteger.valueOf(subject.hashCode()).abs(),
                Date.from(Instant.now().minus(Duration.ofDays(30))),
                Date.from(notAfter),
                new X500Name(subject),
                key.getPublic());
        if (host == null) {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
        } else {
            builder.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(new GeneralName(GeneralName.dNSName, host)));
        }
        return new JcaX509CertificateConverter()
                .getCertificate(
                        builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(issuer.getPrivate())));
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
