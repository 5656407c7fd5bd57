package io.github.camelnetsuite.simulator;

import java.util.Locale;
import java.util.regex.Pattern;

/** The account in NetSuite's two spellings: company ID {@code 1234567_SB1}, host label {@code 1234567-sb1}. */
record AccountName(String companyId) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9]+(?:[_-][A-Za-z0-9]+)*");

    AccountName {
        if (!FORM.matcher(companyId).matches()) {
            throw new IllegalArgumentException("Account ID '" + companyId + "' is not like 1234567 or 1234567_SB1");
        }
        companyId = companyId.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    String hostLabel() {
        return companyId.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
