package io.github.camelnetsuite.camel;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A hold on an account for as long as a call takes: a reload that replaces or removes the account lets the call finish before it
 * closes the account. Every use has to be closed.
 */
public final class AccountUse implements AutoCloseable {

    private final NetSuiteAccount account;
    private final AtomicBoolean ended = new AtomicBoolean();

    /** Takes over a use that has begun. */
    AccountUse(NetSuiteAccount account) {
        this.account = account;
    }

    public NetSuiteAccount account() {
        return account;
    }

    /** A use of the same account that goes on when this one ends. */
    AccountUse another() {
        account.uses().beginWithin();
        return new AccountUse(account);
    }

    /** Idempotent. */
    @Override
    public void close() {
        if (ended.compareAndSet(false, true)) {
            account.uses().end();
        }
    }
}
