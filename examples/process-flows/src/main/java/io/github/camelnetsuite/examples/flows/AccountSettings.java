package io.github.camelnetsuite.examples.flows;

import io.github.camelnetsuite.NetSuiteConfigurationException;
import io.github.camelnetsuite.credentials.AccountId;
import io.github.camelnetsuite.simulator.Credentials;
import io.github.camelnetsuite.simulator.NetSuiteSimulator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The account the flows work with, as properties of the {@code netsuite} component. Immutable; does not print.
 *
 * @param accountId in its one canonical form, however it was spelled
 * @param simulated whether it is the simulator's
 */
public record AccountSettings(String accountId, boolean simulated, Map<String, String> properties) {

    private static final String OPTION = "camel.component.netsuite.";

    private static final Map<String, String> REQUIRED = ordered(
            "NETSUITE_ACCOUNT_ID", "accountId",
            "NETSUITE_CONSUMER_KEY", "consumerKey",
            "NETSUITE_CERTIFICATE_ID", "certificateId",
            "NETSUITE_PRIVATE_KEY", "privateKey");

    /** The certificate gives its expiry; addresses are for accounts where they do not follow from the account ID. */
    private static final Map<String, String> OPTIONAL = ordered(
            "NETSUITE_CERTIFICATE", "certificate",
            "NETSUITE_SUITETALK_URL", "suiteTalkUrl",
            "NETSUITE_RESTLETS_URL", "restletsUrl");

    /**
     * An account.
     *
     * @throws NetSuiteConfigurationException when the account ID is none
     */
    public AccountSettings {
        accountId = AccountId.parse(accountId).value();
        properties = Map.copyOf(properties);
    }

    /**
     * The account of the environment; empty when none of the four settings is there.
     *
     * @throws IllegalArgumentException when only some of the four are there, or some are blank: a setting that somebody meant to fill
     *     must not lead to the simulator
     */
    public static Optional<AccountSettings> of(Map<String, String> environment) {
        List<String> set = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        List<String> blank = new ArrayList<>();
        Map<String, String> properties = new LinkedHashMap<>();
        REQUIRED.forEach((variable, option) -> {
            String value = environment.get(variable);
            if (value == null) {
                missing.add(variable);
            } else if (value.isBlank()) {
                blank.add(variable);
            } else {
                set.add(variable);
                properties.put(OPTION + option, value);
            }
        });
        if (!blank.isEmpty()) {
            throw new IllegalArgumentException(String.join(", ", blank) + (blank.size() == 1 ? " is" : " are")
                    + " set but blank. Set all four settings of a NetSuite account to run against that account, or unset all"
                    + " four to run against the simulator.");
        }
        if (set.isEmpty()) {
            return Optional.empty();
        }
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("Of the four settings of a NetSuite account " + String.join(", ", set)
                    + " " + (set.size() == 1 ? "is" : "are") + " set, but " + String.join(", ", missing) + " "
                    + (missing.size() == 1 ? "is" : "are")
                    + " missing. Set all four to run against that account, or none to run against the simulator.");
        }
        OPTIONAL.forEach((variable, option) -> {
            String value = environment.getOrDefault(variable, "");
            if (!value.isBlank()) {
                properties.put(OPTION + option, value);
            }
        });
        String accountId = environment.getOrDefault("NETSUITE_ACCOUNT_ID", "");
        return Optional.of(new AccountSettings(accountId, false, properties));
    }

    /** The account of a simulator, with the key pair it has made. */
    static AccountSettings of(NetSuiteSimulator simulator) {
        Credentials credentials = simulator.credentials();
        return new AccountSettings(
                simulator.accountId(),
                true,
                Map.of(
                        OPTION + "accountId", simulator.accountId(),
                        OPTION + "consumerKey", simulator.consumerKey(),
                        OPTION + "certificateId", credentials.certificateId(),
                        OPTION + "privateKey", credentials.privateKeyPem(),
                        OPTION + "certificate", credentials.certificatePem(),
                        OPTION + "suiteTalkUrl", simulator.suiteTalkUrl().toString(),
                        OPTION + "restletsUrl", simulator.restletsUrl().toString()));
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }

    @Override
    public String toString() {
        return "AccountSettings[" + accountId + ", simulated=" + simulated + "]";
    }
}
