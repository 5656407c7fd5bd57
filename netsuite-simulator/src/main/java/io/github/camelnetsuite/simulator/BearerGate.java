package io.github.camelnetsuite.simulator;

import io.github.camelnetsuite.simulator.http.Request;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Lets a request pass when its access token is good. Every bad one looks the same from outside. */
final class BearerGate {

    private static final Pattern BEARER = Pattern.compile("[Bb]earer +([A-Za-z0-9._~+/-]+=*)");

    private final Conduct conduct;
    private final Clock clock;
    private final Settings settings;
    private final Certificates certificates;
    private final AccessTokens tokens;
    private final LoginAuditTrail trail;

    BearerGate(
            Conduct conduct,
            Clock clock,
            Settings settings,
            Certificates certificates,
            AccessTokens tokens,
            LoginAuditTrail trail) {
        this.conduct = conduct;
        this.clock = clock;
        this.settings = settings;
        this.certificates = certificates;
        this.tokens = tokens;
        this.trail = trail;
    }

    /**
     * The grant behind the request's token.
     *
     * @throws RestError with 401 when there is none, it has expired, or it does not cover the scope
     */
    AccessTokens.Grant check(Request request, String scope) {
        if (request.headers().has("Cookie") && conduct.is(Quirk.COOKIE, "401 INVALID_LOGIN")) {
            throw refused("InvalidTokenType", "A Cookie header came beside the token", Optional.empty());
        }
        List<String> authorization = request.headers().values("Authorization");
        if (authorization.isEmpty()) {
            throw refused("InvalidTokenType", "The request has no Authorization header", Optional.empty());
        }
        var bearer = BEARER.matcher(authorization.get(0));
        if (authorization.size() > 1 || !bearer.matches()) {
            throw refused("InvalidTokenType", "The Authorization header is not one bearer token", Optional.empty());
        }
        AccessTokens.Grant grant = tokens.find(bearer.group(1))
                .orElseThrow(() -> refused("InvalidSignature", "The token was not issued here", Optional.empty()));
        refuseWhatIsNoLongerGood(grant, scope);
        return grant;
    }

    private void refuseWhatIsNoLongerGood(AccessTokens.Grant grant, String scope) {
        Optional<String> certificateId = Optional.of(grant.certificateId());
        if (!clock.instant().isBefore(grant.expires())) {
            conduct.mode(Quirk.EXPIRED_ACCESS_TOKEN);
            throw refused("AccessTokenExpired", "The token expired at " + grant.expires(), certificateId);
        }
        if (revoked(grant) && conduct.is(Quirk.REVOKED_CERTIFICATE_TOKENS, "die")) {
            throw refused("TokenBlocked", "The certificate behind the token was revoked", certificateId);
        }
        if (!settings.integrationEnabled()) {
            throw refused("IntegrationBlocked", "The integration record is blocked", certificateId);
        }
        if (!settings.roleEnabled() || !settings.has(Permission.LOG_IN_WITH_ACCESS_TOKENS)) {
            throw refused("EntityOrRoleDisabled", "The role is disabled or may not log in", certificateId);
        }
        if (!grant.scopes().contains(scope)) {
            throw refused("ScopeMismatched", "The token is not for scope " + scope, certificateId);
        }
        if (scope.equals("rest_webservices") && !settings.has(Permission.REST_WEB_SERVICES)) {
            throw refused("FeatureDisabled", "The role has no permission REST Web Services", certificateId);
        }
    }

    private boolean revoked(AccessTokens.Grant grant) {
        return certificates
                .find(grant.certificateId())
                .filter(UploadedCertificate::revoked)
                .isPresent();
    }

    private RestError refused(String detail, String explanation, Optional<String> certificateId) {
        trail.failed(detail, explanation, certificateId);
        return RestError.badLogin();
    }
}
