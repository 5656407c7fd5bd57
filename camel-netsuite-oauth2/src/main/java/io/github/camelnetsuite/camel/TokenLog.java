package io.github.camelnetsuite.camel;

import io.github.camelnetsuite.credentials.AccountId;
import io.github.camelnetsuite.token.TokenListener;
import io.github.camelnetsuite.token.TokenStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in one line, about once an hour, that an account has a new access token. */
final class TokenLog implements TokenListener {

    private static final Logger LOG = LoggerFactory.getLogger(NetSuiteAccount.class);

    private final String name;
    private final AccountId accountId;

    TokenLog(String name, AccountId accountId) {
        this.name = name;
        this.accountId = accountId;
    }

    @Override
    public void granted(TokenStatus status) {
        LOG.info(
                "NetSuite account '{}' ({}): access token granted until {} for a client assertion signed with {}, certificate ID {}",
                name,
                accountId,
                status.expiresAt(),
                status.algorithm(),
                status.certificateId());
    }

    @Override
    public void invalidated(TokenStatus status) {
        LOG.info("NetSuite account '{}' ({}): NetSuite refused the access token; it was dropped", name, accountId);
    }
}
