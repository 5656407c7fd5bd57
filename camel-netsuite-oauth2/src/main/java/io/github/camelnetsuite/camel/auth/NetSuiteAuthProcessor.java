package io.github.camelnetsuite.camel.auth;

import io.github.camelnetsuite.camel.AccountUse;
import io.github.camelnetsuite.camel.NetSuiteAccount;
import io.github.camelnetsuite.camel.NetSuiteComponent;
import io.github.camelnetsuite.camel.NetSuiteConstants;
import io.github.camelnetsuite.token.AccessToken;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.Metadata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets {@code Authorization: Bearer …} (RFC 6750, section 2.1) with the access token of a NetSuite account, so that an {@code
 * https:} endpoint that follows is authenticated.
 *
 * <p>On a redelivery it heals a 401: the token on the message is dropped and a new one is set, once for each failed call. When the
 * refused token was new it stays, since another one would be refused too; a warning in the log says where to look.
 *
 * <p>Stateless and thread-safe. Not a Camel service on purpose: a service shared by two routes is stopped for both when one stops.
 */
@Metadata(
        label = "bean",
        description = "Sets the Authorization header with the access token of a NetSuite account",
        annotations = {"interfaceName=org.apache.camel.Processor"})
@Configurer(metadataOnly = true)
public class NetSuiteAuthProcessor implements Processor {

    private static final Logger LOG = LoggerFactory.getLogger(NetSuiteAuthProcessor.class);

    static final String AUTHORIZATION = "Authorization";

    private static final String HEALED = "CamelNetSuiteHealed";
    private static final int UNAUTHORIZED = 401;

    @Metadata(description = "Name of the configured account to use. By default the component's own settings.")
    private @Nullable String account;

    public @Nullable String getAccount() {
        return account;
    }

    public void setAccount(@Nullable String account) {
        this.account = account;
    }

    @Override
    public void process(Exchange exchange) {
        NetSuiteComponent component = exchange.getContext().getComponent("netsuite", NetSuiteComponent.class);
        AuthorizationGuard guard = AuthorizationGuard.of(component);
        String name = exchange.getMessage().getHeader(NetSuiteConstants.ACCOUNT, account, String.class);
        try (AccountUse use = component.use(name)) {
            NetSuiteAccount used = use.account();
            dropRefusedToken(exchange, used);
            AccessToken token = used.tokens().get();
            exchange.getMessage().setHeader(AUTHORIZATION, token.authorization());
            if (guard != null) {
                guard.given(exchange, used, token);
            }
        }
    }

    /**
     * The 401 that leads to a redelivery stands only in a property, and stays there for the rest of the exchange; so each one is
     * looked at once.
     */
    private static void dropRefusedToken(Exchange exchange, NetSuiteAccount account) {
        Exception caught = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        if (!(caught instanceof HttpOperationFailedException failed)
                || failed.getStatusCode() != UNAUTHORIZED
                || exchange.getProperty(HEALED) == failed) {
            return;
        }
        exchange.setProperty(HEALED, failed);
        String header = exchange.getMessage().getHeader(AUTHORIZATION, String.class);
        String prefix = "Bearer ";
        if (header != null
                && header.startsWith(prefix)
                && !account.tokens().invalidate(header.substring(prefix.length()))) {
            // Not an exception: Camel would make the redelivery all the same, and take it for failed even if it
            // succeeded.
            LOG.warn(
                    "NetSuite answered 401 to a token that is new, so the token is not the reason: the role, the scope or the"
                            + " integration of account '{}' is refused. Look under Setup > Users/Roles > View Login Audit Trail"
                            + " (columns Detail and Token-based Application Name).",
                    account.name());
        }
    }
}
