package io.github.camelnetsuite.camel;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.util.StringHelper;
import org.jspecify.annotations.Nullable;

/** Takes back what properties said that are there no more: an option has its default again, and an account without any is gone. */
final class WithdrawnSettings {

    /** {@code consumerKey}, {@code http[proxyHost]}, {@code accounts[eu].consumerKey}, {@code accounts[eu].http[proxyHost]}. */
    private static final Pattern NAME = Pattern.compile(
            "(?:accounts\\[(?<account>[^]]+)](?:\\.|$))?(?:configuration\\.)?(?<option>[^.\\[]*)(?:[.\\[](?<entry>[^]]+)]?)?",
            Pattern.CASE_INSENSITIVE);

    private final NetSuiteConfigurationConfigurer options = new NetSuiteConfigurationConfigurer();
    private final NetSuiteConfiguration defaults = new NetSuiteConfiguration();
    private final NetSuiteComponent component;

    WithdrawnSettings(NetSuiteComponent component) {
        this.component = component;
    }

    /**
     * Takes back what is only in the first.
     *
     * @param before names of properties, without the component's prefix
     * @param now those that are still there
     */
    void withdraw(Set<String> before, Set<String> now) {
        Set<String> accounts = new HashSet<>();
        now.forEach(name -> accounts.add(part(name, "account")));
        for (String name : before) {
            if (now.contains(name)) {
                continue;
            }
            String account = part(name, "account");
            if (account != null && !accounts.contains(account)) {
                component.getAccounts().remove(account);
            } else {
                reset(
                        account == null
                                ? component.getConfiguration()
                                : component.getAccounts().get(account),
                        name);
            }
        }
    }

    private void reset(@Nullable NetSuiteConfiguration settings, String name) {
        String option = part(name, "option");
        if (settings == null || option == null) {
            return;
        }
        String entry = part(name, "entry");
        if (entry == null) {
            String plain = StringHelper.dashToCamelCase(option);
            options.configure(
                    component.getCamelContext(), settings, plain, options.getOptionValue(defaults, plain, true), true);
        } else {
            map(settings, option).remove(entry);
        }
    }

    private static Map<String, Object> map(NetSuiteConfiguration settings, String option) {
        return switch (option.toLowerCase(Locale.ROOT)) {
            case "http" -> settings.getHttp();
            case "claims" -> settings.getClaims();
            default -> Map.of();
        };
    }

    private static @Nullable String part(String name, String group) {
        Matcher parts = NAME.matcher(name);
        return parts.matches() ? parts.group(group) : null;
    }
}
