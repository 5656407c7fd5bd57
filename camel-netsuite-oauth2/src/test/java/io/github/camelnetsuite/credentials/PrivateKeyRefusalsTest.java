package io.github.camelnetsuite.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.camelnetsuite.NetSuiteConfigurationException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import org.assertj.core.api.AbstractStringAssert;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.misc.MiscObjectIdentifiers;
import org.bouncycastle.asn1.misc.ScryptParams;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.EncryptionScheme;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCS12PBEParams;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateKeyRefusalsTest {

    private static final String RSA_LINE =
            "openssl req -x509 -newkey rsa:4096 -sha256 -keyout auth-key.pem -out auth-cert.pem -nodes -days 730";
    private static final String EC_LINE = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -pkeyopt "
            + "ec_param_enc:named_curve -sha256 -keyout auth-key.pem -out auth-cert.pem -nodes -days 730";

    @ParameterizedTest
    @ValueSource(ints = {1024, 2048})
    void anRsaKeyThatIsTooShort(int bits) {
        assertRefused(Pem.of(TestKeys.rsa(bits).getPrivate()))
                .isEqualTo("is an RSA key of " + bits
                        + " bits. NetSuite accepts RSA keys of 3072 or 4096 bits only. Make a new "
                        + "key and certificate: " + RSA_LINE);
    }

    @ParameterizedTest
    @CsvSource({"secp256k1, secp256k1", "secp224r1, secp224r1", "brainpoolP256r1, brainpoolP256r1"})
    void anEllipticCurveKeyOnAnotherCurve(String curve, String name) {
        assertRefused(Pem.of(TestKeys.ec(curve).getPrivate()))
                .isEqualTo("is an elliptic curve key on the curve " + name
                        + ". NetSuite accepts the curves P-256, P-384 and P-521 "
                        + "only. Make a new key and certificate: " + EC_LINE);
    }

    @ParameterizedTest
    @CsvSource({"Ed25519, Ed25519", "Ed448, Ed448", "X25519, X25519", "DSA, DSA"})
    void aKeyOfAnotherKind(String algorithm, String name) {
        assertRefused(Pem.of(TestKeys.other(algorithm).getPrivate()))
                .isEqualTo("is a key of the kind " + name
                        + ". NetSuite accepts RSA keys of 3072 or 4096 bits and keys on the "
                        + "curves P-256, P-384 and P-521. Make a new key and certificate: " + EC_LINE);
    }

    @Test
    void anRsaPssKeyWhoseParametersFitNoAssertion() throws Exception {
        var sha1 = new AlgorithmIdentifier(OIWObjectIdentifiers.idSHA1, DERNull.INSTANCE);
        var mask = new AlgorithmIdentifier(PKCSObjectIdentifiers.id_mgf1, sha1);
        var params = new RSASSAPSSparams(
                sha1, mask, RSASSAPSSparams.DEFAULT_SALT_LENGTH, RSASSAPSSparams.DEFAULT_TRAILER_FIELD);

        assertRefused(pssKey(params))
                .startsWith("is an RSASSA-PSS key whose parameters fit none of PS256, PS384 and PS512");
    }

    @Test
    void anRsaPssKeyThatWantsALongerSaltThanAnAssertionHas() throws Exception {
        var sha256 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE);
        var mask = new AlgorithmIdentifier(PKCSObjectIdentifiers.id_mgf1, sha256);
        var params = new RSASSAPSSparams(sha256, mask, new ASN1Integer(64), RSASSAPSSparams.DEFAULT_TRAILER_FIELD);

        assertRefused(pssKey(params)).endsWith("Make a plain RSA key and certificate: " + RSA_LINE);
    }

    @Test
    void aKeyInOpensshFormat() {
        assertRefused(Pem.block("OPENSSH PRIVATE KEY", new byte[] {1, 2, 3}))
                .isEqualTo(
                        "is in OpenSSH format, which is made for logins by ssh and has no certificate. Make a new key and "
                                + "certificate: " + EC_LINE);
    }

    @Test
    void aCertificateInsteadOfTheKey() {
        assertRefused(Pem.of(TestKeys.certificate(TestKeys.pair(KeyType.P_256))))
                .isEqualTo(
                        "holds a certificate, not a private key. The certificate (auth-cert.pem) goes to NetSuite and into the "
                                + "option certificate; privateKey takes the file written by -keyout (auth-key.pem).");
    }

    @Test
    void aPublicKeyInsteadOfThePrivateOne() {
        assertRefused(Pem.of(TestKeys.pair(KeyType.P_256).getPublic()))
                .isEqualTo(
                        "holds a public key, not a private key. privateKey takes the file that starts with -----BEGIN PRIVATE "
                                + "KEY-----. If that is lost, make a new key and certificate: " + EC_LINE);
    }

    @Test
    void aPublicKeyOrACertificateInDer() throws Exception {
        var pair = TestKeys.pair(KeyType.P_256);

        assertRefused(pair.getPublic().getEncoded(), null).isEqualTo("holds a public key, not a private key.");
        assertRefused(TestKeys.certificate(pair).getEncoded(), null)
                .startsWith("holds a certificate or another structure, not a private key.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CERTIFICATE REQUEST", "EC PARAMETERS", "X509 CRL"})
    void anotherPemFile(String label) {
        assertRefused(Pem.block(label, new byte[] {1, 2, 3})).startsWith("holds '" + label + "', not a private key.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DSA PRIVATE KEY", "ANY PRIVATE KEY"})
    void aPrivateKeyOfAnUnknownLabel(String label) {
        assertRefused(Pem.block(label, new byte[] {1, 2, 3}))
                .startsWith("is a key of the kind ")
                .endsWith(EC_LINE);
    }

    @Test
    void twoPrivateKeysInOneText() {
        String pem = Pem.of(TestKeys.pair(KeyType.P_256).getPrivate());

        assertRefused(pem + pem)
                .isEqualTo(
                        "holds 2 private keys. Leave only the one in it that belongs to the certificate in NetSuite.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\r\n", "\ufeff"})
    void emptyText(String text) {
        assertRefused(text)
                .isEqualTo(
                        "is empty. Give the text of the private key, or file: and the path of its file. A command that makes "
                                + "one: " + EC_LINE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/netsuite/auth-key",
                "./auth-key.pem",
                "../keys/a b.pem",
                "~/auth-key.pem",
                "C:\\keys\\auth-key.pem",
                "auth-key.pem",
                "keys/auth.KEY",
                "/run/secrets/netsuite_key"
            })
    void aPathWithoutFileInFrontOfIt(String path) {
        assertRefused(path + "\n")
                .isEqualTo("is neither a private key nor a resource. Did you mean file:" + path + "?");
    }

    @Test
    void theBodyOfAKeyWithoutItsFirstAndLastLineIsNotTakenForAPath() {
        for (var type : KeyType.values()) {
            String pem = Pem.of(TestKeys.pair(type).getPrivate());
            String body = pem.lines().filter(line -> !line.startsWith("-")).reduce("", String::concat);
            for (String text : new String[] {body, "/" + body, body.substring(1, 60), "/" + body.substring(1, 60)}) {
                assertRefused(text)
                        .isEqualTo(
                                "is not a private key: there is no line -----BEGIN PRIVATE KEY-----. Copy the whole text with "
                                        + "its first and last line, or give file: and the path of its file. A command that makes a key: "
                                        + EC_LINE);
            }
        }
    }

    @Test
    void aKeyThatIsCutOff() {
        String pem = Pem.of(TestKeys.pair(KeyType.P_256).getPrivate());

        assertRefused(pem.substring(0, 100))
                .isEqualTo(
                        "is cut off: after BEGIN PRIVATE KEY the line '-----END PRIVATE KEY-----' is missing. Copy the whole "
                                + "text, with its first and last line.");
    }

    @Test
    void aKeyWithForeignCharactersInIt() {
        String pem = Pem.of(TestKeys.pair(KeyType.P_256).getPrivate());

        assertRefused(pem.replace("BEGIN PRIVATE KEY-----\n", "BEGIN PRIVATE KEY-----\n*"))
                .isEqualTo(
                        "is damaged: the text between BEGIN and END PRIVATE KEY is not complete Base64. Copy the whole text "
                                + "again, unchanged.");
    }

    @Test
    void anEmptyBlock() {
        assertRefused("-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----")
                .startsWith("is damaged: the text between BEGIN and END PRIVATE KEY is not complete Base64.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PRIVATE KEY", "RSA PRIVATE KEY", "ENCRYPTED PRIVATE KEY"})
    void aBlockWithOtherContentThanItsLabelSays(String label) {
        assertRefused(Pem.block(label, new byte[] {0x30, 3, 2, 1, 5}))
                .isEqualTo(
                        "is damaged: the content of its " + label + " cannot be read. Copy the whole key file again.");
    }

    @Test
    void anRsaKeyWhoseNumbersDoNotBelongTogether() throws Exception {
        var key = (RSAPrivateCrtKey) TestKeys.pair(KeyType.RSA_3072).getPrivate();
        var one = BigInteger.ONE;
        for (int changed = 0; changed < 5; changed++) {
            var broken = new RSAPrivateKey(
                    changed == 0 ? key.getModulus().subtract(one.shiftLeft(1)) : key.getModulus(),
                    key.getPublicExponent(),
                    changed == 1 ? key.getPrivateExponent().subtract(one) : key.getPrivateExponent(),
                    key.getPrimeP(),
                    key.getPrimeQ(),
                    changed == 2 ? key.getPrimeExponentP().subtract(one) : key.getPrimeExponentP(),
                    changed == 3 ? key.getPrimeExponentQ().subtract(one) : key.getPrimeExponentQ(),
                    changed == 4 ? key.getCrtCoefficient().subtract(one) : key.getCrtCoefficient());

            assertRefused(Pem.block("RSA PRIVATE KEY", broken.getEncoded()))
                    .isEqualTo("is damaged: its numbers do not make a private key. Copy the whole key file again.");
        }
    }

    @Test
    void anEllipticCurveKeyOutsideItsCurve() throws Exception {
        var order = ((ECPrivateKey) TestKeys.pair(KeyType.P_256).getPrivate())
                .getParams()
                .getOrder();
        var curve = SECObjectIdentifiers.secp256r1;
        for (BigInteger secret : new BigInteger[] {BigInteger.ZERO, order}) {
            var key = new org.bouncycastle.asn1.sec.ECPrivateKey(256, secret, curve);

            assertRefused(Pem.block("EC PRIVATE KEY", key.getEncoded()))
                    .isEqualTo("is damaged: its numbers do not make a private key. Copy the whole key file again.");
        }
    }

    @Test
    void anEllipticCurveKeyThatDoesNotNameItsCurve() throws Exception {
        var key = new org.bouncycastle.asn1.sec.ECPrivateKey(256, BigInteger.TEN);

        assertRefused(Pem.block("EC PRIVATE KEY", key.getEncoded())).startsWith("does not name its curve.");
    }

    @Test
    void anEncryptedKeyWithoutItsPassword() throws Exception {
        for (KeyForm form : new KeyForm[] {KeyForm.PKCS8_ENCRYPTED_PBES2, KeyForm.PKCS1_OR_SEC1_ENCRYPTED_AES}) {
            for (@Nullable String password : Arrays.asList(null, "")) {
                assertRefused(form.write(TestKeys.pair(KeyType.P_256)), password)
                        .isEqualTo(
                                "is encrypted, and no password is set. Set privateKeyPassword, or write the key without one: "
                                        + "openssl pkcs8 -topk8 -nocrypt -in encrypted.pem -out auth-key.pem");
            }
        }
    }

    @Test
    void anEncryptedKeyWithAnotherPassword() throws Exception {
        for (KeyForm form : KeyForm.values()) {
            if (form.name().contains("ENCRYPTED")) {
                assertRefused(form.write(TestKeys.pair(KeyType.RSA_3072)), "wrong")
                        .isEqualTo(
                                "cannot be decrypted: privateKeyPassword is not its password, or the key is damaged. Try it "
                                        + "with: openssl pkey -noout -in the-key-file");
            }
        }
    }

    @Test
    void aKeyThatWouldHoldUpTheStartWithPasswordHashing() throws Exception {
        var rounds = new KeyDerivationFunc(PKCSObjectIdentifiers.id_PBKDF2, new PBKDF2Params(new byte[8], 10_000_001));

        assertRefused(Pem.block("ENCRYPTED PRIVATE KEY", encryptedBy(rounds)).getBytes(StandardCharsets.US_ASCII), "x")
                .isEqualTo(
                        "asks for 10000001 rounds of password hashing, more than the 10000000 allowed here. Encrypt the key "
                                + "anew: openssl pkcs8 -topk8 -in auth-key.pem -out auth-key-2.pem");
    }

    @Test
    void anOlderEncryptionThatWouldHoldUpTheStart() throws Exception {
        var scheme = new AlgorithmIdentifier(
                PKCSObjectIdentifiers.pbeWithSHAAnd3_KeyTripleDES_CBC, new PKCS12PBEParams(new byte[8], 10_000_001));
        byte[] encrypted = new EncryptedPrivateKeyInfo(scheme, new byte[32]).getEncoded();

        assertRefused(Pem.block("ENCRYPTED PRIVATE KEY", encrypted).getBytes(StandardCharsets.US_ASCII), "x")
                .startsWith("asks for 10000001 rounds of password hashing");
    }

    @Test
    void aKeyThatWouldFillTheMemoryWithPasswordHashing() throws Exception {
        var scrypt =
                new KeyDerivationFunc(MiscObjectIdentifiers.id_scrypt, new ScryptParams(new byte[8], 1 << 22, 8, 1));

        assertRefused(Pem.block("ENCRYPTED PRIVATE KEY", encryptedBy(scrypt)).getBytes(StandardCharsets.US_ASCII), "x")
                .startsWith("asks for more memory for its password than the 256 MiB allowed here.");
    }

    private static byte[] encryptedBy(KeyDerivationFunc derivation) throws Exception {
        var cipher = new EncryptionScheme(NISTObjectIdentifiers.id_aes256_CBC, new DEROctetString(new byte[16]));
        var scheme = new AlgorithmIdentifier(PKCSObjectIdentifiers.id_PBES2, new PBES2Parameters(derivation, cipher));
        return new EncryptedPrivateKeyInfo(scheme, new byte[32]).getEncoded();
    }

    @Test
    void aKeyStoreInsteadOfAKey() throws Exception {
        var pairs = Map.of("netsuite", TestKeys.pair(KeyType.P_256));

        assertRefused(KeyForm.keyStore("PKCS12", pairs), null)
                .isEqualTo("is a PKCS#12 key store. Set keyStoreParameters to read it instead of privateKey.");
        assertRefused(KeyForm.keyStore("JCEKS", pairs), null).startsWith("is a JKS key store.");
        assertRefused(KeyForm.keyStore("JKS", pairs), null)
                .isEqualTo("is a JKS key store. Set keyStoreParameters to read it instead of privateKey.");
    }

    @Test
    void aFileThatIsFarTooLarge() {
        var settings = settings(new FakeKeyMaterial("file:video.mp4", new byte[(1 << 20) + 1]), null);

        assertThatThrownBy(
                        () -> SigningKeySource.of(settings, Clock.systemUTC()).current())
                .hasMessage(
                        "privateKey (file:video.mp4) is larger than 1 MiB, so it is no key, certificate or key store. Check "
                                + "the path.");
    }

    @Test
    void aFileThatCannotBeRead() {
        var material = new FakeKeyMaterial("file:gone.pem", "");
        material.cannotBeRead();

        assertThatThrownBy(() -> SigningKeySource.of(settings(material, null), Clock.systemUTC())
                        .current())
                .isInstanceOf(NetSuiteConfigurationException.class)
                .hasMessage(
                        "privateKey (file:gone.pem) cannot be read (NoSuchFileException). Check that it exists and that this "
                                + "process may read it.");
    }

    private static String pssKey(RSASSAPSSparams params) throws Exception {
        var plain = PrivateKeyInfo.getInstance(
                TestKeys.pair(KeyType.RSA_3072).getPrivate().getEncoded());
        var algorithm = new AlgorithmIdentifier(PKCSObjectIdentifiers.id_RSASSA_PSS, params);
        return Pem.block("PRIVATE KEY", new PrivateKeyInfo(algorithm, plain.parsePrivateKey()).getEncoded());
    }

    private static AbstractStringAssert<?> assertRefused(String text) {
        return assertRefused(text.getBytes(StandardCharsets.UTF_8), null);
    }

    /** The message after the name of the setting; nothing of the key may be in it. */
    private static AbstractStringAssert<?> assertRefused(byte[] content, @Nullable String password) {
        var source = SigningKeySource.of(
                settings(new FakeKeyMaterial("file:key.pem", content), password), Clock.systemUTC());
        var error = catchThrowableOfType(NetSuiteConfigurationException.class, source::current);
        assertThat(error).isNotNull();
        String prefix = "privateKey (file:key.pem) ";
        String message = String.valueOf(error.getMessage());
        assertThat(message).startsWith(prefix);
        return assertThat(message.substring(prefix.length()));
    }

    private static SigningKeySettings settings(KeyMaterial material, @Nullable String password) {
        return SigningKeySettings.builder()
                .privateKey(material)
                .privateKeyPassword(password)
                .certificateId(KeyMaterial.text("id"))
                .build();
    }
}
