package io.github.camelnetsuite.credentials;

import io.github.camelnetsuite.NetSuiteConfigurationException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A NetSuite account ID in its one canonical form, as Company Information shows it: {@code 1234567}, {@code 1234567_SB1}.
 * Immutable.
 *
 * @param value the canonical form: upper case, with an underscore
 * @see "NetSuite help: URLs for Account-Specific Domains"
 */
public record AccountId(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Z0-9]+(?:_[A-Z0-9]+)*");
    private static final Pattern AS_PASTED = Pattern.compile("[A-Za-z0-9]+(?:[_-][A-Za-z0-9]+)*");
    private static final Pattern SURROUNDING =
            Pattern.compile("^[\\s\\p{Z}\\u200b\\ufeff]+|[\\s\\p{Z}\\u200b\\ufeff]+$");
    private static final Pattern SANDBOX = Pattern.compile(".+_SB\\d*");
    private static final Pattern RELEASE_PREVIEW = Pattern.compile(".+_RP\\d*");
    private static final Pattern TEST_DRIVE = Pattern.compile("(?:TSTDRV|TD)\\d+");
    private static final Pattern USUAL = Pattern.compile("(?:TSTDRV|TD)?\\d+(?:_(?:SB|RP)\\d*)?");
    private static final int LONGEST_DNS_LABEL = 63;

    /**
     * Takes the canonical form; {@link #parse} takes any.
     *
     * @throws NetSuiteConfigurationException when it is not in canonical form
     */
    public AccountId {
        if (value.length() > LONGEST_DNS_LABEL || !FORM.matcher(value).matches()) {
            throw refused(value);
        }
    }

    /**
     * Reads an account ID in any of the forms people paste: upper or lower case, {@code _} or {@code -}, with white space
     * around it.
     *
     * @throws NetSuiteConfigurationException when it is none of them; the message shows what was given
     */
    public static AccountId parse(String text) {
        String pasted = SURROUNDING.matcher(text).replaceAll("");
        // Length first, since the patterns recurse; and before the change of case, which would turn letters such as
        // U+0131 and U+017F into I and S.
        if (pasted.length() > LONGEST_DNS_LABEL || !AS_PASTED.matcher(pasted).matches()) {
            throw refused(text);
        }
        return new AccountId(pasted.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** The account's label in host names, such as {@code 1234567-sb1}. */
    public String hostLabel() {
        return value.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it has one of the forms that are known; another one may be right all the same, since NetSuite promises none. */
    public boolean usual() {
        return USUAL.matcher(value).matches();
    }

    /** What the form of the ID says the account is for. */
    public AccountKind kind() {
        if (SANDBOX.matcher(value).matches()) {
            return AccountKind.SANDBOX;
        }
        if (RELEASE_PREVIEW.matcher(value).matches()) {
            return AccountKind.RELEASE_PREVIEW;
        }
        return TEST_DRIVE.matcher(value).matches() ? AccountKind.TEST_DRIVE : AccountKind.PRODUCTION;
    }

    @Override
    public String toString() {
        return value;
    }

    private static NetSuiteConfigurationException refused(String text) {
        String seen = text.isBlank() ? "accountId is empty." : "accountId " + shown(text) + " is not an account ID.";
        String hint =
                text.contains(".netsuite.com") ? " It looks like an address: the account ID is its first part." : "";
        return NetSuiteConfigurationException.ofOption(
                "accountId",
                seen + hint
                        + " Expected a form like 1234567, 1234567_SB1 or TSTDRV1234567, at most " + LONGEST_DNS_LABEL
                        + " letters, digits and _; NetSuite shows it under Setup > Company > Company Information.");
    }

    private static String shown(String text) {
        return text.contains("://") ? Shown.url(text) : Shown.value(text);
    }
}
