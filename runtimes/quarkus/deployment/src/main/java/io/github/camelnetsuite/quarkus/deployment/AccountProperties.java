package io.github.camelnetsuite.quarkus.deployment;

import java.util.Locale;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/** Tells from the names of properties whether the application brings a NetSuite account of its own. */
final class AccountProperties {

    static final String PREFIX = "camel.component.netsuite.";

    private static final String OWN_FORM = form(PREFIX);

    /** The options that say who is calling, or where. */
    private static final Set<String> OPTIONS = Set.of(
            "accountid",
            "consumerkey",
            "certificateid",
            "privatekey",
            "certificate",
            "keystoreparameters",
            "assertionsigner",
            "suitetalkurl",
            "restletsurl");

    private AccountProperties() {}

    static boolean anyIn(Config config) {
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .anyMatch(AccountProperties::isOne);
    }

    /** In each form Camel reads: {@code accountId}, {@code account-id}, with {@code configuration.}, as an environment variable. */
    static boolean isOne(String property) {
        String form = form(property);
        if (!form.startsWith(OWN_FORM)) {
            return false;
        }
        String option = form.substring(OWN_FORM.length());
        return option.startsWith("accounts") || OPTIONS.contains(option.replaceFirst("^configuration", ""));
    }

    private static String form(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }
}
