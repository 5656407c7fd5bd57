package io.github.camelnetsuite.camel.auth;

import io.github.camelnetsuite.camel.NetSuiteAccount;
import io.github.camelnetsuite.camel.NetSuiteComponent;
import io.github.camelnetsuite.token.AccessToken;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.DelegateEndpoint;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Route;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.ExchangeCreatedEvent;
import org.apache.camel.spi.CamelEvent.ExchangeSendingEvent;
import org.apache.camel.spi.CamelEvent.ExchangeSentEvent;
import org.apache.camel.spi.Synchronization;
import org.apache.camel.spi.SynchronizationRouteAware;
import org.apache.camel.spi.UnitOfWork;
import org.apache.camel.support.EventNotifierSupport;
import org.apache.camel.support.SynchronizationAdapter;
import org.apache.camel.util.UnsafeUriCharactersEncoder;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the {@code Authorization} header at home: takes it off a message before the message is sent to anything remote that is
 * not one of the account's own hosts, and before a consumer replies. Only a token that {@link NetSuiteAuthProcessor} set is
 * touched, on whatever exchange it is found: routes merge, split and enrich messages. Interceptors and header filters cannot do
 * this; the event comes before every way of sending. A message that goes to the account takes one of its permits. Thread-safe.
 */
final class AuthorizationGuard extends EventNotifierSupport {

    /** Every token that was set and had not expired when the newest was, by the header it makes. */
    private final Map<String, Given> given = new ConcurrentHashMap<>();

    private final Synchronization beforeReply = new BeforeReply();

    private AuthorizationGuard() {
        setIgnoreCamelContextEvents(true);
        setIgnoreCamelContextInitEvents(true);
        setIgnoreRouteEvents(true);
        setIgnoreServiceEvents(true);
        setIgnoreStepEvents(true);
        setIgnoreExchangeCompletedEvent(true);
        setIgnoreExchangeFailedEvents(true);
        setIgnoreExchangeRedeliveryEvents(true);
        setIgnoreExchangeAsyncProcessingStartedEvents(true);
    }

    /** The guard of the component's context, installed if it is not there yet; null when the component wants none. */
    static @Nullable AuthorizationGuard of(NetSuiteComponent component) {
        return component.isGuardAuthorization()
                ? component.addEventNotifierOnce(AuthorizationGuard.class, AuthorizationGuard::new)
                : null;
    }

    /** Notes that this exchange carries this token. */
    void given(Exchange exchange, NetSuiteAccount account, AccessToken token) {
        if (!given.containsKey(token.authorization())) {
            given.values().removeIf(before -> before.token().expiresAt().isBefore(token.obtainedAt()));
            given.put(token.authorization(), new Given(account, token));
        }
        // It may be older than the guard.
        watchReply(exchange);
    }

    @Override
    public boolean isEnabled(CamelEvent event) {
        return event instanceof ExchangeSendingEvent
                || event instanceof ExchangeSentEvent
                || event instanceof ExchangeCreatedEvent;
    }

    @Override
    public void notify(CamelEvent event) {
        if (event instanceof ExchangeCreatedEvent created) {
            watchReply(created.getExchange());
        } else if (event instanceof ExchangeSendingEvent sending) {
            keepHome(sending.getExchange(), sending.getEndpoint());
        } else if (event instanceof ExchangeSentEvent sent) {
            SentPermits.giveBack(sent.getExchange());
        }
    }

    private void keepHome(Exchange exchange, Endpoint endpoint) {
        Given ours = ours(exchange);
        if (ours == null) {
            return;
        }
        switch (destination(ours.account(), exchange, endpoint)) {
            case OWN_HOST -> SentPermits.take(exchange, ours.account());
            case THIS_PROCESS -> {
                // The header may be needed there.
            }
            case ELSEWHERE -> exchange.getMessage().removeHeader(NetSuiteAuthProcessor.AUTHORIZATION);
        }
    }

    private enum Destination {
        THIS_PROCESS,
        OWN_HOST,
        ELSEWHERE
    }

    private void watchReply(Exchange exchange) {
        UnitOfWork work = exchange.getUnitOfWork();
        if (exchange.getFromEndpoint() != null
                && remote(exchange.getFromEndpoint())
                && (work == null || !work.containsSynchronization(beforeReply))) {
            exchange.getExchangeExtension().addOnCompletion(beforeReply);
        }
    }

    /** What we gave, if the message of this exchange carries it; null otherwise. */
    private @Nullable Given ours(Exchange exchange) {
        return exchange.getMessage().getHeader(NetSuiteAuthProcessor.AUTHORIZATION) instanceof String header
                ? given.get(header)
                : null;
    }

    /** Where the message goes. When that cannot be found out, it is elsewhere: Camel sends on. */
    private static Destination destination(NetSuiteAccount account, Exchange exchange, Endpoint endpoint) {
        try {
            // ref: says of itself that it is local.
            Endpoint real = endpoint instanceof DelegateEndpoint delegate ? delegate.getEndpoint() : endpoint;
            if (!remote(real)) {
                return Destination.THIS_PROCESS;
            }
            return ownHost(account, exchange, real) ? Destination.OWN_HOST : Destination.ELSEWHERE;
        } catch (RuntimeException e) {
            return Destination.ELSEWHERE;
        }
    }

    /** A Kamelet says of itself that it is remote, but is a route of this context. */
    private static boolean remote(Endpoint endpoint) {
        return endpoint.isRemote() && !endpoint.getEndpointUri().startsWith("kamelet:");
    }

    private static boolean ownHost(NetSuiteAccount account, Exchange exchange, Endpoint endpoint) {
        if (!(endpoint instanceof HttpEndpoint http)) {
            return false;
        }
        URI target = target(exchange.getMessage(), http);
        return target != null && account.urls().own(target);
    }

    /** Where camel-http will send the message: headers override the endpoint, in this order. Null when that is no URI. */
    private static @Nullable URI target(Message message, HttpEndpoint endpoint) {
        String uri = message.getHeader(Exchange.REST_HTTP_URI, String.class);
        if (uri == null && !endpoint.isBridgeEndpoint()) {
            uri = message.getHeader(Exchange.HTTP_URI, String.class);
        }
        if (uri == null) {
            return endpoint.getHttpUri();
        }
        try {
            String resolved = endpoint.getCamelContext().resolvePropertyPlaceholders(uri);
            return new URI(UnsafeUriCharactersEncoder.encodeHttpURI(resolved));
        } catch (URISyntaxException | RuntimeException e) {
            return null;
        }
    }

    /** A token and the account it is of. Its {@code toString} shows no token. */
    private record Given(NetSuiteAccount account, AccessToken token) {}

    /** A consumer's reply is written when its route is done. */
    private final class BeforeReply extends SynchronizationAdapter implements SynchronizationRouteAware {

        @Override
        public SynchronizationRouteAware getRouteSynchronization() {
            return this;
        }

        @Override
        public void onBeforeRoute(Route route, Exchange exchange) {
            // A route that begins may need the header.
        }

        @Override
        public void onAfterRoute(Route route, Exchange exchange) {
            if (remote(route.getEndpoint()) && ours(exchange) != null) {
                exchange.getMessage().removeHeader(NetSuiteAuthProcessor.AUTHORIZATION);
            }
        }
    }
}
