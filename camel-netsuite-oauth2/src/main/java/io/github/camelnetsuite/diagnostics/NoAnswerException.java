package io.github.camelnetsuite.diagnostics;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import java.util.Set;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;

/** A request that brought no answer: what was seen, and what to do about it. */
final class NoAnswerException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String action;

    private NoAnswerException(String seen, String action) {
        super(seen);
        this.action = action;
    }

    String seen() {
        return String.valueOf(getMessage());
    }

    String action() {
        return action;
    }

    static NoAnswerException tooSlow(String host, Duration timeout) {
        return new NoAnswerException(
                host + " did not answer within " + timeout.toMillis() + " ms.",
                "Check whether a firewall or proxy holds the traffic up, and NetSuite's status page; then run this again.");
    }

    static NoAnswerException of(String host, Exception thrown) {
        if (thrown instanceof UnknownHostException) {
            return new NoAnswerException(
                    "The host " + host + " is unknown.",
                    "Compare account ID and URLs with Company Information; behind a proxy, name the proxy.");
        }
        if (thrown instanceof SSLException) {
            return tls(host, thrown);
        }
        if (thrown instanceof ConnectTimeoutException) {
            return new NoAnswerException(
                    "No connection to " + host + " was made in time.",
                    "A firewall probably drops the packets: allow outgoing HTTPS to this host, or name the proxy.");
        }
        if (thrown instanceof SocketTimeoutException) {
            return new NoAnswerException(
                    host + " took the request and did not answer in time.",
                    "Check whether a firewall or proxy holds the traffic up, and NetSuite's status page; then run this again.");
        }
        if (thrown instanceof ConnectException || thrown instanceof NoRouteToHostException) {
            return new NoAnswerException(
                    host + " refuses connections, or cannot be reached.",
                    "Check suiteTalkUrl, the proxy, and whether a firewall stands between.");
        }
        return new NoAnswerException(
                "The connection to " + host + " broke (" + thrown.getClass().getSimpleName() + ").",
                "Run this again; if it stays, look at the proxy or firewall between.");
    }

    private static NoAnswerException tls(String host, Exception thrown) {
        if (thrown instanceof SSLPeerUnverifiedException) {
            return new NoAnswerException(
                    "The TLS certificate of " + host + " was made for another host name.",
                    "Check suiteTalkUrl, and whether a proxy breaks TLS open.");
        }
        if (causedBy(thrown, Set.of(CertificateExpiredException.class, CertificateNotYetValidException.class))) {
            return new NoAnswerException(
                    "The TLS certificate of " + host + " is not valid at this machine's time.",
                    "Set the clock; if it is right, a proxy shows an old certificate.");
        }
        if (causedBy(thrown, Set.of(CertPathBuilderException.class, CertPathValidatorException.class))) {
            return new NoAnswerException(
                    "The TLS certificate of " + host + " is not trusted by this Java.",
                    "A proxy that breaks TLS open is likely: add its CA to the trust store of this Java "
                            + "(javax.net.ssl.trustStore), and in a route by http[sslContextParameters].");
        }
        return new NoAnswerException(
                "No TLS connection to " + host + " came about ("
                        + thrown.getClass().getSimpleName() + ").",
                "Check suiteTalkUrl, the proxy, and that TLS 1.2 or 1.3 is allowed.");
    }

    private static boolean causedBy(Throwable thrown, Set<Class<? extends Exception>> types) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            Throwable here = cause;
            if (types.stream().anyMatch(type -> type.isInstance(here))) {
                return true;
            }
        }
        return false;
    }
}
