package io.github.camelnetsuite.diagnostics;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.HttpHeaders;

/** Does one harmless call work with the token? */
final class CallCheck implements Check {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String SCOPE = "rest_webservices";

    private final HarmlessCall call;
    private final Probe probe;

    CallCheck(HarmlessCall call, Probe probe) {
        this.call = call;
        this.probe = probe;
    }

    @Override
    public CheckStep step() {
        return call.step();
    }

    @Override
    public Optional<String> obstacle(Knowledge known) {
        if (known.token == null) {
            return Optional.of("There is no token.");
        }
        if (!known.settings.scopes.contains(SCOPE)) {
            return Optional.of("The scope " + SCOPE + " is not asked for.");
        }
        return Check.unless(
                call == HarmlessCall.SERVER_TIME || known.tokenAccepted,
                "NetSuite did not accept the token in a call.");
    }

    @Override
    public Finding run(Knowledge known) {
        URI origin = Objects.requireNonNull(known.urls).suiteTalk();
        HttpUriRequestBase request = call.request(origin);
        request.setHeader(
                HttpHeaders.AUTHORIZATION,
                "Bearer " + Objects.requireNonNull(known.token).accessToken());
        ProbeAnswer answer;
        try {
            answer = probe.send(request);
        } catch (NoAnswerException e) {
            return Finding.of(step(), Level.FAIL, call + ": " + e.seen())
                    .means("The token was granted, so the credentials are right.")
                    .act(e.action());
        }
        boolean json = answer.contentType().contains("json");
        if (answer.status() == 200 && json) {
            known.tokenAccepted = true;
            return Finding.ok(step(), call + " was answered. " + call.proves());
        }
        if (answer.status() == 401) {
            return badLogin();
        }
        known.tokenAccepted = json;
        String seen = call + " was answered " + answer.shown() + detail(answer) + ".";
        if (answer.status() == 429) {
            return Finding.of(step(), Level.WARN, seen)
                    .means("The account's limit of concurrent requests is reached; the login is right.")
                    .act("Run this again when fewer programs call NetSuite.");
        }
        return answer.status() == 403 || answer.status() == 400 ? call.refused(seen) : unclear(seen);
    }

    private Finding unclear(String seen) {
        return Finding.of(step(), Level.FAIL, seen)
                .means("A token was granted, so the credentials are right, but this call does not work now.")
                .act("Run this again; if it stays, find out whether NetSuite or a proxy answers at that address.");
    }

    private Finding badLogin() {
        var causes = new ArrayList<Candidate>();
        causes.add(Candidate.of("the role lacks the permission REST Web Services", List.of("EntityOrRoleDisabled")));
        causes.add(Candidate.of("the feature REST Web Services is off in this account", List.of("FeatureDisabled")));
        causes.add(Candidate.of(
                "the scope " + SCOPE + " is not ticked on the integration record", List.of("ScopeMismatched")));
        causes.add(Candidate.of("the integration record is blocked", List.of("IntegrationBlocked")));
        causes.add(Candidate.of("a proxy adds a Cookie header, or takes the token away", List.of("InvalidTokenType")));
        return Finding.of(
                        step(),
                        Level.FAIL,
                        call + " was answered HTTP 401 INVALID_LOGIN with a token that is seconds old.")
                .means(
                        "The token itself is right, so something else is refused; NetSuite gives one answer for all of these. "
                                + "In order of likelihood:")
                .suspecting(causes)
                .act(
                        "Find the row of this attempt in the Login Audit Trail; its Detail column shows one of the codes in brackets.")
                .at(NetSuitePlace.AUDIT_TRAIL);
    }

    /** NetSuite's own words, bounded and on one line, for they end in a terminal. */
    private static String detail(ProbeAnswer answer) {
        if (!answer.contentType().contains("json")) {
            return "";
        }
        try {
            JsonNode first = JSON.readTree(answer.body()).path("o:errorDetails").path(0);
            String text = (first.path("o:errorCode").asText() + ": "
                            + first.path("detail").asText())
                    .replaceAll("[^\\x20-\\x7e]+", " ")
                    .strip();
            return text.equals(":")
                    ? ""
                    : " " + text.substring(0, Math.min(text.length(), 300)).replaceAll("[. ]+$", "");
        } catch (JacksonException e) {
            return "";
        }
    }
}
