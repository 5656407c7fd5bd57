package io.github.camelnetsuite.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelnetsuite.credentials.TestKeys;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.Timeout;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a client with all of HttpClient's own defaults: it follows redirects, keeps cookies and repeats requests. */
@org.junit.jupiter.api.Timeout(60)
class HttpTokenEndpointTest {

    private static final String GRANTED =
            "{\"access_token\":\"secret-token\",\"expires_in\":3600,\"token_type\":\"bearer\"}";

    private final CloseableHttpClient client = HttpClients.custom()
            .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                    .setDefaultConnectionConfig(ConnectionConfig.custom()
                            .setConnectTimeout(Timeout.ofSeconds(2))
                            .setSocketTimeout(Timeout.ofSeconds(10))
                            .build())
                    .build())
            .build();
    private final HttpTokenEndpoint endpoint = new HttpTokenEndpoint(client, Duration.ofSeconds(10));

    @AfterEach
    void stop() throws IOException {
        client.close();
    }

    @Test
    void theRequestIsAFormOfThreeFieldsAndCarriesNothingElse() {
        try (RawServer server = RawServer.answering(json(200, GRANTED))) {
            ClientAssertion assertion = assertion(server.url());

            endpoint.request(assertion);

            String request = server.requests().get(0);
            assertThat(request)
                    .startsWith("POST /services/rest/auth/oauth2/v1/token HTTP/1.1\r\n")
                    .contains("\r\nContent-Type: application/x-www-form-urlencoded\r\n")
                    .contains("\r\nAccept: application/json\r\n")
                    .doesNotContainIgnoringCase("\r\nAuthorization:")
                    .doesNotContainIgnoringCase("\r\nCookie:")
                    .endsWith(
                            "\r\n\r\ngrant_type=client_credentials&client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3A"
                                    + "client-assertion-type%3Ajwt-bearer&client_assertion=" + assertion.value());
        }
    }

    @Test
    void aGrantIsReadWithItsLifetimeAndTheServersTime() {
        TokenAnswer answer = answerTo("HTTP/1.1 200 OK\r\nDate: Sun, 01 Mar 2026 12:00:00 GMT\r\n"
                + "Content-Type: application/json\r\nContent-Length: " + GRANTED.length() + "\r\n\r\n" + GRANTED);

        assertThat(answer)
                .isEqualTo(new TokenAnswer.Granted(
                        "secret-token", Duration.ofHours(1), Instant.parse("2026-03-01T12:00:00Z")));
        assertThat(answer).hasToString("Granted[<redacted>, lifetime PT1H]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"expires_in\":3600 | PT1H",
                "\"expires_in\":\"3600\" | PT1H",
                "\"expires_in\":\" 3600 \" | PT1H",
                "\"expires_in\":3600.9 | PT1H",
                "\"expires_in\":36e2 | PT1H",
                "\"expires_in\":null | PT1H",
                "\"other\":[{\"deep\":true}] | PT1H",
                "\"expires_in\":1 | PT1S",
                "\"expires_in\":3600000 | PT24H",
                "\"expires_in\":99999999999999999999999999 | PT24H",
                "\"expires_in\":1e999999999 | PT24H"
            })
    void theLifetimeIsReadTolerantlyAndBounded(String member, Duration lifetime) {
        TokenAnswer answer = answerTo(json(200, "{\"access_token\":\"secret-token\"," + member + "}"));

        assertThat(answer).isEqualTo(new TokenAnswer.Granted("secret-token", lifetime, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "0.5", "\"soon\"", "\"\"", "true", "{}", "[3600]", "1e-999999999"})
    void aLifetimeThatIsNoneIsNotGuessed(String lifetime) {
        assertSeen(
                        answerTo(json(200, "{\"access_token\":\"secret-token\",\"expires_in\":" + lifetime + "}")),
                        TokenFault.UNREADABLE)
                .endsWith(" answered HTTP 200, but expires_in is not a positive number of seconds.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | without an access_token",
                "{\"access_token\":\"\"} | without an access_token",
                "{\"access_token\":null} | without an access_token",
                "{\"access_token\":7} | without an access_token",
                "{\"access_token\":\"a b\"} | its access_token holds characters that no header may carry",
                "{\"access_token\":\"a\\r\\nX: y\"} | its access_token holds characters that no header may carry",
                "{\"access_token\":\"a\\u0000\"} | its access_token holds characters that no header may carry",
                "{\"access_token\":\"\\u00e4\"} | its access_token holds characters that no header may carry",
                "{\"access_token\":\"a\",\"token_type\":\"mac\"} | its token_type is not Bearer"
            })
    void aTokenThatCannotBeUsedIsRefused(String body, String flaw) {
        assertSeen(answerTo(json(200, body)), TokenFault.UNREADABLE)
                .isEqualTo("The token endpoint 127.0.0.1 answered HTTP 200, but " + flaw + ".");
    }

    @Test
    void anOverlongTokenIsRefused() {
        assertSeen(
                        answerTo(json(200, "{\"access_token\":\"" + "a".repeat(16 * 1024 + 1) + "\"}")),
                        TokenFault.UNREADABLE)
                .isEqualTo(
                        "The token endpoint 127.0.0.1 answered HTTP 200, but its access_token is longer than 16 KiB.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "bearer", "BEARER"})
    void theTokenTypeMayBeWrittenAnyWay(String type) {
        assertThat(answerTo(json(200, "{\"access_token\":\"a\",\"token_type\":\"" + type + "\"}")))
                .isInstanceOf(TokenAnswer.Granted.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"secret-token\"",
                "secret-token",
                "{\"access_token\":secret-token}",
                "{\"access_token\":\"secret-token\"",
                "{\"access_token\":\"secret-token\"} trailing",
                "{\"access_token\":\"secret-token\",\"access_token\":\"other\"}"
            })
    void whatIsNotOneCleanJsonObjectIsNotRead(String body) {
        TokenAnswer answer = answerTo(json(200, body));

        assertSeen(answer, TokenFault.UNREADABLE)
                .isEqualTo(
                        "The token endpoint 127.0.0.1 answered HTTP 200 with something else instead of the JSON of a token "
                                + "answer.");
        assertThat(answer.toString()).doesNotContain("secret-token");
    }

    @Test
    void deepNestingIsNotRead() {
        String deep = "{\"access_token\":\"a\",\"x\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";

        assertSeen(answerTo(json(200, deep)), TokenFault.UNREADABLE).contains("instead of the JSON");
    }

    @Test
    void aWrongContentTypeDoesNotMatterWhenTheJsonIsGood() {
        assertThat(answerTo(http(200, "text/html; charset=ISO-8859-1", GRANTED)))
                .isInstanceOf(TokenAnswer.Granted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE", "UTF-32BE"})
    void jsonIsReadInEveryCharsetItMayHave(String charset) {
        byte[] body = GRANTED.getBytes(Charset.forName(charset));
        byte[] head = ("HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=" + charset + "\r\nContent-Length: "
                        + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] answer = new byte[head.length + body.length];
        System.arraycopy(head, 0, answer, 0, head.length);
        System.arraycopy(body, 0, answer, head.length, body.length);

        try (RawServer server = RawServer.answering(answer)) {
            assertThat(endpoint.request(assertion(server.url()))).isInstanceOf(TokenAnswer.Granted.class);
        }
    }

    @Test
    void anHtmlPageIsToldApart() {
        assertSeen(answerTo(http(200, "text/html", "<html>maintenance secret-token</html>")), TokenFault.UNREADABLE)
                .isEqualTo(
                        "The token endpoint 127.0.0.1 answered HTTP 200 with an HTML page instead of the JSON of a token "
                                + "answer.");
    }

    @Test
    void anOAuthErrorIsReadWithItsStatus() {
        TokenAnswer.Failed failed = failed(answerTo(json(401, "{\"error\":\"invalid_client\"}")));

        assertThat(failed.fault()).isEqualTo(TokenFault.INVALID_CLIENT);
        assertThat(failed.seen()).isEqualTo("The token endpoint 127.0.0.1 answered HTTP 401 invalid_client.");
        assertThat(failed.facts().status()).isEqualTo(401);
        assertThat(failed.facts().errorCode()).isEqualTo("invalid_client");
    }

    @Test
    void anErrorIsAnErrorAlsoWithStatus200() {
        assertThat(failed(answerTo(json(200, "{\"error\":\"invalid_grant\",\"access_token\":\"a\"}")))
                        .fault())
                .isEqualTo(TokenFault.INVALID_GRANT);
    }

    @Test
    void anErrorCodeThatCouldCarryASecretIsNotRepeated() {
        TokenAnswer.Failed failed =
                failed(answerTo(json(400, "{\"error\":\"bad assertion " + "x".repeat(100) + "\"}")));

        assertThat(failed.seen()).isEqualTo("The token endpoint 127.0.0.1 answered HTTP 400 without an OAuth error.");
        assertThat(failed.facts().errorCode()).isNull();
    }

    @Test
    void aServerErrorIsAskedOnce() {
        try (RawServer server = RawServer.answering(json(503, ""))) {
            TokenAnswer.Failed failed = failed(endpoint.request(assertion(server.url())));

            assertThat(failed.fault()).isEqualTo(TokenFault.SERVER_FAULT);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void aThrottleTellsHowLongToWait() {
        TokenAnswer.Failed failed =
                failed(answerTo("HTTP/1.1 429 Too Many\r\nRetry-After: 7\r\nContent-Length: 0\r\n\r\n"));

        assertThat(failed.fault()).isEqualTo(TokenFault.THROTTLED);
        assertThat(failed.facts().retryAfter()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void aServerErrorOfTheTokenEndpointHasARowOfItsOwn() {
        assertThat(failed(answerTo(json(500, "{\"error\":\"server_error\"}"))).fault())
                .isEqualTo(TokenFault.SERVER_ERROR);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsNotFollowedAndOnlyItsHostIsNamed(int status) {
        try (RawServer elsewhere = RawServer.answering(json(200, GRANTED));
                RawServer server = RawServer.answering("HTTP/1.1 " + status + " Moved\r\nLocation: " + elsewhere.url()
                        + "?secret=1\r\nContent-Length: 0\r\n\r\n")) {
            TokenAnswer answer = endpoint.request(assertion(server.url()));

            assertSeen(answer, TokenFault.REDIRECTED)
                    .isEqualTo("The token endpoint 127.0.0.1 answered HTTP " + status
                            + ", a redirect to the host 127.0.0.1, "
                            + "which is not followed because the assertion must not go there.");
            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"'Location: /login\r\n',the same host", "'Location: ::: \r\n',an unreadable address", "'',the same host"
    })
    void aRedirectWithAnOddTargetIsStillTold(String header, String target) {
        assertSeen(answerTo("HTTP/1.1 302 Moved\r\n" + header + "Content-Length: 0\r\n\r\n"), TokenFault.REDIRECTED)
                .contains("a redirect to " + target + ", which is not followed");
    }

    @Test
    void aProxyThatWantsALoginIsNamed() {
        assertSeen(answerTo(http(407, "text/html", "<html>login</html>")), TokenFault.NOT_NETSUITE)
                .isEqualTo(
                        "The token endpoint 127.0.0.1 answered HTTP 407: the proxy wants a login; set http[proxyAuthUsername] "
                                + "and http[proxyAuthPassword].");
    }

    @Test
    void cookiesAreNotKept() {
        String answer = "HTTP/1.1 200 OK\r\nConnection: close\r\nSet-Cookie: JSESSIONID=1; Path=/\r\nContent-Length: "
                + GRANTED.length() + "\r\n\r\n" + GRANTED;
        try (RawServer server = RawServer.answering(answer)) {
            endpoint.request(assertion(server.url()));
            endpoint.request(assertion(server.url()));

            assertThat(server.requests()).hasSize(2).noneMatch(request -> request.contains("JSESSIONID"));
        }
    }

    @Test
    void fiftyMegabytesAreNotRead() {
        AtomicLong written = new AtomicLong();
        byte[] chunk = new byte[64 * 1024];
        RawServer.Script flood = out -> {
            out.write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 800; i++) {
                out.write(chunk);
                written.addAndGet(chunk.length);
            }
        };
        try (RawServer server = RawServer.playing(flood)) {
            assertSeen(endpoint.request(assertion(server.url())), TokenFault.NO_ANSWER)
                    .isEqualTo(
                            "The token endpoint 127.0.0.1 answered with more than 64 KiB, which no token answer has; the rest "
                                    + "was not read. A proxy or a wrong suiteTalkUrl is likely: open the host in a browser and see who "
                                    + "answers.");
            assertThat(written.get()).isLessThan(20L * 1024 * 1024);
        }
    }

    @Test
    void anAnswerThatAnnouncesFiftyMegabytesIsNotEvenStarted() {
        assertSeen(answerTo("HTTP/1.1 200 OK\r\nContent-Length: 52428800\r\n\r\n"), TokenFault.NO_ANSWER)
                .contains("more than 64 KiB");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SSH-2.0-OpenSSH\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"access_token\":\"a\"",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n40\r\n{\"access_token\"",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}"
            })
    void anAnswerThatIsCutOffIsNoAnswer(String answer) {
        assertSeen(answerTo(answer), TokenFault.NO_ANSWER)
                .isEqualTo(
                        "No answer to the token request. 127.0.0.1 ended the connection before its answer was complete. This passes as a "
                                + "rule; when it stays, look at the proxy or firewall between.");
    }

    @Test
    void whatIsNotHttpIsNoAnswer() {
        assertSeen(answerTo("HTTP/9.9 200 OK\r\nContent-Length: 0\r\n\r\n"), TokenFault.NO_ANSWER)
                .startsWith("No answer to the token request. The request to 127.0.0.1 failed on the way (");
    }

    @Test
    void aDeadHostIsNamedWithTheNextStep() throws IOException {
        URI dead;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            dead = URI.create("http://127.0.0.1:" + free.getLocalPort() + "/token");
        }

        assertSeen(endpoint.request(assertion(dead)), TokenFault.NO_ANSWER)
                .isEqualTo(
                        "No answer to the token request. 127.0.0.1 refuses connections, or cannot be reached. Check suiteTalkUrl and http[proxyHost], and whether a "
                                + "firewall stands between.");
    }

    @Test
    void anUnknownHostIsNamedWithTheNextStep() {
        assertSeen(endpoint.request(assertion(URI.create("https://nobody.invalid/token"))), TokenFault.NO_ANSWER)
                .isEqualTo(
                        "No answer to the token request. The host nobody.invalid is unknown to DNS. Check accountId (or suiteTalkUrl) "
                                + "against Setup > Company > Company Information > Company URLs, and that this machine may resolve "
                                + "public names; behind a proxy, set http[proxyHost] and http[proxyPort].");
    }

    @Test
    void aHostThatNeverAnswersIsLeftWithinTheResponseTimeout() throws IOException {
        try (RawServer server = RawServer.playing(HttpTokenEndpointTest::hang);
                CloseableHttpClient hasty = HttpClients.custom()
                        .setDefaultRequestConfig(RequestConfig.custom()
                                .setResponseTimeout(Timeout.ofMilliseconds(100))
                                .build())
                        .build()) {
            TokenAnswer answer = new HttpTokenEndpoint(hasty, Duration.ofSeconds(10)).request(assertion(server.url()));

            assertSeen(answer, TokenFault.NO_ANSWER)
                    .isEqualTo(
                            "No answer to the token request. 127.0.0.1 took the request and did not answer in time. NetSuite or a proxy is "
                                    + "overloaded; http[responseTimeout] sets how long to wait.");
        }
    }

    @Test
    void aHostThatAnswersDropByDropIsLeftWithinTheTimeLimitOfTheWhole() {
        RawServer.Script dripping = out -> {
            out.write("HTTP/1.1 200 OK\r\nX: ".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write('x'); // as fast as the socket takes it; the header line never ends
                LockSupport.parkNanos(1_000_000);
            }
        };
        try (RawServer server = RawServer.playing(dripping)) {
            TokenAnswer answer = new HttpTokenEndpoint(client, Duration.ofMillis(300)).request(assertion(server.url()));

            assertSeen(answer, TokenFault.NO_ANSWER)
                    .isEqualTo(
                            "No answer to the token request. 127.0.0.1 did not answer completely within 300 ms. NetSuite or a proxy is "
                                    + "overloaded, or a firewall holds the traffic up.");
        }
    }

    @Test
    void aServerThatDoesNotSpeakTlsIsTold() throws IOException {
        try (PlainServer server = new PlainServer("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")) {
            assertSeen(endpoint.request(assertion(server.httpsUrl())), TokenFault.NO_ANSWER)
                    .isEqualTo(
                            "No answer to the token request. No TLS connection to localhost came about (SSLException). Check suiteTalkUrl, the proxy, and that "
                                    + "TLS 1.2 or 1.3 is allowed.");
        }
    }

    @Test
    void aClientThatIsShutDownIsTold() throws IOException {
        client.close();

        assertSeen(endpoint.request(assertion(URI.create("http://127.0.0.1:1/token"))), TokenFault.NO_ANSWER)
                .isEqualTo(
                        "No answer to the token request. The HTTP client for 127.0.0.1 is shut down. The Camel context is stopping or has stopped, or a reload has replaced or removed the account.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Date: yesterday\r\n", "Date:\r\n"})
    void anUnreadableDateIsNoDate(String date) {
        assertThat(answerTo("HTTP/1.1 200 OK\r\n" + date + "Content-Length: " + GRANTED.length() + "\r\n\r\n" + GRANTED)
                        .serverTime())
                .isNull();
    }

    private TokenAnswer answerTo(String bytes) {
        try (RawServer server = RawServer.answering(bytes)) {
            return endpoint.request(assertion(server.url()));
        }
    }

    private static void hang(OutputStream out) {
        LockSupport.park();
    }

    private static TokenAnswer.Failed failed(TokenAnswer answer) {
        assertThat(answer).isInstanceOf(TokenAnswer.Failed.class);
        return (TokenAnswer.Failed) answer;
    }

    private static AbstractStringAssert<?> assertSeen(TokenAnswer answer, TokenFault fault) {
        assertThat(failed(answer).fault()).isEqualTo(fault);
        return assertThat(failed(answer).seen());
    }

    private static String json(int status, String body) {
        return http(status, "application/json", body);
    }

    private static String http(int status, String type, String body) {
        return "HTTP/1.1 " + status + " Status\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body;
    }

    private static ClientAssertion assertion(URI url) {
        TokenSettings settings = TokenSettings.of(url, "consumer", List.of("rest_webservices"));
        return new ClientAssertions(settings, new JcaAssertionSigner()).make(TestKeys.p256("cert-1"), Instant.now());
    }
}
