package io.github.camelnetsuite.diagnostics;

import java.util.Objects;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpGet;

/** Does somebody answer there, over TLS? Asks for NetSuite's public keys, which needs no login and sends no secret. */
final class ConnectionCheck implements Check {

    private static final String PUBLIC_KEYS = "/services/rest/auth/oauth2/v1/keys";

    private final Probe probe;

    ConnectionCheck(Probe probe) {
        this.probe = probe;
    }

    @Override
    public CheckStep step() {
        return CheckStep.CONNECTION;
    }

    @Override
    public Optional<String> obstacle(Knowledge known) {
        return Check.unless(known.hostFound, "The host has no address.");
    }

    @Override
    public Finding run(Knowledge known) {
        var origin = Objects.requireNonNull(known.urls).suiteTalk();
        try {
            ProbeAnswer answer = probe.send(new HttpGet(origin.resolve(PUBLIC_KEYS)));
            known.connected = true;
            known.serverTime = answer.serverTime();
            known.localTime = known.clock.instant();
            String seen = origin.getHost() + " answered " + answer.shown()
                    + (answer.tls() == null ? " without TLS" : " over " + answer.tls()) + ".";
            return judge(answer, seen);
        } catch (NoAnswerException e) {
            return Finding.of(step(), Level.FAIL, e.seen())
                    .means("NetSuite cannot be reached from here; nothing is known about the credentials yet.")
                    .act(e.action());
        }
    }

    private Finding judge(ProbeAnswer answer, String seen) {
        if (answer.status() == 407) {
            return Finding.of(step(), Level.WARN, seen)
                    .means("The proxy wants a login.")
                    .act("Give the proxy's user and password, or use one that needs none.");
        }
        if (answer.redirect()) {
            return Finding.of(step(), Level.WARN, seen)
                    .means(
                            "The account is at another address, or a proxy wants a login first. Redirects are not followed, "
                                    + "because no credential may go where they lead.")
                    .act("Compare account ID and URLs with Company Information.")
                    .at(NetSuitePlace.COMPANY);
        }
        if (answer.html()) {
            return Finding.of(step(), Level.WARN, seen)
                    .means("A proxy or a maintenance page may be answering instead of NetSuite.")
                    .act("If the next checks fail, open the address in a browser and see who answers.");
        }
        return Finding.ok(step(), seen);
    }
}
