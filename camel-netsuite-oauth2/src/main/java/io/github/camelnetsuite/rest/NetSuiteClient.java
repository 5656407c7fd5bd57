package io.github.camelnetsuite.rest;

import com.fasterxml.jackson.core.JacksonException;
import io.github.camelnetsuite.NetSuiteException;
import io.github.camelnetsuite.credentials.ServiceUrls;
import io.github.camelnetsuite.token.AccessToken;
import io.github.camelnetsuite.token.AccessTokenSource;
import io.github.camelnetsuite.token.Deadline;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jspecify.annotations.Nullable;

/**
 * Sends calls to an account's REST web services with its access token. A 401 is answered with one new token and one repeat;
 * nothing else is repeated. Thread-safe; blocks until the answer is there.
 */
public final class NetSuiteClient {

    /** A query may take NetSuite minutes; a server that answers drop by drop would take for ever. */
    private static final Duration LONGEST_CALL = Duration.ofMinutes(10);

    private final HttpClient http;
    private final ServiceUrls urls;
    private final AccessTokenSource tokens;
    private final Duration longest;
    private final JsonReader json = new JsonReader();

    /**
     * A client of one account.
     *
     * @param http must follow no redirects, keep no cookies and repeat nothing by itself; its time-outs bound every wait, and a call as a whole takes
     *     no more than ten minutes
     */
    public NetSuiteClient(HttpClient http, ServiceUrls urls, AccessTokenSource tokens) {
        this(http, urls, tokens, LONGEST_CALL);
    }

    NetSuiteClient(HttpClient http, ServiceUrls urls, AccessTokenSource tokens, Duration longest) {
        this.longest = longest;
        this.http = http;
        this.urls = urls;
        this.tokens = tokens;
    }

    /**
     * Sends the call and gives the answer.
     *
     * @throws NetSuiteException of the type that says what to do about it, when there is no token, no answer, or the answer is
     *     not a 2xx
     */
    public RestAnswer send(RestRequest request) {
        AccessToken token = tokens.get();
        Outcome outcome = attempt(request, token);
        if (outcome.unauthorized() && tokens.invalidate(token.value())) {
            outcome = attempt(request, tokens.get());
        }
        return outcome.orThrow(request);
    }

    private Outcome attempt(RestRequest request, AccessToken token) {
        HttpUriRequestBase message = message(request, token);
        Deadline deadline = new Deadline(longest, message::cancel);
        try (deadline) {
            return http.execute(message, answer -> read(message, answer));
        } catch (LongRefusal e) {
            return new Outcome(null, e.answer);
        } catch (JacksonException e) {
            throw RestErrors.unreadable(request, e);
        } catch (IOException e) {
            throw deadline.passed()
                    ? RestErrors.tooSlow(request, urls.suiteTalk(), longest, e)
                    : RestErrors.noAnswer(request, urls.suiteTalk(), e);
        }
    }

    private HttpUriRequestBase message(RestRequest request, AccessToken token) {
        HttpUriRequestBase message =
                new HttpUriRequestBase(request.method(), urls.suiteTalk().resolve(request.target()));
        message.setHeader(HttpHeaders.AUTHORIZATION, token.authorization());
        message.setHeader(HttpHeaders.ACCEPT, ContentType.APPLICATION_JSON.getMimeType());
        request.headers().forEach(message::setHeader);
        byte[] body = request.body();
        if (body != null) {
            message.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        }
        return message;
    }

    /** What is left of an answer is cut off, not closed: closing reads it to its end, however far that is. */
    private Outcome read(HttpUriRequestBase message, ClassicHttpResponse response) throws IOException {
        int status = response.getCode();
        if (status < HttpStatus.SC_OK || status >= HttpStatus.SC_REDIRECTION) {
            RefusedAnswer refused = RefusedAnswer.read(response);
            if (refused.cutOff()) {
                message.cancel();
                throw new LongRefusal(refused);
            }
            return new Outcome(null, refused);
        }
        HttpEntity entity = response.getEntity();
        boolean empty = entity == null || status == HttpStatus.SC_NO_CONTENT || entity.getContentLength() == 0;
        Header location = response.getFirstHeader(HttpHeaders.LOCATION);
        try {
            RestAnswer answer = new RestAnswer(
                    status,
                    location == null ? null : location.getValue(),
                    empty ? null : json.read(entity.getContent()));
            return new Outcome(answer, null);
        } catch (JacksonException e) {
            message.cancel();
            throw e;
        }
    }

    /** Takes an answer past the HTTP client, which would read the rest of it. */
    private static final class LongRefusal extends IOException {

        private static final long serialVersionUID = 1L;

        private final transient RefusedAnswer answer;

        LongRefusal(RefusedAnswer answer) {
            this.answer = answer;
        }
    }

    /** Exactly one of the two is there. */
    private record Outcome(
            @Nullable RestAnswer answer, @Nullable RefusedAnswer refused) {

        boolean unauthorized() {
            return refused != null && refused.status() == HttpStatus.SC_UNAUTHORIZED;
        }

        RestAnswer orThrow(RestRequest request) {
            if (answer == null) {
                throw RestErrors.refused(request, Objects.requireNonNull(refused));
            }
            return answer;
        }
    }
}
