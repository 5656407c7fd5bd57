package io.github.camelnetsuite.camel.auth;

import io.github.camelnetsuite.camel.AccountUse;
import io.github.camelnetsuite.token.AccessToken;
import io.github.camelnetsuite.token.AccessTokenSource;
import java.io.IOException;
import java.util.function.Function;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.jspecify.annotations.Nullable;

/** Sets the token on requests to the account's hosts and heals a 401 with one repeat, inside the HTTP client. */
final class BearerTokenExec implements ExecChainHandler {

    private final Function<HttpHost, @Nullable AccountUse> accounts;

    /** @param accounts begins a use of the account that owns a host; null when it is nobody's */
    BearerTokenExec(Function<HttpHost, @Nullable AccountUse> accounts) {
        this.accounts = accounts;
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        try (AccountUse use = accounts.apply(scope.route.getTargetHost())) {
            return use == null
                    ? chain.proceed(request, scope)
                    : authenticated(use.account().tokens(), request, scope, chain);
        }
    }

    private static ClassicHttpResponse authenticated(
            AccessTokenSource tokens, ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        AccessToken token = tokens.get();
        ClassicHttpResponse response = chain.proceed(with(token, request), scope);
        if (response.getCode() != HttpStatus.SC_UNAUTHORIZED
                || !tokens.invalidate(token.value())
                || !repeatable(request)) {
            return response;
        }
        // To close the answer would be to read it, however long it is.
        scope.execRuntime.discardEndpoint();
        return chain.proceed(with(tokens.get(), request), scope);
    }

    /** A copy: the chain writes headers such as Content-Length on the request and refuses to find them there a second time. */
    private static ClassicHttpRequest with(AccessToken token, ClassicHttpRequest request) {
        ClassicHttpRequest copy = ClassicRequestBuilder.copy(request).build();
        copy.setHeader(HttpHeaders.AUTHORIZATION, token.authorization());
        return copy;
    }

    private static boolean repeatable(ClassicHttpRequest request) {
        HttpEntity entity = request.getEntity();
        return entity == null || entity.isRepeatable();
    }
}
