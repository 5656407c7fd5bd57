package io.github.camelnetsuite.credentials;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.jspecify.annotations.Nullable;

/** Reads the private key and its certificate out of a PKCS#12 or JKS key store. */
final class KeyStoreReader {

    private static final int DER_SEQUENCE = 0x30;

    private KeyStoreReader() {}

    static KeyEntry read(byte[] content, KeyStoreSettings settings) throws UnusableKeyException {
        String password = settings.keyPassword() != null ? settings.keyPassword() : settings.password();
        return entry(open(content, settings), settings.alias(), password);
    }

    /** The entry of an open store, which may be a token that never gives its key away. */
    static KeyEntry entry(KeyStore store, @Nullable String wantedAlias, @Nullable String password)
            throws UnusableKeyException {
        try {
            String alias = alias(store, wantedAlias);
            if (!(key(store, alias, password) instanceof PrivateKey key)) {
                throw new UnusableKeyException("has no private key under the alias " + Shown.value(alias) + ".");
            }
            byte[] encoded = key.getEncoded();
            LoadedPrivateKey loaded = encoded == null
                    ? new LoadedPrivateKey(key, null)
                    : JdkPrivateKey.of(PrivateKeyInfo.getInstance(encoded));
            return new KeyEntry(
                    loaded,
                    store.getCertificate(alias) instanceof X509Certificate certificate
                            ? List.of(certificate)
                            : List.of());
        } catch (KeyStoreException e) {
            throw damaged(e);
        }
    }

    private static KeyStore open(byte[] content, KeyStoreSettings settings) throws UnusableKeyException {
        String type = settings.type() != null ? settings.type() : typeOf(content);
        try {
            KeyStore store = KeyStore.getInstance(type);
            store.load(new ByteArrayInputStream(content), storePassword(type, settings.password()));
            return store;
        } catch (KeyStoreException e) {
            throw new UnusableKeyException(
                    "cannot be read: this JVM knows no key store type " + Shown.value(type)
                            + ". Use PKCS12 or JKS, or leave the type out.",
                    e);
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw damaged(e);
        }
    }

    /** A PKCS#12 store without a password has an empty one; a JKS store is then read without its integrity check. */
    private static char @Nullable [] storePassword(String type, @Nullable String password) {
        if (password != null) {
            return password.toCharArray();
        }
        return type.equalsIgnoreCase("PKCS12") ? new char[0] : null;
    }

    private static String typeOf(byte[] content) throws UnusableKeyException {
        if (content.length < 4) {
            throw new UnusableKeyException("is empty or cut off. Copy the whole file again.");
        }
        return switch (content[0] & 0xff) {
            case DER_SEQUENCE -> "PKCS12";
            case 0xfe -> "JKS";
            case 0xce -> "JCEKS";
            default ->
                throw new UnusableKeyException(
                        "is neither a PKCS#12 nor a JKS key store. A PEM file goes into the option " + "privateKey.");
        };
    }

    private static String alias(KeyStore store, @Nullable String wanted)
            throws KeyStoreException, UnusableKeyException {
        var keys = new ArrayList<String>();
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                keys.add(alias);
            }
        }
        if (wanted != null && !wanted.isBlank()) {
            if (store.isKeyEntry(wanted.strip())) {
                return wanted.strip();
            }
            throw new UnusableKeyException(
                    "has no private key under keyAlias " + Shown.value(wanted) + ". " + inIt(keys));
        }
        if (keys.size() != 1) {
            throw new UnusableKeyException(
                    keys.isEmpty()
                            ? "holds no private key. Make the store of key and certificate together: openssl pkcs12 -export -inkey "
                                    + "auth-key.pem -in auth-cert.pem -out auth.p12"
                            : "holds " + keys.size() + " private keys. Set keyAlias to one of them. " + inIt(keys));
        }
        return keys.get(0);
    }

    private static String inIt(List<String> aliases) {
        return aliases.isEmpty()
                ? "It holds none at all."
                : "It holds "
                        + aliases.stream().sorted().limit(10).map(Shown::value).collect(Collectors.joining(", ")) + ".";
    }

    private static @Nullable Key key(KeyStore store, String alias, @Nullable String password)
            throws UnusableKeyException, KeyStoreException {
        try {
            return store.getKey(alias, password == null ? new char[0] : password.toCharArray());
        } catch (GeneralSecurityException e) {
            throw new UnusableKeyException(
                    "opens, but its key " + Shown.value(alias)
                            + " does not: the key password is wrong, or the key is of a kind this JVM does not know.",
                    e);
        }
    }

    private static UnusableKeyException damaged(Exception cause) {
        return new UnusableKeyException(
                "cannot be opened: the store password is wrong or missing, or the file is damaged. Try it "
                        + "with: keytool -list -keystore the-file",
                cause);
    }
}
