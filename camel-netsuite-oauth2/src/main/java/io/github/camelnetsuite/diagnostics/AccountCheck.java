package io.github.camelnetsuite.diagnostics;

import io.github.camelnetsuite.NetSuiteConfigurationException;
import io.github.camelnetsuite.credentials.AccountId;
import io.github.camelnetsuite.credentials.AccountKind;
import io.github.camelnetsuite.credentials.ServiceUrls;
import java.util.Objects;
import java.util.Optional;

/** Does the account ID have one of NetSuite's forms, and do the URLs belong to it? */
final class AccountCheck implements Check {

    @Override
    public CheckStep step() {
        return CheckStep.ACCOUNT;
    }

    @Override
    public Optional<String> obstacle(Knowledge known) {
        return Check.unless(known.settings.accountId != null, "accountId is not set.");
    }

    @Override
    public Finding run(Knowledge known) {
        CheckSettings settings = known.settings;
        try {
            AccountId account = AccountId.parse(Objects.requireNonNull(settings.accountId));
            ServiceUrls urls = ServiceUrls.of(account, settings.suiteTalkUrl, settings.restletsUrl);
            known.account = account;
            known.urls = urls;
            Finding good = Finding.ok(
                    step(),
                    account + " (" + account.kind().label() + ") at " + urls.suiteTalk() + " and " + urls.restlets()
                            + ".");
            if (!account.usual()) {
                return Finding.of(step(), Level.HINT, good.seen())
                        .means(
                                "An account ID has digits, as in 1234567, 1234567_SB1 or TSTDRV1234567; this one is unusual.")
                        .act("Compare it with Company Information.")
                        .at(NetSuitePlace.COMPANY);
            }
            return account.kind() == AccountKind.SANDBOX
                    ? good.means("Each refresh of a sandbox wipes its certificates; they must be uploaded again then.")
                    : good;
        } catch (NetSuiteConfigurationException e) {
            return Finding.of(step(), Level.FAIL, text(e))
                    .means("It is not known which host to ask, so nothing was sent.")
                    .act("Copy the account ID from Company Information.")
                    .at(NetSuitePlace.COMPANY);
        }
    }

    private static String text(Exception e) {
        return String.valueOf(e.getMessage());
    }
}
