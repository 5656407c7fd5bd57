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
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.TruncatedChunkException;

/** Says in words what broke a token request on its way, and what to do about it. */
final class BrokenConnection {

    private BrokenConnection() {}

    static String tooSlow(String host, Duration timeout) {
        return "The token endpoint " + host + " did not answer completely within " + timeout.toMillis()
                + " ms. NetSuite or a proxy is overloaded; the request is made again.";
    }

    static String explain(String host, Exception thrown) {
        if (thrown instanceof AnswerTooLongException) {
            return "The token endpoint " + host
                    + " answered with more than 64 KiB, which no token answer has; the rest was not "
                    + "read. A proxy or a wrong suiteTalkUrl is likely: open the host in a browser and see who answers.";
        }
        if (thrown instanceof UnknownHostException) {
            return "The host " + host
                    + " of the token endpoint is unknown to DNS. Check accountId (or suiteTalkUrl) against "
                    + "Setup > Company > Company Information > Company URLs, and that this machine may resolve public names; "
                    + "behind a proxy, set http[proxyHost] and http[proxyPort].";
        }
        if (thrown instanceof SSLException) {
            return tls(host, thrown);
        }
        if (thrown instanceof ConnectTimeoutException) {
            return "No connection to the token endpoint " + host
                    + " was made in time. A firewall probably drops the packets: "
                    + "allow outgoing HTTPS to this host, or set http[proxyHost] and http[proxyPort].";
        }
        if (thrown instanceof SocketTimeoutException) {
            return "The token endpoint " + host
                    + " took the request and did not answer in time. NetSuite or a proxy is "
                    + "overloaded; the request is made again. http[responseTimeout] sets how long to wait.";
        }
        if (thrown instanceof ConnectException || thrown instanceof NoRouteToHostException) {
            return "The token endpoint " + host
                    + " refuses connections. Check suiteTalkUrl and http[proxyHost], and whether a "
                    + "firewall stands between.";
        }
        if (thrown instanceof ConnectionRequestTimeoutException) {
            return "No connection to " + host + " became free in time: all are in use by other calls. Raise "
                    + "http[connectionsPerRoute], or call NetSuite less at once.";
        }
        if (cutOff(thrown)) {
            return "The token endpoint " + host
                    + " ended the connection before its answer was complete. This passes as a rule; "
                    + "when it stays, look at the proxy or firewall between.";
        }
        if (thrown instanceof IllegalStateException) {
            return "The HTTP client for " + host + " is shut down: the Camel context is stopping or has stopped.";
        }
        return "The token request to " + host + " failed on the way ("
                + thrown.getClass().getSimpleName()
                + "). This passes as a rule; when it stays, look at the proxy or firewall between.";
    }

    private static boolean cutOff(Exception thrown) {
        return thrown instanceof NoHttpResponseException
                || thrown instanceof ConnectionClosedException
                || thrown instanceof TruncatedChunkException
                || thrown instanceof MalformedChunkCodingException
                || thrown instanceof SocketException
                || thrown instanceof EOFException;
    }

    private static String tls(String host, Exception thrown) {
        if (inChain(thrown, BrokenConnection::otherHost)) {
            return "The TLS certificate of " + host
                    + " was made for another host name. Check suiteTalkUrl, and whether a proxy " + "breaks TLS open.";
        }
        if (inChain(thrown, BrokenConnection::outOfDate)) {
            return "The TLS certificate of " + host
                    + " is not valid at this machine's time. Set the clock; if it is right, a "
                    + "proxy shows an old certificate.";
        }
        if (inChain(thrown, BrokenConnection::untrusted)) {
            return "The TLS certificate of " + host
                    + " is not trusted by this Java. A proxy that breaks TLS open is likely: "
                    + "add its CA with http[sslContextParameters], or use useGlobalSslContextParameters.";
        }
        return "No TLS connection to " + host + " came about ("
                + thrown.getClass().getSimpleName()
                + "). Check suiteTalkUrl, the proxy, and that TLS 1.2 or 1.3 is allowed.";
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
}
