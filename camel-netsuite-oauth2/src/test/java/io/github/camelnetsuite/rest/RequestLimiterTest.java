package io.github.camelnetsuite.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelnetsuite.NetSuiteUnavailableException;
import io.github.camelnetsuite.rest.RequestLimiter.Permit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RequestLimiterTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final RequestLimiter limiter = new RequestLimiter("account test", 2);

    @Test
    void noMoreRequestsAreUnderWayThanTheCeilingAllows() {
        List<CompletableFuture<Permit>> calls = arrive(Lane.PRIORITY, 3);

        assertThat(calls).map(CompletableFuture::isDone).containsExactly(true, true, false);
        assertThat(limiter.status()).isEqualTo(new LimiterStatus(2, 2, 2, 1, 0, 2, 0));
    }

    @Test
    void aPermitGivenBackGoesToTheFirstInLine() {
        List<CompletableFuture<Permit>> calls = arrive(Lane.PRIORITY, 4);

        calls.get(1).join().close();

        assertThat(calls).map(CompletableFuture::isDone).containsExactly(true, true, true, false);
    }

    @Test
    void aPermitIsGivenBackOnce() {
        List<CompletableFuture<Permit>> calls = arrive(Lane.PRIORITY, 4);

        calls.get(0).join().close();
        calls.get(0).join().close();

        assertThat(limiter.status().inFlight()).isEqualTo(2);
        assertThat(calls.get(3)).isNotDone();
    }

    @Test
    void aCallOfThePriorityLaneGoesBeforeBulkThatWaits() {
        List<CompletableFuture<Permit>> running = arrive(Lane.BULK, 2);
        List<CompletableFuture<Permit>> bulk = arrive(Lane.BULK, 3);
        List<CompletableFuture<Permit>> webhook = arrive(Lane.PRIORITY, 1);

        running.get(0).join().close();

        assertThat(webhook.get(0)).isDone();
        assertThat(bulk).noneMatch(CompletableFuture::isDone);
    }

    @Test
    void aCallThatIsSentAgainKeepsItsPlace() {
        RequestLimiter.Turn first = limiter.turn(Lane.PRIORITY);
        Permit throttled = first.acquire(LONG);
        List<CompletableFuture<Permit>> later = arrive(Lane.PRIORITY, 3);

        throttled.close();
        CompletableFuture<Permit> again = first.request();
        later.get(0).join().close();

        assertThat(again).isDone();
        assertThat(later.get(2)).isNotDone();
    }

    @Test
    void whoeverLeavesTheLineIsPassedOver() {
        List<CompletableFuture<Permit>> running = arrive(Lane.PRIORITY, 2);
        RequestLimiter.Turn unwanted = limiter.turn(Lane.PRIORITY);
        CompletableFuture<Permit> left = unwanted.request();
        List<CompletableFuture<Permit>> later = arrive(Lane.PRIORITY, 1);

        unwanted.leave();
        running.get(0).join().close();

        assertThat(left).isCompletedExceptionally();
        assertThat(later.get(0)).isDone();
        assertThatThrownBy(unwanted::request)
                .isInstanceOf(NetSuiteUnavailableException.class)
                .hasMessage("The call to NetSuite was not made: nobody waits for its answer any more.");
        assertThat(limiter.status().inFlight()).isEqualTo(2);
    }

    @Test
    void bulkGetsATenthOfThePermitsHoweverMuchPriorityThereIs() {
        WaitingLines<String> lines = new WaitingLines<>();
        long place = 0;
        for (int i = 0; i < 5; i++) {
            lines.add(Lane.BULK, place++, "bulk");
        }
        for (int i = 0; i < 5; i++) {
            lines.add(Lane.PRIORITY, place++, "priority");
        }
        List<String> served = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            served.add(lines.next());
            lines.add(Lane.PRIORITY, place++, "priority");
        }

        assertThat(served.subList(0, 9)).containsOnly("priority");
        assertThat(served.get(9)).isEqualTo("bulk");
        assertThat(served).filteredOn("bulk"::equals).hasSize(4);
    }

    @Test
    void noBulkCallGoesBeforeAPriorityCallThatCameEarlier() {
        for (long seed : new long[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}) {
            Random random = new Random(seed);
            WaitingLines<Long> lines = new WaitingLines<>();
            List<Long> priority = new ArrayList<>();
            for (long place = 0; place < 5_000; place++) {
                boolean important = random.nextInt(10) < 6;
                lines.add(important ? Lane.PRIORITY : Lane.BULK, place, place);
                if (important) {
                    priority.add(place);
                }
                if (random.nextBoolean()) {
                    long served = Objects.requireNonNull(lines.next());
                    if (!priority.remove(served)) {
                        assertThat(priority)
                                .as("seed %d: waiting when bulk call %d went", seed, served)
                                .allMatch(waiting -> waiting > served);
                    }
                }
            }
        }
    }

    @Test
    void aThrottleHalvesTheBoundOnceForAllThatWereUnderWayTogether() {
        RequestLimiter wide = new RequestLimiter("account test", 4);
        List<Permit> together = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            together.add(wide.turn(Lane.BULK).acquire(LONG));
        }

        together.forEach(permit -> {
            permit.throttled();
            permit.close();
        });

        assertThat(wide.status().permits()).isEqualTo(2);
        assertThat(wide.status().throttled()).isEqualTo(4);
        throttleOne(wide);
        assertThat(wide.status().permits()).isEqualTo(1);
        throttleOne(wide);
        assertThat(wide.status().permits()).as("one always remains").isEqualTo(1);
    }

    @Test
    void theBoundGrowsBackOnlyWhileAllPermitsAreInUse() {
        throttleOne(limiter);
        assertThat(limiter.status().permits()).isEqualTo(1);

        for (int i = 0; i < AdaptiveBoundSteps.SLOW - 1; i++) {
            serveOne(limiter);
        }
        assertThat(limiter.status().permits()).isEqualTo(1);
        serveOne(limiter);
        assertThat(limiter.status().permits()).isEqualTo(2);

        RequestLimiter idle = new RequestLimiter("account test", 8);
        for (int i = 0; i < 1_000; i++) {
            serveOne(idle);
        }
        assertThat(idle.status().permits()).as("one at a time proves nothing").isEqualTo(5);
    }

    @Test
    void whoFindsNoPermitInTimeIsToldWhyAndLeavesTheLine() {
        arrive(Lane.BULK, 2);
        RequestLimiter.Turn late = limiter.turn(Lane.PRIORITY);

        assertThatThrownBy(() -> late.acquire(Duration.ofMillis(20)))
                .isInstanceOf(NetSuiteUnavailableException.class)
                .hasMessage(
                        "The call to NetSuite was not made: none of the 2 permits of account test came free within 20 ms (2"
                                + " requests under way, 0 calls waiting). Call NetSuite less at once, raise retryTimeout, or raise"
                                + " maxConcurrentRequests if the account's concurrency limit allows it (Setup > Integration >"
                                + " Integration Governance).");
        assertThat(limiter.status().waitingPriority()).isZero();
    }

    @Test
    void aLimiterThatIsClosedEndsEveryWait() throws Exception {
        arrive(Lane.BULK, 2);
        CompletableFuture<Permit> waiting = limiter.turn(Lane.BULK).request();
        CompletableFuture<Throwable> blocked = CompletableFuture.supplyAsync(() -> {
            try {
                return new AssertionError(limiter.turn(Lane.PRIORITY).acquire(LONG));
            } catch (NetSuiteUnavailableException e) {
                return e;
            }
        });
        await().until(() -> limiter.status().waitingPriority() == 1);

        limiter.close();

        assertThat(blocked.get(30, TimeUnit.SECONDS)).hasMessageContaining("when the Camel context stopped");
        assertThatThrownBy(waiting::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(NetSuiteUnavailableException.class);
        assertThatThrownBy(() -> limiter.turn(Lane.BULK).acquire(LONG))
                .isInstanceOf(NetSuiteUnavailableException.class);
    }

    @Test
    void anInterruptEndsTheWaitAndIsNotLost() throws Exception {
        arrive(Lane.BULK, 2);
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Thread caller = new Thread(() -> {
            try {
                limiter.turn(Lane.PRIORITY).acquire(LONG);
            } catch (NetSuiteUnavailableException e) {
                interrupted.complete(Thread.currentThread().isInterrupted());
            }
        });
        caller.start();
        await().until(() -> limiter.status().waitingPriority() == 1);

        caller.interrupt();

        assertThat(interrupted.get(30, TimeUnit.SECONDS)).isTrue();
        assertThat(limiter.status().waitingPriority()).isZero();
    }

    @Test
    void noPermitIsLostWhenWaitsEndJustAsPermitsComeFree() throws Exception {
        var callers = Executors.newFixedThreadPool(16);
        for (int i = 0; i < 2_000; i++) {
            int length = i % 7;
            callers.execute(() -> {
                try (Permit permit = limiter.turn(length % 2 == 0 ? Lane.BULK : Lane.PRIORITY)
                        .acquire(Duration.ofNanos(length * 20_000L))) {
                    permit.served();
                    Thread.onSpinWait();
                } catch (NetSuiteUnavailableException e) {
                    // Gave up.
                }
            });
        }
        callers.shutdown();
        assertThat(callers.awaitTermination(50, TimeUnit.SECONDS)).isTrue();

        LimiterStatus after = limiter.status();
        assertThat(after.inFlight()).isZero();
        assertThat(after.waitingBulk() + after.waitingPriority()).isZero();
    }

    @Test
    void aHigherCeilingLetsThoseWhoWaitGo() {
        RequestLimiter narrow = new RequestLimiter("account test", 1);
        narrow.turn(Lane.BULK).acquire(LONG);
        CompletableFuture<Permit> waiting = narrow.turn(Lane.BULK).request();

        narrow.ceiling(3);

        assertThat(waiting).as("the bound itself still has to grow").isNotDone();
        narrow.ceiling(1);
        assertThat(narrow.status().ceiling()).isEqualTo(1);
    }

    private List<CompletableFuture<Permit>> arrive(Lane lane, int calls) {
        List<CompletableFuture<Permit>> permits = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            permits.add(limiter.turn(lane).request());
        }
        return permits;
    }

    private static void throttleOne(RequestLimiter limiter) {
        try (Permit permit = limiter.turn(Lane.BULK).acquire(LONG)) {
            permit.throttled();
        }
    }

    private static void serveOne(RequestLimiter limiter) {
        try (Permit permit = limiter.turn(Lane.BULK).acquire(LONG)) {
            permit.served();
        }
    }

    /** What the documentation says of the bound's growth. */
    private static final class AdaptiveBoundSteps {

        static final int SLOW = 20;
    }
}
