package io.github.camelnetsuite.simulator;

import io.github.camelnetsuite.simulator.http.Request;
import io.github.camelnetsuite.simulator.http.Service;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;

/** The names this simulator goes by: loopback addresses, and the account's real hosts. */
final class Addresses {

    private final AccountName account;
    private final boolean tls;
    private final InetSocketAddress suiteTalk;
    private final InetSocketAddress restlets;

    Addresses(AccountName account, boolean tls, InetSocketAddress suiteTalk, InetSocketAddress restlets) {
        this.account = account;
        this.tls = tls;
        this.suiteTalk = suiteTalk;
        this.restlets = restlets;
    }

    InetSocketAddress address(Service service) {
        return service == Service.SUITETALK ? suiteTalk : restlets;
    }

    /** The base URL clients are given: over TLS the real host, else loopback. */
    URI url(Service service) {
        return tls ? realUrl(service) : loopbackUrl(service, "127.0.0.1");
    }

    /** Every base URL whose token path an assertion may name. */
    Set<URI> audienceBases() {
        var bases = new HashSet<URI>();
        for (Service service : Service.values()) {
            bases.add(realUrl(service));
            bases.add(loopbackUrl(service, "127.0.0.1"));
            bases.add(loopbackUrl(service, "localhost"));
        }
        bases.add(URI.create("https://" + account.hostLabel() + ".connect.api.netsuite.com"));
        return bases;
    }

    /** What links in an answer begin with: the host the caller used, if it is one of ours. */
    String linkBase(Request request) {
        String base = (tls ? "https://" : "http://") + request.header("Host").orElse("");
        return audienceBases().stream().anyMatch(own -> own.toString().equals(base))
                ? base
                : url(request.service()).toString();
    }

    private URI realUrl(Service service) {
        return URI.create("https://" + service.host(account.hostLabel()));
    }

    private URI loopbackUrl(Service service, String host) {
        return URI.create(
                (tls ? "https://" : "http://") + host + ":" + address(service).getPort());
    }
}
