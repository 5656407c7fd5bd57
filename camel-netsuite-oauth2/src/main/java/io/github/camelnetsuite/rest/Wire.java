package io.github.camelnetsuite.rest;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.github.camelnetsuite.NetSuiteUnavailableException;
import io.github.camelnetsuite.credentials.ServiceUrls;
import io.github.camelnetsuite.token.AccessToken;
import io.github.camelnetsuite.token.Deadline;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/** Sends a request once and reads what comes back, within bounds of size and time. Thread-safe. */
final class Wire {

    private final HttpClient http;
    private final ServiceUrls urls;
    private final Clock clock;
    private final Duration longest;

    /** @param longest the most one request may take as a whole */
    Wire(HttpClient http, ServiceUrls urls, Clock clock, Duration longest) {
        this.http = http;
        this.urls = urls;
        this.clock = clock;
        this.longest = longest;
    }

    Reply send(RestRequest request, AccessToken token) {
        URI server = request.server(urls);
        HttpUriRequestBase message = message(request, server, token);
        Deadline deadline = new Deadline(longest, message::cancel);
        request.cancellation().onCancel(message::cancel);
        long sent = System.nanoTime();
        try (deadline) {
            return http.execute(message, answer -> read(request, message, answer, token, sent));
        } catch (RefusalException e) {
            return refused(e.answer(), token, sent);
        } catch (NetSuiteUnavailableException e) {
            return new Reply.Broken(e, true, false);
        } catch (JacksonException e) {
            return new Reply.Broken(RestErrors.unreadable(request, e), true, e instanceof JsonEOFException);
        } catch (SSLHandshakeException | SSLPeerUnverifiedException e) {
            return new Reply.Broken(RestErrors.notSent(request, server, e), false, false);
        } catch (ConnectException
                | ConnectTimeoutException
                | ConnectionRequestTimeoutException
                | NoRouteToHostException
                | UnknownHostException e) {
            return new Reply.Broken(RestErrors.notSent(request, server, e), false, true);
        } catch (IllegalStateException e) {
            // So says a client that was shut down.
            return new Reply.Broken(RestErrors.notSent(request, server, e), false, false);
        } catch (IOException e) {
            return deadline.passed()
                    ? new Reply.Broken(RestErrors.tooSlow(request, server, longest, e), true, false)
                    : new Reply.Broken(RestErrors.noAnswer(request, server, e), true, true);
        }
    }

    private static HttpUriRequestBase message(RestRequest request, URI server, AccessToken token) {
        HttpUriRequestBase message = new HttpUriRequestBase(request.method(), server.resolve(request.target()));
        message.setHeader(HttpHeaders.AUTHORIZATION, token.authorization());
        message.setHeader(HttpHeaders.ACCEPT, ContentType.APPLICATION_JSON.getMimeType());
        request.headers().forEach(message::setHeader);
        byte[] body = request.body();
        if (body != null) {
            message.setEntity(new ByteArrayEntity(body, request.contentType()));
        }
        return message;
    }

    /** What is left of an answer is cut off, not closed: closing reads it to its end, however far that is. */
    private Reply read(
            RestRequest request, HttpUriRequestBase message, ClassicHttpResponse response, AccessToken token, long sent)
            throws IOException {
        int status = response.getCode();
        if (status < HttpStatus.SC_OK || status >= HttpStatus.SC_REDIRECTION) {
            RefusedAnswer refused = RefusedAnswer.read(response, clock.instant());
            if (refused.cutOff()) {
                message.cancel();
                throw new RefusalException(refused);
            }
            return refused(refused, token, sent);
        }
        HttpEntity entity = response.getEntity();
        boolean empty = entity == null || status == HttpStatus.SC_NO_CONTENT || entity.getContentLength() == 0;
        Header location = response.getFirstHeader(HttpHeaders.LOCATION);
        try {
            return new Reply.Served(new RestAnswer(
                    status,
                    location == null ? null : location.getValue(),
                    empty ? null : request.reader().read(entity)));
        } catch (JacksonException | RefusalException | NetSuiteUnavailableException e) {
            message.cancel();
            throw e;
        }
    }

    private static Reply refused(RefusedAnswer answer, AccessToken token, long sent) {
        return Reply.Refused.of(answer.hiding(token.value()), Duration.ofNanos(System.nanoTime() - sent));
    }
}
