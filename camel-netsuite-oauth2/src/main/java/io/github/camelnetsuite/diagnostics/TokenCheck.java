package io.github.camelnetsuite.diagnostics;

import io.github.camelnetsuite.NetSuiteConfigurationException;
import io.github.camelnetsuite.credentials.SigningKey;
import io.github.camelnetsuite.token.ClientAssertion;
import io.github.camelnetsuite.token.ClientAssertions;
import io.github.camelnetsuite.token.JcaAssertionSigner;
import io.github.camelnetsuite.token.TokenAnswer;
import io.github.camelnetsuite.token.TokenEndpoint;
import io.github.camelnetsuite.token.TokenFault;
import io.github.camelnetsuite.token.TokenSettings;
import java.util.Objects;
import java.util.Optional;

/** Does NetSuite grant an access token? Asks once, with an assertion made as the connector makes it. */
final class TokenCheck implements Check {

    private final TokenEndpoint endpoint;

    TokenCheck(TokenEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public CheckStep step() {
        return CheckStep.TOKEN;
    }

    @Override
    public Optional<String> obstacle(Knowledge known) {
        if (known.key == null || known.tokenSettings == null) {
            return Optional.of("No assertion can be made with these settings; see above.");
        }
        return Check.unless(known.connected, "NetSuite did not answer.");
    }

    @Override
    public Finding run(Knowledge known) {
        SigningKey key = Objects.requireNonNull(known.key);
        TokenSettings settings = Objects.requireNonNull(known.tokenSettings);
        ClientAssertion assertion;
        try {
            assertion = new ClientAssertions(settings, new JcaAssertionSigner())
                    .make(key, known.clock.instant().plus(known.clockCorrection));
        } catch (NetSuiteConfigurationException e) {
            return Finding.of(step(), Level.FAIL, String.valueOf(e.getMessage()))
                    .means("The key was read, but cannot sign.")
                    .act("Use another key, or another Java.");
        }
        TokenAnswer answer = endpoint.request(assertion);
        if (answer instanceof TokenAnswer.Granted granted) {
            known.token = granted;
            return Finding.ok(
                    step(),
                    "NetSuite granted an access token for " + granted.lifetime().toSeconds() + " seconds.");
        }
        return refused(known, (TokenAnswer.Failed) answer, assertion);
    }

    private Finding refused(Knowledge known, TokenAnswer.Failed failed, ClientAssertion assertion) {
        TokenFault fault = failed.fault();
        if (fault == TokenFault.NO_ANSWER) {
            return Finding.of(step(), Level.FAIL, failed.seen())
                    .means(
                            "The host answered a moment ago, but not this request, so nothing is known about the credentials.")
                    .act("Run this again; if it stays, look at the proxy or firewall between.");
        }
        if (fault.verdict() == TokenFault.Verdict.PASSING) {
            return Finding.of(step(), Level.FAIL, failed.seen())
                    .means("This says nothing about the credentials.")
                    .suspecting(Shortlist.of(fault, known))
                    .act("Run this again; if it stays, find out who answers at that address.")
                    .at(
                            fault == TokenFault.REDIRECTED || fault == TokenFault.NOT_NETSUITE
                                    ? NetSuitePlace.COMPANY
                                    : null);
        }
        return Finding.of(
                        step(),
                        Level.FAIL,
                        failed.seen() + " The assertion was signed with " + assertion.algorithm()
                                + certificate(assertion) + ".")
                .means("NetSuite does not say on the wire which of several causes it is. In order of likelihood:")
                .suspecting(Shortlist.of(fault, known))
                .act(
                        "Find the row of this attempt in the Login Audit Trail; its Detail column shows one of the codes in brackets."
                                + (fault == TokenFault.SERVER_ERROR ? " Such an answer may leave no row there." : ""))
                .at(NetSuitePlace.AUDIT_TRAIL);
    }

    /** What does not look like a certificate ID may be anything, a secret included. */
    private static String certificate(ClientAssertion assertion) {
        String id = assertion.certificateId();
        return CredentialForm.THUMBPRINT.matches(id) ? " for certificate ID " + id : "";
    }
}
