package io.github.camelnetsuite.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SlowKeyMaterialTest {

    private final ExecutorService callers = Executors.newCachedThreadPool();
    private final GatedKeyMaterial material = new GatedKeyMaterial();
    private final SigningKeySource source = SigningKeySource.of(
            SigningKeySettings.builder()
                    .privateKey(material)
                    .certificateId(KeyMaterial.text("id"))
                    .build(),
            Clock.systemUTC());

    @AfterEach
    void stopCallers() {
        material.gate.countDown();
        callers.shutdownNow();
    }

    @Test
    void callersThatMeetAtFirstUseShareOneReading() throws Exception {
        var keys = new ArrayList<Future<SigningKey>>();
        for (int i = 0; i < 20; i++) {
            keys.add(callers.submit(source::current));
        }
        material.opened.await();

        material.gate.countDown();

        for (Future<SigningKey> key : keys) {
            assertThat(key.get()).isSameAs(source.current());
        }
        assertThat(material.readings).hasValue(1);
    }

    @Test
    void theKeyInUseIsGivenAtOnceWhileAnotherCallerLooksForAChange() throws Exception {
        material.gate.countDown();
        var inUse = source.current();
        material.close();

        var candidate = callers.submit(source::candidate);
        material.opened.await();

        assertThat(source.current()).isSameAs(inUse);
        assertThat(candidate).isNotDone();
        material.gate.countDown();
        assertThat(candidate.get()).isEmpty();
    }

    @Test
    void whoHasLookedOrToldOfAGrantKeepsNobodyFromDoingSo() throws Exception {
        material.gate.countDown();

        var key = callers.submit(source::current).get();
        callers.submit(source::candidate).get();
        assertThat(source.candidate()).isEmpty();
        callers.submit(() -> source.granted(key)).get();

        assertThat(source.candidate()).isEmpty();
    }

    /** Holds every reader until its gate opens. */
    private static final class GatedKeyMaterial implements KeyMaterial {
        private final byte[] pem =
                Pem.of(TestKeys.pair(KeyType.P_256).getPrivate()).getBytes(StandardCharsets.US_ASCII);
        private final AtomicInteger readings = new AtomicInteger();
        private volatile CountDownLatch opened = new CountDownLatch(1);
        private volatile CountDownLatch gate = new CountDownLatch(1);

        void close() {
            opened = new CountDownLatch(1);
            gate = new CountDownLatch(1);
        }

        @Override
        public InputStream open() throws IOException {
            readings.incrementAndGet();
            opened.countDown();
            try {
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
            return new ByteArrayInputStream(pem);
        }

        @Override
        public String description() {
            return "gated";
        }

        @Override
        public boolean literal() {
            return false;
        }
    }
}
