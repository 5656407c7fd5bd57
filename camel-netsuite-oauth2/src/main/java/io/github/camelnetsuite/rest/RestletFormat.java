package io.github.camelnetsuite.rest;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.apache.hc.core5.http.ContentType;

/**
 * The content types RESTlets know, which NetSuite takes only when spelled like this.
 *
 * @see "NetSuite help: Selecting an HTTP Method and Content Type for Calling a RESTlet"
 */
public enum RestletFormat {
    JSON("application/json"),
    XML("application/xml"),
    TEXT("text/plain");

    private final String contentType;

    RestletFormat(String contentType) {
        this.contentType = contentType;
    }

    /** The format of a content type, parameters such as {@code charset} left aside; empty when RESTlets do not know it. */
    public static Optional<RestletFormat> of(String contentType) {
        String bare = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format.contentType.equals(bare))
                .findFirst();
    }

    /** As it stands in the header. */
    public String contentType() {
        return contentType;
    }

    /** Without a charset: NetSuite compares the header as a whole. */
    ContentType asEntity() {
        return ContentType.create(contentType);
    }
}
