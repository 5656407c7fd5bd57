package io.github.camelnetsuite.camel.auth;

import io.github.camelnetsuite.camel.AccountUse;
import io.github.camelnetsuite.camel.NetSuiteAccount;
import io.github.camelnetsuite.rest.Lane;
import io.github.camelnetsuite.rest.RequestLimiter.Permit;
import io.github.camelnetsuite.token.AccessToken;
import io.github.camelnetsuite.token.AccessTokenSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Sets the token on requests to the account's hosts and heals a 401 with one repeat, inside the HTTP client. Each request takes one
 * of the account's permits.
 */
final class BearerTokenExec implements ExecChainHandler {

    /** No error of NetSuite's is longer. */
    private static final int LONGEST_ERROR = 64 * 1024;

    private final Function<HttpHost, @Nullable AccountUse> accounts;
    private final Lane lane;

    /**
     * Authenticates requests to some hosts.
     *
     * @param accounts begins a use of the account that owns a host; null when it is nobody's
     * @param lane where requests wait for their permit
     */
    BearerTokenExec(Function<HttpHost, @Nullable AccountUse> accounts, Lane lane) {
        this.accounts = accounts;
        this.lane = lane;
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        try (AccountUse use = accounts.apply(scope.route.getTargetHost())) {
            return use == null ? chain.proceed(request, scope) : permitted(use.account(), request, scope, chain);
        }
    }

    /** The permit is given back when the answer begins: who reads it slowly may call NetSuite meanwhile, and would wait for himself. */
    private ClassicHttpResponse permitted(
            NetSuiteAccount account, ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        try (Permit permit = account.permit(lane)) {
            ClassicHttpResponse response = authenticated(account.tokens(), request, scope, chain);
            permit.answered(response.getCode(), beginning(response));
            return response;
        }
    }

    /** The beginning of the body where it tells a throttle from an error of a RESTlet; it stays in the answer. */
    private static String beginning(ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        if (response.getCode() != HttpStatus.SC_BAD_REQUEST || entity == null) {
            return "";
        }
        InputStream content = entity.getContent();
        byte[] start = content.readNBytes(LONGEST_ERROR);
        response.setEntity(new InputStreamEntity(
                new SequenceInputStream(new ByteArrayInputStream(start), content),
                entity.getContentLength(),
                ContentType.parseLenient(entity.getContentType()),
                entity.getContentEncoding()));
        return new String(start, StandardCharsets.UTF_8);
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
