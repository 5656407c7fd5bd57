package io.github.camelnetsuite.camel.auth;

import io.github.camelnetsuite.camel.AccountUse;
import io.github.camelnetsuite.camel.NetSuiteComponent;
import io.github.camelnetsuite.rest.Lane;
import java.net.URI;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.Metadata;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;

/**
 * Makes a plain {@code https:} endpoint authenticate itself: {@code httpClientConfigurer=#netsuiteHttp}. The token goes on the
 * request inside the HTTP client, never on the message; only to the account's own hosts, never across a redirect. A 401 is healed
 * with one new token and one repeat; nothing else is repeated. Each request takes one of the account's permits, so that all calls
 * together stay within its concurrency limit.
 *
 * <p>Without an account, the one that owns the host called is used: the component's own settings first, then the named accounts.
 *
 * <p>Belongs to the Camel context in whose registry it is bound, and cannot be shared by two.
 */
@Metadata(
        label = "bean",
        description = "Makes camel-http authenticate itself with the access token of a NetSuite account",
        annotations = {"interfaceName=org.apache.camel.component.http.HttpClientConfigurer"})
@Configurer(metadataOnly = true)
public class NetSuiteHttpConfigurer implements HttpClientConfigurer, CamelContextAware {

    private static final String BINDING =
            " such as getContext().getRegistry().bind(\"netsuiteHttpEu\", netsuiteHttp(\"eu\")).";

    /** The phase from which on a Camel service is stopped for good; Camel's own constant is protected. */
    private static final byte STOPPED = 9;

    private @Nullable CamelContext camelContext;

    @Metadata(description = "Name of the configured account to use. By default the one that owns the host called.")
    private @Nullable String account;

    @Metadata(
            enums = "PRIORITY,BULK",
            defaultValue = "PRIORITY",
            description =
                    "The lane in which requests wait while all permits of the account are taken; the priority lane goes first.")
    private Lane lane = Lane.PRIORITY;

    @Override
    public void configureHttpClient(HttpClientBuilder builder) {
        builder.disableAutomaticRetries().disableCookieManagement().disableRedirectHandling();
        builder.addExecInterceptorFirst(NetSuiteAuth.HTTP, new BearerTokenExec(this::useOf, lane));
    }

    /** A use of the account whose token belongs on a request to this host; null when it is none of theirs. */
    private @Nullable AccountUse useOf(HttpHost host) {
        if (camelContext == null) {
            throw new IllegalStateException(
                    "A netsuiteHttp that is not in the Camel registry knows no Camel context. Bind it," + BINDING);
        }
        NetSuiteComponent component = camelContext.getComponent("netsuite", NetSuiteComponent.class);
        URI target = URI.create(host.toURI());
        if (account == null) {
            return component.useOf(target);
        }
        AccountUse named = component.use(account);
        if (named.account().urls().own(target)) {
            return named;
        }
        named.close();
        return null;
    }

    public @Nullable String getAccount() {
        return account;
    }

    public void setAccount(@Nullable String account) {
        this.account = account;
    }

    public Lane getLane() {
        return lane;
    }

    public void setLane(Lane lane) {
        this.lane = lane;
    }

    @Override
    public @Nullable CamelContext getCamelContext() {
        return camelContext;
    }

    /**
     * Called by Camel when it is bound in a registry.
     *
     * @throws IllegalStateException when it belongs to another context that has not stopped: HTTP clients of both would take their
     *     tokens from the accounts of one
     */
    @Override
    public void setCamelContext(@Nullable CamelContext camelContext) {
        CamelContext before = this.camelContext;
        if (before != null && camelContext != null && before != camelContext && !hasStopped(before)) {
            throw new IllegalStateException("A netsuiteHttp belongs to one Camel context, and this one is bound in "
                    + before.getName()
                    + ", which has not stopped: another context would be given the tokens of that one's accounts. Bind one in each,"
                    + BINDING);
        }
        this.camelContext = camelContext;
    }

    /** To {@code isStopped} a context that has never been started is stopped too. */
    private static boolean hasStopped(CamelContext context) {
        return context.getCamelContextExtension().getStatusPhase() >= STOPPED;
    }
}
