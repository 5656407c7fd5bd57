package io.github.camelnetsuite.camel;

import io.github.camelnetsuite.ErrorFacts;
import io.github.camelnetsuite.NetSuiteConfigurationException;
import io.github.camelnetsuite.credentials.AccountId;
import io.github.camelnetsuite.credentials.ServiceUrls;
import io.github.camelnetsuite.credentials.SigningKey;
import io.github.camelnetsuite.credentials.SigningKeySource;
import io.github.camelnetsuite.rest.CallListener;
import io.github.camelnetsuite.rest.Lane;
import io.github.camelnetsuite.rest.NetSuiteClient;
import io.github.camelnetsuite.rest.RecordService;
import io.github.camelnetsuite.rest.RecordWrites;
import io.github.camelnetsuite.rest.RequestLimiter;
import io.github.camelnetsuite.token.AccessTokenSource;
import io.github.camelnetsuite.token.Deadline;
import io.github.camelnetsuite.token.HttpTokenEndpoint;
import io.github.camelnetsuite.token.RefreshAheadTokens;
import io.github.camelnetsuite.token.TokenStatus;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.RuntimeCamelException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A configured account at work: its hosts, its access token and its records. Thread-safe. The component closes it when it stops, or
 * when a reload has replaced or removed it and its calls are done; so ask the component for it anew with each call. {@code
 * toString} shows no secret.
 */
public final class NetSuiteAccount {

    /** The scope for RESTlets. */
    static final String RESTLETS = "restlets";

    private static final Logger LOG = LoggerFactory.getLogger(NetSuiteAccount.class);

    /** The most one token request may take as a whole. */
    private static final Duration TOKEN_TIMEOUT = Duration.ofSeconds(30);

    private final String name;
    private final NetSuiteConfiguration configuration;
    private final AccountId accountId;
    private final ServiceUrls urls;
    private final Set<String> scopes;
    private final boolean readOnly;
    private final boolean tokenExport;
    private final SigningKeySource keys;
    private final RefreshAheadTokens tokens;
    private final NetSuiteClient client;
    private final RequestLimiter limiter;
    private final Duration retryTimeout;
    private final NetSuiteAccountStatistics statistics;
    private final CallReports reports;
    private final CamelContext context;
    private final ExecutorService threads;
    private final AccountHttp http;
    private final AccountListeners listeners;
    private final UseCount uses = new UseCount(this::close);
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile @Nullable Deadline retirement;

    private NetSuiteAccount(
            String name,
            NetSuiteConfiguration configuration,
            AccountSettings settings,
            AccountHttp http,
            Surroundings around) {
        this.name = name;
        this.configuration = configuration;
        this.accountId = settings.accountId();
        this.urls = settings.urls();
        this.scopes = settings.token().scopes();
        this.readOnly = configuration.isReadOnly();
        this.tokenExport = configuration.isAllowTokenExport();
        this.keys = settings.keys();
        this.http = http;
        this.context = around.component.getCamelContext();
        this.threads = around.threads;
        this.listeners = around.listeners;
        RefreshAheadTokens.Builder builder = RefreshAheadTokens.builder(
                        settings.token(), keys, new HttpTokenEndpoint(http.client(), TOKEN_TIMEOUT), threads)
                .clock(around.clock)
                .listener(new TokenLog(name, accountId))
                .listener(listeners.ofToken(name));
        settings.signer().ifPresent(builder::signer);
        this.tokens = builder.build();
        this.limiter =
                around.limiters.limiter(urls.suiteTalk().toString(), name, configuration.getMaxConcurrentRequests());
        this.retryTimeout = Duration.ofMillis(configuration.getRetryTimeout());
        this.statistics = new NetSuiteAccountStatistics(name, limiter);
        this.reports = new CallReports(context, name);
        this.client = NetSuiteClient.builder(http.client(), urls, tokens)
                .limiter(limiter)
                .retryTimeout(retryTimeout)
                .clock(around.clock)
                .listener(statistics.and(listeners.ofCalls(name)))
                .build();
    }

    /** What accounts live in. */
    record Surroundings(
            NetSuiteComponent component,
            AccountListeners listeners,
            ExecutorService threads,
            Clock clock,
            Limiters limiters) {}

    /** Opens the account. Reads its key, but makes no network call. */
    static NetSuiteAccount open(String name, NetSuiteConfiguration configuration, Surroundings around) {
        CamelContext context = around.component.getCamelContext();
        try {
            AccountSettings settings = AccountSettings.of(configuration, context, around.clock);
            AccountHttp http = AccountHttp.open(
                    context,
                    settings.urls().suiteTalk(),
                    configuration.getHttp(),
                    around.component.fallbackSslContextParameters());
            NetSuiteAccount account = new NetSuiteAccount(name, configuration, settings, http, around);
            context.addService(account.statistics);
            return account;
        } catch (NetSuiteConfigurationException e) {
            throw ofAccount(name, e);
        } catch (Exception e) {
            throw RuntimeCamelException.wrapRuntimeCamelException(e);
        }
    }

