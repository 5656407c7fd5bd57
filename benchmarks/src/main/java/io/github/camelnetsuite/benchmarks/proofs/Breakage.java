package io.github.camelnetsuite.benchmarks.proofs;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;

/**
 * Ways to break the client's paging on the wire, to show that the proof would notice. The client itself cannot: answers say that they
 * begin where it asked.
 */
enum Breakage {
    NONE,

    /** Pages are cut by their offset, in no order. */
    NO_KEY,

    /** Each page of the key's range begins at the offset the one before ended at. */
    OFFSET_NOT_RESET;

    private static final Pattern KEY = Pattern.compile("( WHERE item\\.id > \\d+)? ORDER BY item\\.id");
    private static final Pattern ASKED = Pattern.compile("offset=\\d+");
    private static final Pattern ANSWERED = Pattern.compile("\"offset\":\\d+");
    private static final int PAGE = 1000;

    /** Rewrites the queries that leave and their answers; one for each client. */
    ExecChainHandler handler() {
        AtomicInteger pages = new AtomicInteger();
        return (request, scope, chain) -> request.getRequestUri().contains("/suiteql")
                ? spoiled(request, pages.getAndIncrement() * PAGE, scope, chain)
                : chain.proceed(request, scope);
    }

    private ClassicHttpResponse spoiled(ClassicHttpRequest request, int offset, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        String query = EntityUtils.toString(request.getEntity());
        ClassicHttpRequest other = ClassicRequestBuilder.copy(request)
                .setUri(ASKED.matcher(request.getRequestUri()).replaceFirst("offset=" + offset))
                .setEntity(new StringEntity(
                        this == NO_KEY ? KEY.matcher(query).replaceFirst("") : query, ContentType.APPLICATION_JSON))
                .build();
        other.setAuthority(request.getAuthority());
        other.setScheme(request.getScheme());
        ClassicHttpResponse answer = chain.proceed(other, scope);
        if (answer.getCode() == 200) {
            String page = EntityUtils.toString(answer.getEntity());
            answer.setEntity(new StringEntity(
                    ANSWERED.matcher(page).replaceFirst("\"offset\":0"), ContentType.APPLICATION_JSON));
        }
        return answer;
    }
}
