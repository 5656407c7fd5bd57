package io.github.camelnetsuite.quarkus;

import java.util.regex.Pattern;

/** Which properties hold a secret of the component: options of the component itself and of accounts, whatever their names. */
final class SecretOptions {

    private static final Pattern SECRET = Pattern.compile("camelcomponentnetsuite.*(privatekey|password)");

    private SecretOptions() {}

    /** Whether this property holds a secret; in each form Camel reads, environment variables included. */
    static boolean include(String property) {
        return SECRET.matcher(PropertyForm.of(property)).matches();
    }
}
