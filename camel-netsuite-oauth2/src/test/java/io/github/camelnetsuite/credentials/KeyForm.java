package io.github.camelnetsuite.credentials;

import static io.github.camelnetsuite.credentials.TestKeys.PASSWORD;

import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.crypto.util.ScryptConfig;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PKCS8Generator;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMEncryptorBuilder;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfoBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;

/** The forms in which people keep a private key. */
public enum KeyForm {
    PKCS8 {
        @Override
        byte[] write(KeyPair pair) {
            return ascii(Pem.of(pair.getPrivate()));
        }
    },
    PKCS1_OR_SEC1 {
        @Override
        byte[] write(KeyPair pair) {
            return ascii(Pem.traditional(pair.getPrivate()));
        }
    },
    PKCS8_ENCRYPTED_PBES2 {
        @Override
        byte[] write(KeyPair pair) throws Exception {
            return encryptedPkcs8(pair.getPrivate(), PKCS8Generator.AES_256_CBC);
        }
    },
    PKCS8_ENCRYPTED_SCRYPT {
        @Override
        byte[] write(KeyPair pair) throws Exception {
            var scrypt =
                    new ScryptConfig.Builder(16384, 8, 1).withSaltLength(16).build();
            var encryptor = new JcePKCSPBEOutputEncryptorBuilder(scrypt, NISTObjectIdentifiers.id_aes256_CBC)
                    .setProvider(new BouncyCastleProvider())
                    .build(PASSWORD.toCharArray());
            var key = PrivateKeyInfo.getInstance(pair.getPrivate().getEncoded());
            byte[] encrypted = new PKCS8EncryptedPrivateKeyInfoBuilder(key)
                    .build(encryptor)
                    .getEncoded();
            return ascii(Pem.block("ENCRYPTED PRIVATE KEY", encrypted));
        }
    },
    PKCS8_ENCRYPTED_PKCS12_PBE {
        @Override
        byte[] write(KeyPair pair) throws Exception {
            return encryptedPkcs8(pair.getPrivate(), PKCS8Generator.PBE_SHA1_3DES);
        }
    },
    PKCS8_ENCRYPTED_PBES1 {
        @Override
        byte[] write(KeyPair pair) throws Exception {
            String scheme = "PBEWithMD5AndDES";
            var salt = new PBEParameterSpec(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}, 2048);
            var cipher = Cipher.getInstance(scheme);
            var key = SecretKeyFactory.getInstance(scheme).generateSecret(new PBEKeySpec(PASSWORD.toCharArray()));
            cipher.init(Cipher.ENCRYPT_MODE, key, salt);
            AlgorithmParameters parameters = cipher.getParameters();
            byte[] encrypted = cipher.doFinal(pair.getPrivate().getEncoded());
            return ascii(Pem.block(
                    "ENCRYPTED PRIVATE KEY", new EncryptedPrivateKeyInfo(parameters, encrypted).getEncoded()));
        }
    },
    PKCS1_OR_SEC1_ENCRYPTED_AES {
        @Override
        byte[] write(KeyPair pair) throws Exception {
            return encryptedTraditional(pair.getPrivate(), "AES-256-CBC");
        }
    },
    PKCS1_OR_SEC1_ENCRYPTED_3DES {
        @Override
        byte[] write(KeyPair pair) throws Exception {
            return encryptedTraditional(pair.getPrivate(), "DES-EDE3-CBC");
        }
    },
    PKCS8_DER {
        @Override
        byte[] write(KeyPair pair) {
            return pair.getPrivate().getEncoded();
        }
    },
    PKCS1_OR_SEC1_DER {
        @Override
        byte[] write(KeyPair pair) throws Exception {
            return PrivateKeyInfo.getInstance(pair.getPrivate().getEncoded())
                    .parsePrivateKey()
                    .toASN1Primitive()
                    .getEncoded();
        }
    },
    PKCS12 {
        @Override
        byte[] write(KeyPair pair) throws Exception {
            return keyStore("PKCS12", Map.of("netsuite", pair));
        }
    },
    JKS {
        @Override
        byte[] write(KeyPair pair) throws Exception {
            return keyStore("JKS", Map.of("netsuite", pair));
        }
    };

    abstract byte[] write(KeyPair pair) throws Exception;

    boolean isKeyStore() {
        return this == PKCS12 || this == JKS;
    }

    /** Settings that read what was written, with the certificate in a setting of its own. */
    SigningKeySettings.Builder settings(KeyPair pair) throws Exception {
        var material = new FakeKeyMaterial("file:key", write(pair));
        var settings = SigningKeySettings.builder()
                .certificate(new FakeKeyMaterial("file:cert.pem", Pem.of(TestKeys.certificate(pair))));
        return isKeyStore()
                ? settings.keyStore(new KeyStoreSettings(material, null, PASSWORD, null, null))
                : settings.privateKey(material).privateKeyPassword(PASSWORD);
    }

    static byte[] keyStore(String type, Map<String, KeyPair> pairs) throws Exception {
        KeyStore store = KeyStore.getInstance(type);
        store.load(null, null);
        for (var entry : pairs.entrySet()) {
            KeyPair pair = entry.getValue();
            store.setKeyEntry(entry.getKey(), pair.getPrivate(), PASSWORD.toCharArray(), new Certificate[] {
                TestKeys.certificate(pair)
            });
        }
        var out = new ByteArrayOutputStream();
        store.store(out, PASSWORD.toCharArray());
        return out.toByteArray();
    }

    private static byte[] encryptedPkcs8(PrivateKey key, ASN1ObjectIdentifier scheme) throws Exception {
        var encryptor = new JceOpenSSLPKCS8EncryptorBuilder(scheme)
                .setProvider(new BouncyCastleProvider())
                .setPassword(PASSWORD.toCharArray())
                .build();
        return pem(new JcaPKCS8Generator(key, encryptor));
    }

    private static byte[] encryptedTraditional(PrivateKey key, String cipher) throws Exception {
        var text = new StringWriter();
        try (var writer = new JcaPEMWriter(text)) {
            writer.writeObject(
                    PrivateKeyInfo.getInstance(key.getEncoded()),
                    new JcePEMEncryptorBuilder(cipher)
                            .setProvider(new BouncyCastleProvider())
                            .build(PASSWORD.toCharArray()));
        }
        return ascii(text.toString());
    }

    private static byte[] pem(Object object) throws Exception {
        var text = new StringWriter();
        try (var writer = new JcaPEMWriter(text)) {
            writer.writeObject(object);
        }
        return ascii(text.toString());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
