package io.github.camelnetsuite.camel;

import io.github.camelnetsuite.NetSuiteConfigurationException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.CamelContext;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP client of one account, built by camel-http so that proxy, TLS and pool settings mean what Camel users know. Behind it
 * is an endpoint of its own that is not in the context's registry. Once closed it is done: a stopped endpoint would hand back a
 * dead client.
 */
final class AccountHttp implements AutoCloseable {

    /** What the interceptor is called that sets a token on requests of plain HTTP endpoints. */
    private static final String BEARER_TOKEN = "netsuiteHttp";

    private static final Set<String> ALLOWED = Set.of(
            "proxyHost",
            "proxyPort",
            "proxyAuthMethod",
            "proxyAuthUsername",
            "proxyAuthPassword",
            "proxyAuthDomain",
            "proxyAuthNtHost",
            "connectTimeout",
            "responseTimeout",
            "connectionRequestTimeout",
            "maxTotalConnections",
            "connectionsPerRoute",
            "connectionTimeToLive",
            "sslContextParameters");

    /** In milliseconds, as text as in a URI; camel-http's own are three minutes, and none at all for an answer. */
    private static final Map<String, String> DEFAULTS = Map.of(
            "connectTimeout", "10000",
            "soTimeout", "30000",
            "connectionRequestTimeout", "30000",
            // A SuiteQL query over a large account takes its time.
            "responseTimeout", "120000",
            // NetSuite serves at most 55 requests of an account at once.
            "maxTotalConnections", "64",
            "connectionsPerRoute", "64");

    private final HttpEndpoint endpoint;
    private final HttpClient client;

    private AccountHttp(HttpEndpoint endpoint, HttpClient client) {
        this.endpoint = endpoint;
        this.client = client;
    }

    /**
     * A client for this server.
     *
     * @param fallback TLS settings to use when the options name none; null for the JDK's
     * @throws NetSuiteConfigurationException when an option is not one of those that may be handed on
     */
    static AccountHttp open(
            CamelContext context, URI server, Map<String, Object> options, @Nullable SSLContextParameters fallback)
            throws Exception {
        check(options);
        Map<String, Object> parameters = new LinkedHashMap<>(DEFAULTS);
        if (fallback != null && "https".equals(server.getScheme())) {
            parameters.put("sslContextParameters", fallback);
        }
        options.forEach((name, value) -> parameters.put(name, value instanceof Number ? value.toString() : value));
        HttpComponent component = context.getComponent(server.getScheme(), HttpComponent.class);
        HttpEndpoint endpoint = (HttpEndpoint) component.createEndpoint(server.toString(), parameters);
        HttpClientConfigurer users = endpoint.getHttpClientConfigurer();
        endpoint.setHttpClientConfigurer(builder -> {
            if (users != null) {
                users.configureHttpClient(builder);
            }
            restrain(builder);
        });
        ServiceHelper.startService(endpoint);
        return new AccountHttp(endpoint, endpoint.getHttpClient());
    }

    /** Refuses options that are not on the list of those which may be handed on. */
    static void check(Map<String, Object> options) {
        for (String name : options.keySet()) {
            if (!ALLOWED.contains(name)) {
                throw NetSuiteConfigurationException.ofOption(
                        "http[" + name + "]",
                        "The option http[" + name + "] is not one of the HTTP options that may be" + " set here: "
                                + new TreeSet<>(ALLOWED) + ".");
            }
        }
    }

    /**
     * By itself the client repeats a POST on 503 and 429, keeps cookies (with which NetSuite takes a call for a browser's) and
     * follows redirects. Where netsuiteHttp is set on the whole HTTP component, it would ask for a token to ask for a token, and
     * put another account's on a call.
     */
    private static void restrain(HttpClientBuilder builder) {
        builder.disableAutomaticRetries().disableCookieManagement().disableRedirectHandling();
        builder.replaceExecInterceptor(BEARER_TOKEN, (request, scope, chain) -> chain.proceed(request, scope));
    }

    HttpClient client() {
        return client;
    }

    @Override
    public void close() {
        ServiceHelper.stopAndShutdownService(endpoint);
    }
}
