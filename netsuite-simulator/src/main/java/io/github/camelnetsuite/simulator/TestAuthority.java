package io.github.camelnetsuite.simulator;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
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

/** A throwaway certificate authority, and a server certificate by it for NetSuite's host names and loopback. */
final class TestAuthority {

    private static final Duration LIFETIME = Duration.ofDays(30);
    private static final char[] NO_PASSWORD = {};

    private final KeyPair authorityPair = KeyKind.P_256.newKeyPair();
    private final X509Certificate authority;
    private final KeyPair serverPair = KeyKind.P_256.newKeyPair();
    private final X509Certificate server;

    TestAuthority(List<String> hosts) {
        var name = new X500Name("CN=NetSuite simulator test authority");
        var names = new ArrayList<GeneralName>();
        hosts.forEach(host -> names.add(new GeneralName(GeneralName.dNSName, host)));
        names.add(new GeneralName(GeneralName.dNSName, "localhost"));
        names.add(new GeneralName(GeneralName.iPAddress, "127.0.0.1"));
        try {
            authority = certificate(name, name, authorityPair.getPublic(), authorityPair.getPrivate(), List.of());
            server = certificate(
                    name,
                    new X500Name("CN=" + hosts.get(0)),
                    serverPair.getPublic(),
                    authorityPair.getPrivate(),
                    names);
        } catch (OperatorCreationException | IOException | GeneralSecurityException e) {
            throw new IllegalStateException("Cannot make a certificate for TLS", e);
        }
    }

    String certificatePem() {
        return Pem.of(authority);
    }

    SSLContext serverContext() {
        try {
            KeyStore store = emptyStore();
            store.setKeyEntry(
                    "server", serverPair.getPrivate(), NO_PASSWORD, new X509Certificate[] {server, authority});
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, NO_PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("Cannot serve TLS", e);
        }
    }

    /** Trusts this authority and no other. */
    SSLContext clientContext() {
        try {
            KeyStore store = emptyStore();
            store.setCertificateEntry("authority", authority);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("Cannot trust the test authority", e);
        }
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
        return store;
    }

    /** TLS clients look at the machine's own time, never at a virtual clock. */
    private static X509Certificate certificate(
            X500Name issuer, X500Name subject, PublicKey key, PrivateKey signer, List<GeneralName> names)
            throws OperatorCreationException, IOException, GeneralSecurityException {
        Instant now = Instant.now();
        var builder = new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(120, Randomness.SECURE),
                Date.from(now.minus(LIFETIME)),
                Date.from(now.plus(LIFETIME)),
                subject,
                key);
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(names.isEmpty()));
        if (!names.isEmpty()) {
            builder.addExtension(
                    Extension.subjectAlternativeName, false, new GeneralNames(names.toArray(new GeneralName[0])));
        }
        var contentSigner = new JcaContentSignerBuilder("SHA256withECDSA").build(signer);
        return new JcaX509CertificateConverter().getCertificate(builder.build(contentSigner));
    }
}
