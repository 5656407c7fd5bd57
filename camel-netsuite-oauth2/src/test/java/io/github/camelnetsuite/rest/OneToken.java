package io.github.camelnetsuite.rest;

import io.github.camelnetsuite.token.AccessToken;
import io.github.camelnetsuite.token.AccessTokenSource;
import java.time.Instant;

/** Gives one token and holds on to it. */
final class OneToken implements AccessTokenSource {

    private final AccessToken token = new AccessToken("the-token", Instant.EPOCH, Instant.MAX);

    @Override
    public AccessToken get() {
        return token;
    }

    @Override
    public boolean invalidate(String accessToken) {
        return false;
    }
}
