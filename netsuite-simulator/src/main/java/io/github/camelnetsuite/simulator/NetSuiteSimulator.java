package io.github.camelnetsuite.simulator;

import io.github.camelnetsuite.simulator.http.LoopbackServer;
import io.github.camelnetsuite.simulator.http.Service;
import io.github.camelnetsuite.simulator.restlet.Restlets;
import io.github.camelnetsuite.simulator.store.RecordStore;
import io.github.camelnetsuite.simulator.store.SampleSize;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A NetSuite account on loopback: it refuses what NetSuite refuses, says on the wire as little as NetSuite says, and
 * tells its login audit trail the rest. Thread-safe.
 */
public final class NetSuiteSimulator implements AutoCloseable {

    private final AccountName account;
    private final String consumerKey;
    private final Conduct conduct;
    private final Settings settings;
    private final RequestLog requests = new RequestLog();
    private final LoginAuditTrail trail;
    private final Certificates certificates;
    private final CredentialsDesk desk;
    private final AccessTokens tokens;
    private final ClientAssertions assertions;
    private final RecordStore store;
    private final Restlets restlets;
    private final Churn churn;
    private final SuiteQlEndpoint suiteQl;
    private final ErrorResponses errors;
    private final ConcurrencyLimit limit;
    private final ProcessingTime processing;
    private final Faults faults;
    private final @Nullable TestAuthority authority;
    private final Addresses addresses;
    private final List<LoopbackServer> servers;

    private NetSuiteSimulator(Builder builder) {
        this.account = new AccountName(builder.accountId);
        this.consumerKey = Randomness.hex(32);
        this.conduct = new Conduct(builder.quirks);
        this.settings = new Settings(builder.settings);
        Clock clock = builder.clock;
        this.trail = new LoginAuditTrail(clock);
        this.certificates = new Certificates(conduct, clock);
        this.desk = new CredentialsDesk(clock, account.companyId(), consumerKey, certificates, builder.secrets);
        this.tokens = new AccessTokens(conduct, clock, account.companyId(), consumerKey, builder.secrets);
        ZoneId zone = builder.quirks.mode(Quirk.SUITEQL_ZONE).equals("UTC") ? ZoneId.of("UTC") : builder.zone;
        this.store = new RecordStore(clock, zone, builder.sampleSize, settings::closedBefore);
        this.errors = new ErrorResponses(conduct, account.companyId());
        this.limit = new ConcurrencyLimit(settings, conduct, errors, ConcurrencyLimit.QUEUE_TIME);
        this.processing = new ProcessingTime(settings);
        this.churn = new Churn(store);
        this.suiteQl = new SuiteQlEndpoint(conduct, clock, zone, store, settings, churn);
        this.faults = new Faults(clock, tokens::expireAll, errors);
        this.authority = builder.tls
                ? new TestAuthority(List.of(
                        Service.SUITETALK.host(account.hostLabel()), Service.RESTLETS.host(account.hostLabel())))
                : null;

        // The servers need an address before what they serve can be told its own.
        var door = new CompletableFuture<FrontDoor>();
        SSLContext tls = authority == null ? null : authority.serverContext();
        LoopbackServer suiteTalk =
                LoopbackServer.start(Service.SUITETALK, builder.suiteTalkPort, tls, clock, request -> door.join()
                        .handle(request));
        LoopbackServer restletPort = startOrClose(suiteTalk, builder, tls, door);
        this.servers = List.of(suiteTalk, restletPort);
        this.addresses = new Addresses(account, builder.tls, suiteTalk.address(), restletPort.address());
        Consumer<Restlets> samples = new ShopRestlets(records())::deploy;
        this.restlets = new Restlets(samples.andThen(builder.restlets));
        this.assertions = new ClientAssertions(
                conduct,
                clock,
                consumerKey,
                certificates,
                new Audiences(conduct, addresses::audienceBases),
                builder.secrets);
        door.complete(frontDoor(clock));
    }

    /** A simulator with every default, on free ports. */
    public static NetSuiteSimulator start() {
        return builder().start();
    }

    public static Builder builder() {
        return new Builder();
    }

    private static LoopbackServer startOrClose(
            LoopbackServer other, Builder builder, @Nullable SSLContext tls, CompletableFuture<FrontDoor> door) {
        try {
            return LoopbackServer.start(
                    Service.RESTLETS, builder.restletsPort, tls, builder.clock, request -> door.join()
                            .handle(request));
        } catch (RuntimeException e) {
            other.close();
            throw e;
        }
    }

