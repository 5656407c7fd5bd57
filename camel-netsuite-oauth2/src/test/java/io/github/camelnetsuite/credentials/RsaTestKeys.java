package io.github.camelnetsuite.credentials;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;

/**
 * RSA pairs made once per clean build: they take seconds, and mutation tests start hundreds of JVMs. They lie in the build
 * folder, so {@code clean} makes new ones.
 */
final class RsaTestKeys {

    private static final Path FOLDER = Path.of("target", "test-keys");

    private RsaTestKeys() {}

    static KeyPair kept(String name, int bits) {
        Path file = FOLDER.resolve(name + ".der");
        try {
            if (Files.exists(file)) {
                return read(Files.readAllBytes(file));
            }
            KeyPair pair = fresh(bits);
            Files.createDirectories(FOLDER);
            Path half = Files.createTempFile(FOLDER, name, ".tmp"); // another JVM may be doing the same
            Files.write(half, pair.getPrivate().getEncoded());
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
            return read(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static KeyPair fresh(int bits) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair read(byte[] encoded) {
        try {
            var factory = KeyFactory.getInstance("RSA");
            var key = (RSAPrivateCrtKey) factory.generatePrivate(new PKCS8EncodedKeySpec(encoded));
            return new KeyPair(
                    factory.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent())), key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
