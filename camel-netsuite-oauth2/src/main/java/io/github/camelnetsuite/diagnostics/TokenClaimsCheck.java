package io.github.camelnetsuite.diagnostics;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelnetsuite.credentials.AccountId;
import io.github.camelnetsuite.token.TokenSettings;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * For which account, role, entity and scopes is the token? NetSuite asks clients to treat it as opaque, so whatever cannot be
 * read is only a hint. Nothing of it is shown but these.
 */
final class TokenClaimsCheck implements Check {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern ROLE_AND_ENTITY = Pattern.compile("(-?\\d{1,18});(-?\\d{1,18})");
    private static final Pattern COMPANY = Pattern.compile("[^;]{1,64};([A-Za-z0-9_-]{1,64})");
    private static final Pattern SCOPE = Pattern.compile("[a-z_]{1,40}");
    private static final String ADMINISTRATOR = "3";

    @Override
    public CheckStep step() {
        return CheckStep.TOKEN_CLAIMS;
    }

    @Override
    public Optional<String> obstacle(Knowledge known) {
        return Check.unless(known.token != null, "There is no token.");
    }

    @Override
    public Finding run(Knowledge known) {
        JsonNode claims = claims(Objects.requireNonNull(known.token).accessToken());
        Matcher who =
                ROLE_AND_ENTITY.matcher(claims == null ? "" : claims.path("sub").asText());
        if (claims == null || !who.matches()) {
            return Finding.of(step(), Level.HINT, "The token does not say whom it is for.")
                    .means("NetSuite may have changed its tokens; they are opaque to clients, so this does no harm.");
        }
        Set<String> scopes = scopes(claims.path("scope"));
        String seen =
                "Role " + who.group(1) + ", entity " + who.group(2) + ", scopes " + String.join(", ", scopes) + ".";
        String company = company(claims.path("aud"));
        AccountId account = Objects.requireNonNull(known.account);
        if (company != null && !company.equalsIgnoreCase(account.value())) {
            return Finding.of(step(), Level.FAIL, seen + " It is for account " + company + ", not " + account + ".")
                    .means("The answer came from another account than the one that is set.")
                    .act("Compare accountId and suiteTalkUrl with Company Information.")
                    .at(NetSuitePlace.COMPANY);
        }
        Set<String> lacking = new LinkedHashSet<>(settings(known).scopes());
        lacking.removeAll(scopes);
        if (!lacking.isEmpty()) {
            return Finding.of(
                            step(), Level.WARN, seen + " Asked for and not given: " + String.join(", ", lacking) + ".")
                    .means("Calls that need such a scope will be refused as a bad login.")
                    .act("Tick the scope on the integration record.")
                    .at(NetSuitePlace.INTEGRATIONS);
        }
        return ADMINISTRATOR.equals(who.group(1))
                ? Finding.of(step(), Level.HINT, seen)
                        .means("Role 3 is Administrator, so whoever gets the key may do everything.")
                        .act("Make a role with only the permissions the flows need, and a certificate set-up for it.")
                        .at(NetSuitePlace.ROLES)
                : Finding.ok(step(), seen);
    }

    private static TokenSettings settings(Knowledge known) {
        return Objects.requireNonNull(known.tokenSettings);
    }

    /** Null when it is no JWT. The exceptions are dropped, for they quote what was read. */
    private static @Nullable JsonNode claims(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return null;
        }
        try {
            return JSON.readTree(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | JacksonException e) {
            return null;
        }
    }

    private static Set<String> scopes(JsonNode node) {
        var scopes = new LinkedHashSet<String>();
        Iterable<JsonNode> values = node.isArray() ? node : Set.of(node);
        for (JsonNode value : values) {
            if (SCOPE.matcher(value.asText()).matches()) {
                scopes.add(value.asText());
            }
        }
        return scopes;
    }

    private static @Nullable String company(JsonNode audience) {
        for (JsonNode value : audience) {
            Matcher matcher = COMPANY.matcher(value.asText());
            if (matcher.matches()) {
                return matcher.group(1);
            }
        }
        return null;
    }
}