    private FrontDoor frontDoor(Clock clock) {
        String companyId = account.companyId();
        var site = new Site(
                addresses,
                companyId,
                new BearerGate(conduct, clock, settings, certificates, tokens, trail),
                new TokenEndpoint(conduct, companyId, settings, assertions, tokens, trail),
                new CertificateEndpoint(conduct, companyId, consumerKey, settings, certificates),
                new RecordEndpoint(conduct, settings, store, churn),
                suiteQl,
                new SystemEndpoint(clock, settings),
                new RestletEndpoint(conduct, restlets),
                conduct);
        return new FrontDoor(clock, requests, limit, processing, store::version, faults, errors, site);
    }

    /** Scheme, host and port of the suitetalk service; over TLS the real host name, with no port. */
    public URI suiteTalkUrl() {
        return addresses.url(Service.SUITETALK);
    }

    /** Scheme, host and port of the restlets service; over TLS the real host name, with no port. */
    public URI restletsUrl() {
        return addresses.url(Service.RESTLETS);
    }

    /** Where {@link #suiteTalkUrl()} really listens. */
    public InetSocketAddress suiteTalkAddress() {
        return addresses.address(Service.SUITETALK);
    }

    /** Where {@link #restletsUrl()} really listens. */
    public InetSocketAddress restletsAddress() {
        return addresses.address(Service.RESTLETS);
    }

    /** Trusts the throwaway authority; empty without TLS. */
    public Optional<SSLContext> clientSslContext() {
        return Optional.ofNullable(authority).map(TestAuthority::clientContext);
    }

    /** Certificate of the throwaway authority; empty without TLS. */
    public Optional<String> trustedCertificatePem() {
        return Optional.ofNullable(authority).map(TestAuthority::certificatePem);
    }

    /** As Company Information shows it, for example {@code 1234567_SB1}. */
    public String accountId() {
        return account.companyId();
    }

    /** The integration record's consumer key, 64 hexadecimal digits. */
    public String consumerKey() {
        return consumerKey;
    }

    /** Credentials that work: a P-256 key pair with its certificate uploaded. The same on every call. */
    public Credentials credentials() {
        return desk.standing();
    }

    /** A further key pair of that kind, its certificate valid for a year and uploaded. */
    public Credentials newCredentials(KeyKind kind) {
        return desk.issue(kind);
    }

    /** A further key pair of that kind with a certificate of that validity, uploaded. */
    public Credentials newCredentials(KeyKind kind, Instant notBefore, Instant notAfter) {
        return desk.issue(kind, notBefore, notAfter);
    }

    /**
     * Uploads a certificate as on the client credentials set-up page.
     *
     * @return its certificate ID
     * @throws IllegalArgumentException when NetSuite would refuse it, with the reason
     */
    public String uploadCertificate(String pem) {
        return certificates
                .upload(pem, CredentialsDesk.ROLE, CredentialsDesk.ENTITY)
                .id();
    }

    /** Revokes a certificate as on the set-up page. */
    public void revokeCertificate(String certificateId) {
        if (!certificates.revoke(certificateId)) {
            throw new IllegalArgumentException("There is no certificate " + certificateId);
        }
    }

    /** Why logins failed or did not, oldest first. */
    public List<LoginAttempt> loginAuditTrail() {
        return trail.rows();
    }

    /** The last 100,000 requests, oldest first. */
    public List<RecordedRequest> requests() {
        return requests.all();
    }

    /** How many requests for an access token there were. */
    public long tokenRequests() {
        return requests.tokenRequests();
    }

    /** How many requests there were that did not ask for a token. */
    public long apiRequests() {
        return requests.apiRequests();
    }

    /** How much was asked since the last reset, and how much of it at once. */
    public Traffic traffic() {
        return new Traffic(
                requests.tokenRequests(),
                requests.apiRequests(),
                limit.refused(),
                limit.running(),
                processing.waiting(),
                limit.most());
    }

    public Faults faults() {
        return faults;
    }

    /** What an administrator could click. */
    public Settings settings() {
        return settings;
    }

    /** Makes every access token granted so far an expired one. */
    public void expireTokens() {
        tokens.expireAll();
    }

    /** Lets every request that is being processed now be served at once, however long processing is to take. */
    public void finishProcessing() {
        processing.finish();
    }

    /** Other users who insert, change and delete rows while pages are read; nobody unless set. */
    public Churn churn() {
        return churn;
    }

    /** The account's scripts: a few samples, and what a test deploys. A reset leaves the samples only. */
    public Restlets restlets() {
        return restlets;
    }

