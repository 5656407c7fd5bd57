package io.github.camelnetsuite.token;

import io.github.camelnetsuite.ErrorFacts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.Configurable;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.cookie.StandardCookieSpec;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;

/**
 * The token endpoint over HTTP: a form POST with exactly {@code grant_type}, {@code client_assertion_type} and {@code
 * client_assertion}; no redirect is followed, no cookie kept, nothing repeated, and at most 64 KiB of an answer read. Does not own
 * the client, and does not close it. Thread-safe.
 */
public final class HttpTokenEndpoint implements TokenEndpoint {

    /** A real answer has one to four KiB. */
    private static final int LONGEST_ANSWER = 64 * 1024;

    private static final String FORM = "grant_type=client_credentials&client_assertion_type="
            + URLEncoder.encode("urn:ietf:params:oauth:client-assertion-type:jwt-bearer", StandardCharsets.UTF_8)
            + "&client_assertion=";

    private final HttpClient client;
    private final Duration timeout;

    /**
     * An endpoint that uses this client, its proxy and its time-outs.
     *
     * @param timeout the most one request may take as a whole, against servers that answer drop by drop
     */
    public HttpTokenEndpoint(HttpClient client, Duration timeout) {
        this.client = client;
        this.timeout = timeout;
    }

    @Override
    public TokenAnswer request(ClientAssertion assertion) {
        HttpPost post = post(assertion);
        String host = post.getAuthority() == null ? "?" : post.getAuthority().getHostName();
        try (Deadline deadline = new Deadline(timeout, post::cancel)) {
            return send(host, post, deadline);
        }
    }

    private TokenAnswer send(String host, HttpPost post, Deadline deadline) {
        try {
            return client.execute(post, answer -> read(host, answer));
        } catch (AnswerTooLongException e) {
            return noAnswer(
                    "The token endpoint " + host
                            + " answered with more than 64 KiB, which no token answer has; the rest was not read. A proxy or a wrong"
                            + " suiteTalkUrl is likely: open the host in a browser and see who answers.",
                    e);
        } catch (IOException | IllegalStateException e) {
            BrokenConnection broken =
                    deadline.passed() ? BrokenConnection.tooSlow(host, timeout) : BrokenConnection.of(host, e);
            return noAnswer("No answer to the token request. " + broken, e);
        }
    }

    private static TokenAnswer noAnswer(String seen, Exception cause) {
        return new TokenAnswer.Failed(TokenFault.NO_ANSWER, seen, ErrorFacts.none(), cause, null);
    }

    private HttpPost post(ClientAssertion assertion) {
        HttpPost post = new HttpPost(assertion.audience());
        byte[] form = (FORM + assertion.value()).getBytes(StandardCharsets.US_ASCII);
        // A stream cannot be sent twice, so no retry strategy of the client can repeat the request.
        post.setEntity(new InputStreamEntity(
                new ByteArrayInputStream(form),
                form.length,
                ContentType.APPLICATION_FORM_URLENCODED.withCharset((Charset) null)));
        post.setHeader(HttpHeaders.ACCEPT, "application/json");
        RequestConfig config = client instanceof Configurable configured ? configured.getConfig() : null;
        post.setConfig(RequestConfig.copy(config == null ? RequestConfig.DEFAULT : config)
                .setRedirectsEnabled(false)
                .setCookieSpec(StandardCookieSpec.IGNORE)
                .build());
        return post;
    }

    private static TokenAnswer read(String host, ClassicHttpResponse answer) throws IOException {
        return TokenAnswerReader.read(host, answer, body(answer.getEntity()));
    }

    private static byte[] body(HttpEntity entity) throws IOException {
        if (entity == null) {
            return new byte[0];
        }
        if (entity.getContentLength() > LONGEST_ANSWER) {
            throw new AnswerTooLongException(LONGEST_ANSWER);
        }
        // Not closed when too long: closing would read the rest. The exception makes the client drop the connection.
        InputStream content = entity.getContent();
        byte[] start = content.readNBytes(LONGEST_ANSWER + 1);
        if (start.length > LONGEST_ANSWER) {
            throw new AnswerTooLongException(LONGEST_ANSWER);
        }
        return start;
    }
}
