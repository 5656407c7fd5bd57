package io.github.camelnetsuite.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelnetsuite.simulator.http.Request;
import io.github.camelnetsuite.simulator.http.Response;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Grants access tokens for client assertions. The wire says little, the login audit trail says why.
 *
 * @see "NetSuite help: POST Request to the Token Endpoint, OAuth 2.0 client credentials flow"
 */
final class TokenEndpoint {

    private final Conduct conduct;
    private final String companyId;
    private final Settings settings;
    private final TokenForm form;
    private final ClientAssertions assertions;
    private final AccessTokens tokens;
    private final LoginAuditTrail trail;

    TokenEndpoint(
            Conduct conduct,
            String companyId,
            Settings settings,
            ClientAssertions assertions,
            AccessTokens tokens,
            LoginAuditTrail trail) {
        this.conduct = conduct;
        this.companyId = companyId;
        this.settings = settings;
        this.form = new TokenForm(conduct);
        this.assertions = assertions;
        this.tokens = tokens;
        this.trail = trail;
    }

    Response answer(Request request) {
        try {
            ClientAssertions.Accepted accepted = assertions.check(form.assertion(request));
            refuseWhatIsSwitchedOff(accepted);
            String token = tokens.grant(accepted);
            trail.succeeded(
                    "Access token granted for " + accepted.scopes(),
                    accepted.certificate().id());
            return granted(token);
        } catch (LoginRefused refused) {
            trail.failed(refused.detail(), String.valueOf(refused.getMessage()), refused.certificateId());
            return refused.response(companyId);
        }
    }

    private void refuseWhatIsSwitchedOff(ClientAssertions.Accepted accepted) throws LoginRefused {
        Optional<String> certificateId = Optional.of(accepted.certificate().id());
        if (!settings.integrationEnabled()) {
            throw new LoginRefused(
                    conduct.mode(Quirk.INTEGRATION_BLOCKED),
                    "IntegrationBlocked",
                    "The integration record is blocked",
                    certificateId);
        }
        if (!settings.m2mGrant()) {
            throw new LoginRefused(
                    conduct.mode(Quirk.GRANT_NOT_ALLOWED),
                    "AuthorizationCodeGrantRequired",
                    "Client Credentials (Machine to Machine) Grant is not ticked on the integration record",
                    certificateId);
        }
        if (!settings.roleEnabled() || !settings.has(Permission.LOG_IN_WITH_ACCESS_TOKENS)) {
            throw new LoginRefused(
                    conduct.mode(Quirk.ROLE_DISABLED),
                    "EntityOrRoleDisabled",
                    "The role is disabled or may not log in with access tokens",
                    certificateId);
        }
        var missing = new TreeSet<>(accepted.scopes());
        missing.removeAll(settings.tickedScopes());
        if (!missing.isEmpty()) {
            throw new LoginRefused(
                    conduct.mode(Quirk.SCOPE_NOT_TICKED),
                    "ScopeMismatched",
                    "Not ticked on the integration record: " + missing,
                    certificateId);
        }
    }

    private Response granted(String token) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("access_token", token);
        long seconds = AccessTokens.LIFETIME.toSeconds();
        if (conduct.is(Quirk.EXPIRES_IN, "string")) {
            body.put("expires_in", Long.toString(seconds));
        } else {
            body.put("expires_in", seconds);
        }
        body.put("token_type", conduct.mode(Quirk.TOKEN_TYPE));
        return Response.of(200, "application/json", body.toString())
                .withHeader("Cache-Control", "no-store")
                .withHeader("Pragma", "no-cache");
    }
}
