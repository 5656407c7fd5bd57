package io.github.camelnetsuite.rest;

import io.github.camelnetsuite.token.AccessToken;
import io.github.camelnetsuite.token.AccessTokenSource;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** Gives a token, and another one each time the last is dropped. */
final class RenewableTokens implements AccessTokenSource {

    private final AtomicInteger number = new AtomicInteger(1);
    private volatile boolean tooNew;

    @Override
    public AccessToken get() {
        return new AccessToken("token-" + number.get(), Instant.EPOCH, Instant.MAX);
    }

    @Override
    public boolean invalidate(String accessToken) {
        if (tooNew) {
            return false;
        }
        int current = number.get();
        if (accessToken.equals("token-" + current)) {
            number.compareAndSet(current, current + 1);
        }
        return true;
    }

    /** From now on a refused token is too new to be replaced. */
    void beTooNew() {
        tooNew = true;
    }
}
