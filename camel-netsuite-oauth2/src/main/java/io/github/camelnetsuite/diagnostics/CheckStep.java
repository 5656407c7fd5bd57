package io.github.camelnetsuite.diagnostics;

import java.util.Locale;

/** The checks, in the order they run: what can be seen offline first, then the way to NetSuite, then NetSuite's answers. */
public enum CheckStep {
    /** Are the settings there that every login needs? */
    SETTINGS,
    /** Does the account ID have one of NetSuite's forms, and do the URLs belong to it? */
    ACCOUNT,
    /** Can the private key be read, and is it of a kind and an algorithm NetSuite accepts? */
    SIGNING_KEY,
    /** Can the certificate be read, and does it belong to the private key? */
    CERTIFICATE,
    /** Does the certificate ID look like one, and is it the certificate's own? */
    CERTIFICATE_ID,
    /** Does the consumer key look like one? */
    CONSUMER_KEY,
    /** Are the scopes those NetSuite documents? */
    SCOPES,
    /** Is the certificate valid now, and how long? */
    CERTIFICATE_DATES,
    /** Does the host have an address? */
    HOST,
    /** Does somebody answer there, over TLS? */
    CONNECTION,
    /** Does this machine's clock agree with NetSuite's? */
    CLOCK,
    /** Does NetSuite grant an access token? */
    TOKEN,
    /** For which account, role, entity and scopes is the token? */
    TOKEN_CLAIMS,
    /** Does NetSuite accept the token for the call that needs no permission on any data? */
    SERVER_TIME,
    /** May the role use REST web services? */
    REST_RECORDS,
    /** May the role query? */
    SUITEQL;

    /** The name in reports: {@code certificate-id}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
