package io.github.camelnetsuite.token;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** A token endpoint that answers at once, by the number of the request (from 1). */
final class AnsweringTokenEndpoint implements TokenEndpoint {

    private final AtomicInteger requests = new AtomicInteger();
    private volatile IntFunction<TokenAnswer> answers;

    AnsweringTokenEndpoint(IntFunction<TokenAnswer> answers) {
        this.answers = answers;
    }

    void answer(IntFunction<TokenAnswer> from) {
        this.answers = from;
    }

    int requests() {
        return requests.get();
    }

    @Override
    public TokenAnswer request(ClientAssertion assertion) {
        return answers.apply(requests.incrementAndGet());
    }
}
