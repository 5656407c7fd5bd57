package io.github.camelnetsuite.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the claim {@code scope}: an array, or a string with commas. */
final class RequestedScopes {

    private static final Set<String> KNOWN = Set.of("restlets", "rest_webservices", "suite_analytics");

    private final Conduct conduct;

    RequestedScopes(Conduct conduct) {
        this.conduct = conduct;
    }

    List<String> read(@Nullable JsonNode claim, String certificateId) throws LoginRefused {
        if (claim == null || claim.isNull()) {
            throw refused("ScopeMismatched", "Claim scope is missing", certificateId);
        }
        List<String> scopes = claim.isArray() ? array(claim, certificateId) : text(claim, certificateId);
        if (scopes.isEmpty()) {
            throw refused("ScopeMismatched", "Claim scope is empty", certificateId);
        }
        for (String scope : scopes) {
            if (!KNOWN.contains(scope)) {
                throw refused("InvalidScope", "There is no scope '" + scope + "'", certificateId);
            }
        }
        return List.copyOf(scopes);
    }

    private List<String> array(JsonNode claim, String certificateId) throws LoginRefused {
        if (conduct.is(Quirk.SCOPE_FORM, "string only")) {
            throw refused("InvalidScope", "Claim scope is an array", certificateId);
        }
        var scopes = new ArrayList<String>();
        for (JsonNode scope : claim) {
            if (!scope.isTextual()) {
                throw refused("InvalidScope", "Claim scope holds something that is not text", certificateId);
            }
            scopes.add(scope.asText());
        }
        return scopes;
    }

    private List<String> text(JsonNode claim, String certificateId) throws LoginRefused {
        if (!claim.isTextual() || conduct.is(Quirk.SCOPE_FORM, "array only")) {
            throw refused("InvalidScope", "Claim scope is not an array", certificateId);
        }
        return claim.asText().isEmpty() ? List.of() : List.of(claim.asText().split(",", -1));
    }

    private LoginRefused refused(String detail, String explanation, String certificateId) {
        return new LoginRefused(conduct.mode(Quirk.SCOPE_REFUSED), detail, explanation, Optional.of(certificateId));
    }
}
