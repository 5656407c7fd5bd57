package io.github.camelnetsuite.token;

/** Gives an access token that is good now. Thread-safe. */
public interface AccessTokenSource {

    /**
     * The token to use for the next call. Returns at once while one is held; otherwise waits, for a bounded time, for one
     * request that all waiting callers share.
     *
     * @throws io.github.camelnetsuite.NetSuiteException when no token can be had
     */
    AccessToken get();

    /**
     * Says that NetSuite answered 401 to this token. Only that token is dropped: when another one is already held, nothing
     * happens. A token less than 60 seconds old is kept, so there is at most one replacement a minute; a dropped one never comes
     * back. Fetches nothing itself.
     *
     * @param accessToken the value of the refused token
     * @return true when {@link #get()} will give another token, so that repeating the call makes sense; false when the refused
     *     token is so new that the token cannot be the reason, and the role, the scope or the integration must be
     */
    boolean invalidate(String accessToken);
}