    public Records records() {
        return new Records(store, suiteTalkUrl() + RecordEndpoint.PATH);
    }

    /** Every behaviour a client may stumble over, how sure it is, its mode, and how often it was met. */
    public List<Behaviour> behaviours() {
        return conduct.behaviours();
    }

    /**
     * Notes which behaviours have been met since the last note or reset, as those a test rests on, in the file named
     * by the system property {@code netsuite.simulator.behaviours}; does nothing without it. {@link #close()} notes
     * what is left.
     */
    public void reportBehaviours(String test, boolean passed) {
        BehaviourReport.write(test, passed, conduct.behaviours());
        conduct.reset();
    }

    /** Everything as at the start, the first {@link #credentials()} included; ports and consumer key stay. */
    public void reset() {
        resetKeepingLogins();
        tokens.clear();
        assertions.reset();
        desk.reset();
    }

    /**
     * Everything as at the start but who is logged in: certificates and access tokens stay as they are, for a client that outlives
     * one test and holds a token.
     */
    public void resetKeepingLogins() {
        faults.clear();
        processing.abandon();
        settings.reset();
        requests.clear();
        limit.resetCounts();
        trail.clear();
        restlets.reset();
        churn.reset();
        suiteQl.forgetPages();
        store.reset();
        conduct.reset();
    }

    @Override
    public void close() {
        faults.clear();
        processing.abandon();
        servers.forEach(LoopbackServer::close);
        suiteQl.forgetPages();
        store.close();
        reportBehaviours("", true);
    }

    @Override
    public String toString() {
        return "NetSuiteSimulator[" + accountId() + ", " + suiteTalkUrl() + ", " + restletsUrl() + "]";
    }

    /** How a simulator is to be. */
    public static final class Builder {

        private String accountId = "1234567";
        private Clock clock = Clock.systemUTC();
        private ZoneId zone = ZoneId.of("America/Los_Angeles");
        private Quirks quirks = Quirks.defaults();
        private boolean tls;
        private int suiteTalkPort;
        private int restletsPort;
        private SampleSize sampleSize = SampleSize.SMALL;
        private Consumer<String> secrets = SecretLedger::record;
        private Consumer<Settings> settings = unchanged -> {};
        private Consumer<Restlets> restlets = samples -> {};

        private Builder() {}

        /** In any form NetSuite shows it; {@code 1234567} unless set. */
        public Builder accountId(String id) {
            accountId = id;
            return this;
        }

        /** The account's time; the machine's unless set. */
        public Builder clock(VirtualClock virtualClock) {
            clock = virtualClock;
            return this;
        }

        /** The account's time zone, which SuiteQL's timestamps are in; America/Los_Angeles unless set. */
        public Builder zone(ZoneId accountZone) {
            zone = accountZone;
            return this;
        }

        public Builder quirks(Quirks all) {
            quirks = all;
            return this;
        }

        /** Changes the mode of one quirk. */
        public Builder quirk(Quirk quirk, String mode) {
            quirks = quirks.with(quirk, mode);
            return this;
        }

        /**
         * Serves TLS with a certificate for the account's real host names, by a throwaway authority. The URLs then are
         * the real ones: a client must resolve the host to loopback and connect to the port of
         * {@link NetSuiteSimulator#suiteTalkAddress()} or
         * {@link NetSuiteSimulator#restletsAddress()} in place of 443.
         */
        public Builder tls() {
            tls = true;
            return this;
        }

        /** Fixed ports; any free ones unless set. */
        public Builder ports(int suiteTalk, int restlets) {
            suiteTalkPort = suiteTalk;
            restletsPort = restlets;
            return this;
        }

        /** How much sample data there is; a large amount is kept on disk and deleted on close. */
        public Builder sampleRows(int customers, int items, int orders) {
            sampleSize = new SampleSize(customers, items, orders);
            return this;
        }

        /** What differs from everything being allowed, at the start and again after each reset. */
        public Builder settings(Consumer<Settings> initial) {
            settings = settings.andThen(initial);
            return this;
        }

        /** Deploys scripts beside the samples, at the start and again after each reset. */
        public Builder restlets(Consumer<Restlets> deploying) {
            restlets = restlets.andThen(deploying);
            return this;
        }

        /**
         * Is told every secret the simulator makes or receives: private keys, assertions, access tokens. For a build
         * that searches its logs for leaks.
         */
        public Builder secrets(Consumer<String> listener) {
            secrets = listener.andThen(SecretLedger::record);
            return this;
        }

        public NetSuiteSimulator start() {
            return new NetSuiteSimulator(this);
        }
    }
}
