package io.github.camelnetsuite.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Set;
import java.util.function.Supplier;

/** The values of {@code aud} an assertion for this account may carry. */
final class Audiences {

    static final String TOKEN_PATH = "/services/rest/auth/oauth2/v1/token";

    private final Conduct conduct;
    private final Supplier<Set<URI>> services;

    /**
     * For the services of one account.
     *
     * @param services the account's base URLs, scheme and host with no path
     */
    Audiences(Conduct conduct, Supplier<Set<URI>> services) {
        this.conduct = conduct;
        this.services = services;
    }

    /** Whether the claim is the exact URL of the token endpoint, as text or as an array of one. */
    boolean accept(JsonNode claim) {
        JsonNode audience = claim.isArray() && claim.size() == 1 ? claim.get(0) : claim;
        boolean exact = audience.isTextual()
                && services.get().stream().anyMatch(service -> audience.asText().equals(service + TOKEN_PATH));
        return exact || conduct.is(Quirk.AUDIENCE, "lax");
    }
}
