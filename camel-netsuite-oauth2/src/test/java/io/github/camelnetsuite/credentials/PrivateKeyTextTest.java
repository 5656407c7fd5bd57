package io.github.camelnetsuite.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PrivateKeyTextTest {

    private static final Map<String, UnaryOperator<String>> DISTORTIONS = Map.ofEntries(
            Map.entry("CRLF", pem -> pem.replace("\n", "\r\n")),
            Map.entry("CR", pem -> pem.replace("\n", "\r")),
            Map.entry("literal \\n", pem -> pem.replace("\n", "\\n")),
            Map.entry("literal \\r\\n", pem -> pem.replace("\n", "\\r\\n")),
            Map.entry("doubly escaped \\n", pem -> pem.replace("\n", "\\\\n")),
            Map.entry("literal \\n and real ones", pem -> pem.replace("\n", "\\n\n")),
            Map.entry("one line with blanks", pem -> pem.strip().replace("\n", " ")),
            Map.entry("no line ends at all", pem -> pem.strip().replace("\n", "")),
            Map.entry("indented", pem -> "    " + pem.replace("\n", "\n    ")),
            Map.entry("trailing blanks and blank lines", pem -> "\n\n" + pem.replace("\n", " \t\n\n") + "\n\n"),
            Map.entry("no-break spaces", pem -> pem.strip().replace("\n", "\u00a0\n")),
            Map.entry("byte order mark", pem -> "\ufeff" + pem),
            Map.entry("quoted", pem -> "\"" + pem.strip() + "\""),
            Map.entry(
                    "text around it",
                    pem -> "Bag Attributes\n  localKeyID: 01 02\nKey: <none>\n" + pem + "-- \nthanks, Bob"),
            Map.entry("curve parameters before it", pem -> curveParameters() + pem));

    private final KeyPair pair = TestKeys.pair(KeyType.P_256);

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("distortedForms")
    void distortedTextIsStillTheSameKey(String distortion, KeyForm form) throws Exception {
        String pem = new String(form.write(pair), StandardCharsets.US_ASCII);
        String distorted = DISTORTIONS.getOrDefault(distortion, text -> text).apply(pem);

        assertThat(read(distorted.getBytes(StandardCharsets.UTF_8))).isEqualTo(plain());
    }

    static Stream<Arguments> distortedForms() {
        return DISTORTIONS.keySet().stream().sorted().flatMap(distortion -> Stream.of(
                        KeyForm.PKCS8,
                        KeyForm.PKCS1_OR_SEC1,
                        KeyForm.PKCS8_ENCRYPTED_PBES2,
                        KeyForm.PKCS1_OR_SEC1_ENCRYPTED_AES)
                .map(form -> Arguments.of(distortion, form)));
    }

    @Test
    void aFileWrittenByAConsoleInUtf16IsRead() throws Exception {
        String pem = "\ufeff" + Pem.of(pair.getPrivate());

        assertThat(read(pem.getBytes(StandardCharsets.UTF_16LE))).isEqualTo(plain());
        assertThat(read(pem.getBytes(StandardCharsets.UTF_16BE))).isEqualTo(plain());
    }

    @Test
    void aKeyWithoutThePublicHalfOrItsCurveInsideIsReadWhenTheOutsideNamesTheCurve() throws Exception {
        var key = (ECPrivateKey) pair.getPrivate();
        var bare = new org.bouncycastle.asn1.sec.ECPrivateKey(256, key.getS());
        var algorithm = new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, SECObjectIdentifiers.secp256r1);
        byte[] pkcs8 = new PrivateKeyInfo(algorithm, bare).getEncoded();

        assertThat(read(Pem.block("PRIVATE KEY", pkcs8).getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(plain());
    }

    @Test
    void explicitParametersOfAGoodCurveAreThatCurve() throws Exception {
        var key = (ECPrivateKey) pair.getPrivate();
        var explicit = ECNamedCurveTable.getByName("P-256");
        var algorithm = new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, explicit);
        byte[] pkcs8 =
                new PrivateKeyInfo(algorithm, new org.bouncycastle.asn1.sec.ECPrivateKey(256, key.getS())).getEncoded();

        assertThat(read(Pem.block("PRIVATE KEY", pkcs8).getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(plain());
    }

    /** The numbers of the key are its identity; encodings may differ in what they repeat. */
    private BigInteger plain() {
        return ((ECPrivateKey) pair.getPrivate()).getS();
    }

    private static BigInteger read(byte[] content) {
        var settings = SigningKeySettings.builder()
                .privateKey(new FakeKeyMaterial("file:key.pem", content))
                .privateKeyPassword(TestKeys.PASSWORD)
                .certificateId(KeyMaterial.text("id"))
                .build();
        var key = SigningKeySource.of(settings, Clock.fixed(TestKeys.NOT_BEFORE, ZoneOffset.UTC))
                .current()
                .privateKey();
        return ((ECPrivateKey) key).getS();
    }

    private static String curveParameters() {
        try {
            return "-----BEGIN EC PARAMETERS-----\n"
                    + Base64.getEncoder().encodeToString(SECObjectIdentifiers.secp256r1.getEncoded())
                    + "\n-----END EC PARAMETERS-----\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
