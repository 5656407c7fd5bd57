package io.github.camelnetsuite.credentials;

/**
 * What an account is for, as far as its ID tells.
 *
 * @see "NetSuite help: URLs for Account-Specific Domains"
 */
public enum AccountKind {
    /** A customer's real account; also whatever no other kind's form fits, so that doubt errs to the careful side. */
    PRODUCTION("production"),
    /** A copy for tests, {@code 1234567_SB1}; each refresh wipes its certificates. */
    SANDBOX("sandbox"),
    /** The next release to try out, {@code 1234567_RP}. */
    RELEASE_PREVIEW("release preview"),
    /** A test drive, partner or demonstration account, {@code TSTDRV1234567} or {@code TD1234567}. */
    TEST_DRIVE("test drive");

    private final String label;

    AccountKind(String label) {
        this.label = label;
    }

    /** The kind in plain words, for a start-up line or a report. */
    public String label() {
        return label;
    }
}
