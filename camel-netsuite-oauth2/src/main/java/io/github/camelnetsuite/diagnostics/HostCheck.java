package io.github.camelnetsuite.diagnostics;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** Does the host have an address? */
final class HostCheck implements Check {

    private final HostLookup lookup;

    HostCheck(HostLookup lookup) {
        this.lookup = lookup;
    }

    @Override
    public CheckStep step() {
        return CheckStep.HOST;
    }

    @Override
    public Optional<String> obstacle(Knowledge known) {
        if (known.urls == null) {
            return Optional.of("The host is not known.");
        }
        String proxy = known.settings.proxy;
        if (proxy != null) {
            known.hostFound = true;
            return Optional.of("The proxy " + proxy + " looks up host names.");
        }
        return Optional.empty();
    }

    @Override
    public Finding run(Knowledge known) {
        URI origin = Objects.requireNonNull(known.urls).suiteTalk();
        String host = origin.getHost();
        Duration timeout = known.settings.timeout;
        // A look-up cannot be interrupted, so it is left behind on a thread that holds nothing up.
        var task = new FutureTask<>(() -> lookup.addresses(host));
        Thread thread = new Thread(task, "netsuite-check-dns");
        thread.setDaemon(true);
        thread.start();
        try {
            InetAddress[] addresses = task.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            known.hostFound = true;
            return Finding.ok(step(), host + " is " + shown(addresses) + ".");
        } catch (TimeoutException e) {
            return Finding.of(
                            step(),
                            Level.FAIL,
                            "DNS did not answer for " + host + " within " + timeout.toMillis() + " ms.")
                    .means("NetSuite cannot be reached from here.")
                    .act("Check this machine's DNS servers and network; behind a proxy, name the proxy.");
        } catch (ExecutionException e) {
            return failed(host, Objects.requireNonNullElse(e.getCause(), e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Finding.skipped(step(), "The check was interrupted.");
        }
    }

    private Finding failed(String host, Throwable cause) {
        String how = cause instanceof UnknownHostException
                ? "is unknown to DNS"
                : "could not be looked up (" + cause.getClass().getSimpleName() + ")";
        return Finding.of(step(), Level.FAIL, "The host " + host + " " + how + ".")
                .means("The account ID is wrong, or this machine may not resolve public names.")
                .act("Compare the account ID and the URLs with Company Information; behind a proxy, name the proxy.")
                .at(NetSuitePlace.COMPANY);
    }

    private static String shown(InetAddress[] addresses) {
        return Arrays.stream(addresses)
                .limit(4)
                .map(InetAddress::getHostAddress)
                .collect(Collectors.joining(", "));
    }
}
