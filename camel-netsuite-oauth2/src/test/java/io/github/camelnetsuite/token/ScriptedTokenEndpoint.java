package io.github.camelnetsuite.token;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A token endpoint whose every answer the test gives, when it wants to. */
final class ScriptedTokenEndpoint implements TokenEndpoint {

    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Request> unseen = new LinkedBlockingQueue<>();

    @Override
    public TokenAnswer request(ClientAssertion assertion) {
        Request request = new Request(assertion);
        requests.add(request);
        unseen.add(request);
        PromptExecutor.requestMade();
        return request.outcome();
    }

    /** The next request, which is now waiting for its answer. */
    Request awaitRequest() {
        try {
            Request request = unseen.poll(30, TimeUnit.SECONDS);
            if (request == null) {
                throw new AssertionError("No token request arrived");
            }
            return request;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    int requests() {
        return requests.size();
    }

    /** One that came, and waits. */
    static final class Request {

        private final ClientAssertion assertion;
        private final CompletableFuture<TokenAnswer> answer = new CompletableFuture<>();
        private volatile @Nullable Error error;

        Request(ClientAssertion assertion) {
            this.assertion = assertion;
        }

        ClientAssertion assertion() {
            return assertion;
        }

        void answer(TokenAnswer value) {
            answer.complete(value);
        }

        void grant(String token) {
            answer(Answers.granted(token));
        }

        void refuse(int status, String error) {
            answer(Answers.refused(status, error));
        }

        void fail(RuntimeException thrown) {
            answer.completeExceptionally(thrown);
        }

        void fail(Error thrown) {
            error = thrown;
            answer.complete(Answers.granted("never used"));
        }

        private TokenAnswer outcome() {
            try {
                TokenAnswer value = answer.orTimeout(60, TimeUnit.SECONDS).join();
                Error thrown = error;
                if (thrown != null) {
                    throw thrown;
                }
                return value;
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException known ? known : e;
            }
        }
    }
}