    private static NetSuiteConfigurationException ofAccount(String name, NetSuiteConfigurationException e) {
        String message = "NetSuite account '" + name + "': " + e.getMessage();
        String place = name.equals(NetSuiteComponent.DEFAULT_ACCOUNT) ? "" : "accounts[" + name + "].";
        return e.option()
                .map(option -> NetSuiteConfigurationException.ofOption(place + option, message, e))
                .orElseGet(() -> new NetSuiteConfigurationException(message, ErrorFacts.none(), e));
    }

    /** The name it is configured under; {@code default} for the component's own settings. */
    public String name() {
        return name;
    }

    public AccountId accountId() {
        return accountId;
    }

    /** The hosts that may see its token. */
    public ServiceUrls urls() {
        return urls;
    }

    /** Its access token, held and refreshed ahead. */
    public AccessTokenSource tokens() {
        return tokens;
    }

    /** State and age of its token, without the token. */
    public TokenStatus tokenStatus() {
        return tokens.status();
    }

    /** Its signing key, without the private key when printed. */
    public SigningKey signingKey() {
        return keys.current();
    }

    boolean readOnly() {
        return readOnly;
    }

    /** Its records and queries, each call in the lane that fits it. */
    public RecordService records() {
        return records(null, null);
    }

    /** What its calls went through, and its permits. */
    public NetSuiteAccountStatistics statistics() {
        return statistics;
    }

    /**
     * Waits for leave to have a request under way to its NetSuite account, together with all others that go there. To be given
     * back when the answer is there.
     *
     * @throws io.github.camelnetsuite.NetSuiteUnavailableException when none comes free within {@code retryTimeout}, or the context
     *     stops
     */
    public RequestLimiter.Permit permit(Lane lane) {
        return limiter.turn(lane).acquire(retryTimeout);
    }

    /**
     * Its records and queries.
     *
     * @param exchange in whose name events are raised; null for none
     * @param lane the lane its calls wait in; null for the one that fits each
     */
    RecordService records(@Nullable Exchange exchange, @Nullable Lane lane) {
        return new RecordService(client.inLane(lane).telling(reports.of(exchange)), threads);
    }

    /** The same, with a listener that is told what happens beside the event notifiers. */
    RecordService records(Exchange exchange, @Nullable Lane lane, CallListener listener) {
        return new RecordService(
                client.inLane(lane).telling(reports.of(exchange).and(listener)), threads);
    }

    /**
     * Writes to its records.
     *
     * @param listener is told what happens, beside the event notifiers
     */
    RecordWrites writes(Exchange exchange, @Nullable Lane lane, CallListener listener) {
        return new RecordWrites(client.inLane(lane).telling(reports.of(exchange).and(listener)));
    }

    void requireWritable(NetSuiteOperation operation) {
        if (readOnly) {
            throw new NetSuiteConfigurationException(
                    "netsuite:" + operation + " was refused before any call: the account '" + name
                            + "' is read-only. Remove the option readOnly if writing is meant.");
        }
    }

    /** Refuses a call that its token cannot be good for. */
    void requireScope(String scope) {
        if (!scopes.contains(scope)) {
            throw new NetSuiteConfigurationException("The call was refused before any request: the account '" + name
                    + "' asks for tokens of the scopes " + scopes + " only. Add " + scope
                    + " to the option scopes, and tick it on the integration record.");
        }
    }

    String exportToken() {
        requireExport("token");
        return tokens.get().value();
    }

    String exportAssertion() {
        requireExport("assertion");
        return tokens.assertion().value();
    }

    /** One line in the log that says what this account is. */
    void announce() {
        SigningKey key = keys.current();
        LOG.info(
                "NetSuite account '{}': {} ({}){}, client assertions {} with certificate ID {}, certificate {}",
                name,
                accountId,
                accountId.kind().label(),
                readOnly ? ", read-only" : "",
                key.algorithm(),
                key.certificateId(),
                key.expiresAt().map(expiry -> "valid until " + expiry).orElse("expiry unknown"));
    }

    /** Whether it was opened with settings equal to these. */
    boolean hasSettings(NetSuiteConfiguration settings) {
        return configuration.sameAs(settings);
    }

    /** Ends a pause after refused credentials: somebody may have put things right. */
    void rearm() {
        tokens.rearm();
    }

    /** Who uses it now. */
    UseCount uses() {
        return uses;
    }

    /** Closes it when those who use it are done, at the latest after this time. */
    void retire(Duration longest) {
        retirement = new Deadline(longest, this::close);
        uses.retire();
    }

    boolean closed() {
        return closed.get();
    }

    /** Ends the pauses between attempts: the context is stopping. */
    void endPauses() {
        client.endPauses();
    }

    /** Idempotent. */
    void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        Deadline limit = retirement;
        if (limit != null) {
            limit.close();
        }
        client.endPauses();
        tokens.close();
        http.close();
        try {
            context.removeService(statistics);
        } catch (Exception e) {
            LOG.debug("The statistics of NetSuite account '{}' were not taken out of the context.", name, e);
        }
        listeners.closed(this);
    }

    private void requireExport(String what) {
        if (!tokenExport) {
            throw new NetSuiteConfigurationException("netsuite:" + what + " hands out a secret and was refused. Set"
                    + " allowTokenExport=true on the account '" + name + "' if a program outside of Camel needs it.");
        }
    }

    @Override
    public String toString() {
        return "NetSuiteAccount[" + name + ", " + accountId + "]";
    }
}
