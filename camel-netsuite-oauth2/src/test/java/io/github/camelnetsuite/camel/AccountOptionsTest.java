package io.github.camelnetsuite.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelnetsuite.NetSuiteAccessException;
import io.github.camelnetsuite.credentials.SigningKey;
import io.github.camelnetsuite.simulator.Credentials;
import io.github.camelnetsuite.simulator.KeyKind;
import io.github.camelnetsuite.simulator.NetSuiteSimulator;
import io.github.camelnetsuite.simulator.VirtualClock;
import io.github.camelnetsuite.simulator.junit5.NetSuiteSimulatorExtension;
import io.github.camelnetsuite.token.JcaAssertionSigner;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What each option of an account does. */
@Timeout(60)
class AccountOptionsTest {

    private static final VirtualClock CLOCK = VirtualClock.at(Instant.parse("2026-11-22T10:00:00Z"));

    @RegisterExtension
    static final NetSuiteSimulatorExtension NETSUITE = NetSuiteSimulatorExtension.with(builder -> builder.clock(CLOCK));

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final NetSuiteConfiguration options = SimulatedAccount.configuration(netsuite());
    private final Credentials credentials = netsuite().credentials();

    @TempDir
    private Path folder;

    @AfterEach
    void stop() throws Exception {
        context.close();
    }

    @Test
    void theCertificateIdMayBeLeftOutWhenThereIsACertificate() {
        options.setCertificateId(null);
        options.setCertificate(credentials.certificatePem());

        assertThat(call()).contains("id=42");
        assertThat(account().signingKey().expiresAt()).isPresent();
    }

    @Test
    void keysComeFromFileBase64AndBean() throws Exception {
        Path key = Files.writeString(folder.resolve("key.pem"), credentials.privateKeyPem());
        options.setPrivateKey("file:" + key);
        assertThat(call()).contains("id=42");

        options.setPrivateKey("base64:"
                + Base64.getEncoder().encodeToString(credentials.privateKeyPem().getBytes(StandardCharsets.US_ASCII)));
        assertThat(callAs("base64")).contains("id=42");

        context.getRegistry().bind("vaultKey", credentials.privateKeyPem());
        options.setPrivateKey("ref:vaultKey");
        assertThat(callAs("ref")).contains("id=42");
    }

    @Test
    void aNewKeyAndIdFileAreUsedWithoutARestart() throws Exception {
        Path key = Files.writeString(folder.resolve("key.pem"), credentials.privateKeyPem());
        Path id = Files.writeString(folder.resolve("id.txt"), credentials.certificateId() + "\n");
        options.setPrivateKey("file:" + key);
        options.setCertificateId("file:" + id);
        call();

        Credentials rotated = netsuite().newCredentials(KeyKind.P_384);
        Files.writeString(key, rotated.privateKeyPem());
        Files.writeString(id, rotated.certificateId());
        CLOCK.advance(Duration.ofMinutes(61));
        call();

        assertThat(account().tokenStatus().certificateId()).isEqualTo(rotated.certificateId());
    }

    @Test
    void aKeyStoreHoldsKeyAndCertificate() throws Exception {
        Path file = folder.resolve("keys.p12");
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("netsuite", privateKey(), "secret".toCharArray(), new Certificate[] {certificate()});
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, "secret".toCharArray());
        }
        KeyStoreParameters parameters = new KeyStoreParameters();
        parameters.setResource("file:" + file);
        parameters.setPassword("secret");
        options.setPrivateKey(null);
        options.setCertificateId(null);
        options.setKeyStoreParameters(parameters);
        options.setKeyAlias("netsuite");

        assertThat(call()).contains("id=42");
    }

    @Test
    void aKeyStoreWithoutAFileGivesAHandleToItsKey() throws Exception {
        KeyStore token = KeyStore.getInstance("PKCS12");
        token.load(null, null);
        token.setKeyEntry("netsuite", privateKey(), "pin".toCharArray(), new Certificate[] {certificate()});
        KeyStoreParameters parameters = new KeyStoreParameters();
        parameters.setKeyStore(token);
        options.setPrivateKey(null);
        options.setPrivateKeyPassword("pin");
        options.setCertificateId(null);
        options.setKeyStoreParameters(parameters);

        assertThat(call()).contains("id=42");
    }

    @Test
    void anAssertionSignerTakesThePlaceOfThePrivateKey() throws Exception {
        PrivateKey atTheKeyService = privateKey();
        options.setPrivateKey(null);
        options.setSignatureAlgorithm("ES256");
        options.setAssertionSigner((key, input) -> new JcaAssertionSigner()
                .sign(new SigningKey(atTheKeyService, key.certificateId(), key.algorithm(), null), input));

        assertThat(call()).contains("id=42");
    }

    @Test
    void onlyTheScopesAskedForAreRequested() {
        netsuite().settings().scopes("rest_webservices");
        assertThatThrownBy(this::call).hasCauseInstanceOf(NetSuiteAccessException.class);

        options.setScopes("rest_webservices");
        assertThat(callAs("narrow")).contains("id=42");
    }

    @Test
    void assertionLifetimeAndClaimsAreInTheAssertion() {
        options.setAllowTokenExport(true);
        options.setAssertionLifetime(90_000);
        options.setClaims(Map.of("sub", "3;-5"));
        start();

        String assertion = context.createProducerTemplate().requestBody("netsuite:assertion", null, String.class);

        String claims =
                new String(Base64.getUrlDecoder().decode(assertion.split("\\.", -1)[1]), StandardCharsets.UTF_8);
        assertThat(claims)
                .contains("\"sub\":\"3;-5\"", "\"exp\":" + (CLOCK.instant().getEpochSecond() + 90));
    }

    @Test
    void aServerThatNeverAnswersEndsTheCallAtTheResponseTimeout() {
        options.setHttp(Map.of("responseTimeout", 300));
        netsuite().faults().onApi().hang();

        assertThatThrownBy(this::call).cause().hasMessageContaining("http[responseTimeout]");
    }

    private String call() {
        start();
        return String.valueOf(context.createProducerTemplate().requestBody("netsuite:get:customer/42", (Object) null));
    }

    private String callAs(String account) {
        context.getComponent("netsuite", NetSuiteComponent.class).getAccounts().put(account, options);
        return String.valueOf(context.createProducerTemplate()
                .requestBody("netsuite:get:customer/42?account=" + account, (Object) null));
    }

    private void start() {
        NetSuiteComponent component = context.getComponent("netsuite", NetSuiteComponent.class);
        if (!context.isStarted()) {
            component.setConfiguration(options);
            component.useClock(CLOCK);
            context.start();
        }
    }

    private NetSuiteAccount account() {
        return context.getComponent("netsuite", NetSuiteComponent.class).account(null);
    }

    private PrivateKey privateKey() throws Exception {
        String base64 = credentials.privateKeyPem().replaceAll("-----[A-Z ]+-----|\\s", "");
        return KeyFactory.getInstance("EC")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
    }

    private Certificate certificate() throws Exception {
        return CertificateFactory.getInstance("X.509")
                .generateCertificate(
                        new ByteArrayInputStream(credentials.certificatePem().getBytes(StandardCharsets.US_ASCII)));
    }

    private static NetSuiteSimulator netsuite() {
        return NETSUITE.simulator();
    }
}
