package io.github.camelnetsuite.camel;

import java.util.Map;
import javax.net.ssl.SSLContext;
import org.apache.camel.CamelContext;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.support.EndpointHelper;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.util.TimeUtils;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * The connections of one account. They are made as camel-http makes them, from the same options, but bound the head of an answer:
 * by itself HttpClient reads as many headers as come, however long, and camel-http has no option for that.
 */
final class AccountConnections {

    /** NetSuite sends about thirty; proxies add a few. */
    private static final int MAX_HEADERS = 200;

    /** Twice what common servers take for a whole head. */
    private static final int MAX_LINE = 16 * 1024;

    private final CamelContext context;
    private final HttpComponent component;
    private final Map<String, Object> options;

    /** @param options what the account says, with defaults for {@code soTimeout} and the sizes of the pool */
    AccountConnections(CamelContext context, HttpComponent component, Map<String, Object> options) {
        this.context = context;
        this.component = component;
        this.options = Map.copyOf(options);
    }

    /** Connections that are closed with the client that uses them; null when the HTTP component shares its own. */
    @Nullable
    HttpClientConnectionManager open() throws Exception {
        if (component.getClientConnectionManager() != null) {
            return null;
        }
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxHeaderCount(MAX_HEADERS)
                                .setMaxLineLength(MAX_LINE)
                                .build())
                        .build())
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(
                        tls(), HostnameVerificationPolicy.CLIENT, component.getX509HostnameVerifier()))
                .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.STRICT)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setTimeToLive(TimeValue.ofMilliseconds(
                                milliseconds("connectionTimeToLive", component.getConnectionTimeToLive())))
                        .build())
                .setDefaultSocketConfig(SocketConfig.custom()
                        .setSoTimeout(Timeout.ofMilliseconds(milliseconds("soTimeout", 0)))
                        .build())
                .setMaxConnTotal(number("maxTotalConnections", component.getMaxTotalConnections()))
                .setMaxConnPerRoute(number("connectionsPerRoute", component.getConnectionsPerRoute()))
                .build();
    }

    private SSLContext tls() throws Exception {
        SSLContextParameters parameters = tlsParameters();
        if (parameters != null) {
            return parameters.createSSLContext(context);
        }
        return component.isUseSystemProperties() ? SSLContexts.createSystemDefault() : SSLContexts.createDefault();
    }

    private @Nullable SSLContextParameters tlsParameters() {
        Object own = options.get("sslContextParameters");
        if (own instanceof String reference) {
            return EndpointHelper.resolveReferenceParameter(context, reference, SSLContextParameters.class);
        }
        if (own != null) {
            return (SSLContextParameters) own;
        }
        SSLContextParameters ofComponent = component.getSslContextParameters();
        return ofComponent == null && component.isUseGlobalSslContextParameters()
                ? context.getSSLContextParameters()
                : ofComponent;
    }

    /** As everywhere in Camel: a number, or a text such as {@code 30s}. */
    private long milliseconds(String name, long otherwise) {
        Object value = options.get(name);
        return value == null ? otherwise : TimeUtils.toMilliSeconds(value.toString());
    }

    private int number(String name, int otherwise) throws Exception {
        Object value = options.get(name);
        return value == null ? otherwise : context.getTypeConverter().mandatoryConvertTo(Integer.class, value);
    }
}
