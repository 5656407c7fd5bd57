package io.github.camelnetsuite.verification;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Set;

/** The shapes in which a secret could turn up in a log: as it is, encoded, line by line, or only one part of a JWT. */
final class SecretForms {

    /** Shorter pieces stand in texts by chance, or are no secret: a PEM's first line, a JWT's header. */
    private static final int SHORTEST = 24;

    private SecretForms() {}

    static Set<String> of(String secret) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(secret);
        forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        forms.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
        forms.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        if (secret.contains("\n")) {
            secret.lines().filter(line -> !line.startsWith("-----")).forEach(forms::add);
        }
        String[] jwt = secret.split("\\.", -1);
        if (jwt.length == 3 && secret.startsWith("eyJ")) {
            // The header is the same for every token and no secret.
            forms.add(jwt[1]);
            forms.add(jwt[2]);
        }
        forms.removeIf(form -> form.length() < SHORTEST);
        return forms;
    }
}
