package io.github.camelnetsuite.simulator;

import io.github.camelnetsuite.simulator.http.Request;
import java.util.Arrays;
import java.util.Optional;

/** The three forms a RESTlet speaks; a request's content type chooses, and it is documented to be case-sensitive. */
enum RestletForm {
    JSON("application/json"),
    XML("application/xml"),
    TEXT("text/plain");

    private final String contentType;

    RestletForm(String contentType) {
        this.contentType = contentType;
    }

    String contentType() {
        return contentType;
    }

    /** The form a content type means, exactly as written; empty when it is none of the three. */
    static Optional<RestletForm> of(String contentType) {
        return Arrays.stream(values())
                .filter(form -> form.contentType.equals(contentType))
                .findFirst();
    }

    /** The form of an answer when nothing better is known: the request's, else text. */
    static RestletForm answering(Request request) {
        String given = request.header("Content-Type").orElse("");
        int parameters = given.indexOf(';');
        return of(parameters < 0 ? given : given.substring(0, parameters).strip())
                .orElse(TEXT);
    }
}
