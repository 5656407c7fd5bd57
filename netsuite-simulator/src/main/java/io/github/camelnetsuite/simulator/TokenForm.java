package io.github.camelnetsuite.simulator;

import io.github.camelnetsuite.simulator.http.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the form of a token request and gives the client assertion in it. */
final class TokenForm {

    private static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final String MALFORMED = "400 invalid_request";
    private static final Set<String> KNOWN = Set.of("grant_type", "client_assertion_type", "client_assertion");

    private final Conduct conduct;

    TokenForm(Conduct conduct) {
        this.conduct = conduct;
    }

    /** The text of the client assertion. */
    String assertion(Request request) throws LoginRefused {
        if (!request.method().equals("POST")) {
            throw malformed("The token endpoint takes POST only");
        }
        if (request.headers().has("Authorization")) {
            conduct.mode(Quirk.FORM_RULES);
            throw malformed("An Authorization header came beside the client assertion");
        }
        String contentType = request.header("Content-Type").orElse("");
        if (!contentType
                .toLowerCase(Locale.ROOT)
                .split(";", 2)[0]
                .strip()
                .equals("application/x-www-form-urlencoded")) {
            conduct.mode(Quirk.FORM_RULES);
            throw malformed("The content type is not application/x-www-form-urlencoded");
        }
        Map<String, String> form = parse(request.bodyText());
        String grantType = form.get("grant_type");
        if (grantType == null) {
            throw malformed("Parameter grant_type is missing");
        }
        if (!grantType.equals("client_credentials")) {
            throw new LoginRefused(
                    "400 unsupported_grant_type",
                    "InvalidGrantType",
                    "The grant type is not client_credentials",
                    Optional.empty());
        }
        if (!ASSERTION_TYPE.equals(form.get("client_assertion_type"))) {
            throw malformed("Parameter client_assertion_type is not " + ASSERTION_TYPE);
        }
        return required(form.get("client_assertion"));
    }

    private Map<String, String> parse(String body) throws LoginRefused {
        var form = new HashMap<String, String>();
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals <= 0) {
                throw malformed("The body is not a form");
            }
            String name = decode(pair.substring(0, equals));
            if (form.put(name, decode(pair.substring(equals + 1))) != null) {
                conduct.mode(Quirk.FORM_RULES);
                throw malformed("A parameter came twice");
            }
            if (!KNOWN.contains(name) && conduct.is(Quirk.FORM_RULES, "refuse unknown")) {
                throw malformed("A parameter is not known");
            }
        }
        return form;
    }

    private static String required(@Nullable String assertion) throws LoginRefused {
        if (assertion == null || assertion.isEmpty()) {
            throw malformed("Parameter client_assertion is missing");
        }
        return assertion;
    }

    private static String decode(String text) throws LoginRefused {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw malformed("The percent-encoding of the form is broken");
        }
    }

    private static LoginRefused malformed(String explanation) {
        return new LoginRefused(MALFORMED, "ClientAuthenticationFailed", explanation, Optional.empty());
    }
}
