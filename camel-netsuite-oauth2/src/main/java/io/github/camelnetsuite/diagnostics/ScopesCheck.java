package io.github.camelnetsuite.diagnostics;

import io.github.camelnetsuite.NetSuiteConfigurationException;
import io.github.camelnetsuite.token.TokenSettings;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Are the scopes those NetSuite documents? */
final class ScopesCheck implements Check {

    @Override
    public CheckStep step() {
        return CheckStep.SCOPES;
    }

    @Override
    public Optional<String> obstacle(Knowledge known) {
        if (known.urls == null) {
            return Optional.of("The account is not known.");
        }
        return Check.unless(known.settings.consumerKey != null, "consumerKey is not set.");
    }

    @Override
    public Finding run(Knowledge known) {
        CheckSettings settings = known.settings;
        try {
            TokenSettings token = new TokenSettings(
                    Objects.requireNonNull(known.urls).tokenUrl(),
                    Objects.requireNonNull(settings.consumerKey),
                    settings.scopes,
                    TokenSettings.DEFAULT_ASSERTION_LIFETIME,
                    settings.claims);
            known.tokenSettings = token;
            Set<String> unfamiliar = token.unfamiliarScopes();
            return unfamiliar.isEmpty()
                    ? Finding.ok(step(), String.join(", ", token.scopes()) + " will be asked for.")
                            .means("Each must be ticked on the integration record.")
                    : unfamiliar(known, unfamiliar);
        } catch (NetSuiteConfigurationException e) {
            return Finding.of(step(), Level.FAIL, String.valueOf(e.getMessage()))
                    .means("No assertion can be made with this, so NetSuite is not asked for a token.")
                    .act("Correct the setting it names.");
        }
    }

    private Finding unfamiliar(Knowledge known, Set<String> scopes) {
        String names = String.join(", ", scopes);
        known.suspect("the scope " + names + " is mistyped", "InvalidScope");
        return Finding.of(step(), Level.HINT, "NetSuite documents no scope named " + names + ".")
                .means("One unknown scope is enough for a refusal.")
                .act("Use rest_webservices, restlets or suite_analytics, and tick them on the integration record.")
                .at(NetSuitePlace.INTEGRATIONS);
    }
}
