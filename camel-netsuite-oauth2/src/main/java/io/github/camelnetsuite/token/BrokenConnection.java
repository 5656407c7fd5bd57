package io.github.camelnetsuite.token;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.TruncatedChunkException;

/**
 * Says in words what broke a request to NetSuite on its way, for whoever made it: the token endpoint, a call, a check.
 *
 * @param seen what happened, in whole sentences
 * @param advice what to do about it, in whole sentences
 */
public record BrokenConnection(String seen, String advice) {

    private static final String OVERLOADED =
            "NetSuite or a proxy is overloaded; http[responseTimeout] sets how long to wait.";

    private static final String BETWEEN =
            "This passes as a rule; when it stays, look at the proxy or firewall between.";

    /** An answer that was not complete when its time was up. */
    public static BrokenConnection tooSlow(String host, Duration timeout) {
        return new BrokenConnection(
                host + " did not answer completely within " + timeout.toMillis() + " ms.",
                "NetSuite or a proxy is overloaded, or a firewall holds the traffic up.");
    }

    /** What this exception of the HTTP client means. */
    public static BrokenConnection of(String host, Exception thrown) {
        if (inChain(thrown, MessageConstraintException.class::isInstance)) {
            return new BrokenConnection(
                    host + " answered with more headers, or longer ones, than NetSuite does; the rest was not read.",
                    "A proxy or a wrong suiteTalkUrl is likely: open the host in a browser and see who answers.");
        }
        if (thrown instanceof UnknownHostException) {
            return new BrokenConnection(
                    "The host " + host + " is unknown to DNS.",
                    "Check accountId (or suiteTalkUrl) against Setup > Company > Company Information > Company URLs, and that"
                            + " this machine may resolve public names; behind a proxy, set http[proxyHost] and http[proxyPort].");
        }
        if (thrown instanceof SSLException) {
            return tls(host, thrown);
        }
        if (thrown instanceof ConnectTimeoutException) {
            return new BrokenConnection(
                    "No connection to " + host + " was made in time.",
                    "A firewall probably drops the packets: allow outgoing HTTPS to this host, or set http[proxyHost] and"
                            + " http[proxyPort].");
        }
        if (thrown instanceof SocketTimeoutException) {
            return new BrokenConnection(host + " took the request and did not answer in time.", OVERLOADED);
        }
        if (thrown instanceof ConnectException || thrown instanceof NoRouteToHostException) {
            return new BrokenConnection(
                    host + " refuses connections, or cannot be reached.",
                    "Check suiteTalkUrl and http[proxyHost], and whether a firewall stands between.");
        }
        if (thrown instanceof ConnectionRequestTimeoutException) {
            return new BrokenConnection(
                    "No connection to " + host + " became free in time: all are in use by other calls.",
                    "Raise http[connectionsPerRoute], or call NetSuite less at once.");
        }
        if (cutOff(thrown)) {
            return new BrokenConnection(host + " ended the connection before its answer was complete.", BETWEEN);
        }
        if (thrown instanceof IllegalStateException) {
            return new BrokenConnection(
                    "The HTTP client for " + host + " is shut down.",
                    "The Camel context is stopping or has stopped, or a reload has replaced or removed the account.");
        }
        return new BrokenConnection(
                "The request to " + host + " failed on the way ("
                        + thrown.getClass().getSimpleName() + ").",
                BETWEEN);
    }

    private static BrokenConnection tls(String host, Exception thrown) {
        if (inChain(thrown, BrokenConnection::otherHost)) {
            return new BrokenConnection(
                    "The TLS certificate of " + host + " was made for another host name.",
                    "Check suiteTalkUrl, and whether a proxy breaks TLS open.");
        }
        if (inChain(thrown, BrokenConnection::outOfDate)) {
            return new BrokenConnection(
                    "The TLS certificate of " + host + " is not valid at this machine's time.",
                    "Set the clock; if it is right, a proxy shows an old certificate.");
        }
        if (inChain(thrown, BrokenConnection::untrusted)) {
            return new BrokenConnection(
                    "The TLS certificate of " + host + " is not trusted by this Java.",
                    "A proxy that breaks TLS open is likely: add its CA with http[sslContextParameters], use"
                            + " useGlobalSslContextParameters, or add it to the trust store of this Java"
                            + " (javax.net.ssl.trustStore).");
        }
        return new BrokenConnection(
                "No TLS connection to " + host + " came about ("
                        + thrown.getClass().getSimpleName() + ").",
                "Check suiteTalkUrl, the proxy, and that TLS 1.2 or 1.3 is allowed.");
    }

    private static boolean cutOff(Exception thrown) {
        return thrown instanceof NoHttpResponseException
                || thrown instanceof ConnectionClosedException
                || thrown instanceof TruncatedChunkException
                || thrown instanceof MalformedChunkCodingException
                || thrown instanceof SocketException
                || thrown instanceof EOFException;
    }

    /** HttpClient has a type for this; the JDK, which checks first where it is asked to, has only a text. */
    private static boolean otherHost(Throwable cause) {
        return cause instanceof SSLPeerUnverifiedException
                || (cause.getClass() == CertificateException.class
                        && String.valueOf(cause.getMessage()).contains(" matching "));
    }

    private static boolean outOfDate(Throwable cause) {
        return cause instanceof CertificateExpiredException || cause instanceof CertificateNotYetValidException;
    }

    private static boolean untrusted(Throwable cause) {
        return cause instanceof CertPathBuilderException || cause instanceof CertPathValidatorException;
    }

    private static boolean inChain(Throwable thrown, Predicate<Throwable> wanted) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .limit(20)
                .anyMatch(wanted);
    }

    /** Both, as the end of a message. */
    @Override
    public String toString() {
        return seen + " " + advice;
    }
}
