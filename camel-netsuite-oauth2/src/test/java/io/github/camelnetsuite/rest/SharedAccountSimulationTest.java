package io.github.camelnetsuite.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Several nodes share an account's concurrency limit without talking to each other: ten minutes of saturation on virtual time, the
 * first of which is warm-up. Everything is decided by the seed.
 */
@Timeout(60)
class SharedAccountSimulationTest {

    private static final long[] SEEDS = {1, 2, 3, 5, 8, 13, 21, 34};
    private static final Duration WARM_UP = Duration.ofMinutes(1);
    private static final Duration END = Duration.ofMinutes(10);

    @ParameterizedTest(name = "{0} permits, {1} nodes of at most {2}")
    @CsvSource({
        "5, 1, 5",
        "5, 1, 20",
        "5, 2, 5",
        "5, 2, 20",
        "5, 3, 5",
        "5, 4, 5",
        "5, 5, 5",
        "10, 2, 20",
        "10, 3, 10",
        "15, 4, 15",
        "55, 4, 55"
    })
    void theAccountIsWellUsedAndSeldomRefuses(int limit, int nodes, int ceiling) {
        for (long seed : SEEDS) {
            Account account = new Account(limit, nodes, ceiling, seed);
            account.run();

            System.out.printf(
                    Locale.ROOT,
                    "LIMITER %d permits, %d nodes of at most %d, seed %d: utilisation %.1f %%, refused %.1f %%, shares %s%n",
                    limit,
                    nodes,
                    ceiling,
                    seed,
                    100 * account.utilisation(),
                    100 * account.refusedShare(),
                    Arrays.toString(account.shares()));
            assertThat(account.utilisation()).as("utilisation, seed %d", seed).isGreaterThanOrEqualTo(0.80);
            assertThat(account.refusedShare()).as("refused, seed %d", seed).isLessThanOrEqualTo(0.15);
            assertThat(Arrays.stream(account.shares()).min().orElse(0))
                    .as("least share, seed %d", seed)
                    .isGreaterThan(0.15 / nodes);
        }
    }

    @Test
    void webhooksPassALoadThatFillsTheAccount() {
        for (long seed : SEEDS) {
            Account account = new Account(5, 2, 5, seed);
            account.webhooksEach(Duration.ofMillis(400));
            account.run();

            assertThat(account.longestWebhookWait())
                    .as("seed %d: until the next permit comes free, or the end of a pause after a throttle", seed)
                    .isLessThan(Duration.ofSeconds(5));
            assertThat(account.overtaken())
                    .as("seed %d: webhooks that a bulk call which came later went before", seed)
                    .isZero();
            assertThat(account.bulkServed()).as("seed %d", seed).isGreaterThan(8_000);
        }
    }

    /** An account that serves so many requests at a time, and the nodes that call it. */
    private static final class Account {

        private static final Duration REFUSAL = Duration.ofMillis(10);
        private static final int CALLERS = 25;

        private final int limit;
        private final List<Node> nodes = new ArrayList<>();
        private final Random random;
        private final PriorityQueue<Event> events =
                new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::number));
        private long now;
        private long numbers;
        private int busy;
        private long busyNanos;
        private long served;
        private long refused;
        private long longestWebhook;

        private record Event(long at, long number, Runnable action) {}

        Account(int limit, int nodes, int ceiling, long seed) {
            this.limit = limit;
            this.random = new Random(seed);
            for (int i = 0; i < nodes; i++) {
                this.nodes.add(new Node(ceiling));
            }
        }

        void webhooksEach(Duration interval) {
            at(interval.toNanos(), () -> {
                nodes.get(0).new Caller(Lane.PRIORITY, false).begin();
                webhooksEach(interval);
            });
        }

        void run() {
            for (Node node : nodes) {
                for (int i = 0; i < CALLERS; i++) {
                    at((long) (random.nextDouble() * 1e9), () -> node.new Caller(Lane.BULK, true).begin());
                }
            }
            while (events.peek().at() < END.toNanos()) {
                Event next = events.poll();
                if (next.at() > WARM_UP.toNanos()) {
                    busyNanos += busy * (next.at() - Math.max(now, WARM_UP.toNanos()));
                }
                now = next.at();
                next.action().run();
            }
        }

        private void at(long delay, Runnable action) {
            events.add(new Event(now + delay, numbers++, action));
        }

        private boolean warm() {
            return now > WARM_UP.toNanos();
        }

        double utilisation() {
            return (double) busyNanos / (limit * (END.toNanos() - WARM_UP.toNanos()));
        }

        double refusedShare() {
            return (double) refused / (refused + served);
        }

        double[] shares() {
            return nodes.stream()
                    .mapToDouble(node -> Math.round(100.0 * node.served / served) / 100.0)
                    .toArray();
        }

        Duration longestWebhookWait() {
            return Duration.ofNanos(longestWebhook);
        }

        int overtaken() {
            return nodes.stream().mapToInt(node -> node.overtaken).sum();
        }

        long bulkServed() {
            return served;
        }

        private final class Node {

            private final RequestLimiter limiter;
            private final Backoff backoff = new Backoff(random::nextDouble);
            private final NavigableSet<Long> waitingWebhooks = new TreeSet<>();
            private long served;
            private int overtaken;

            Node(int ceiling) {
                this.limiter = new RequestLimiter("account", ceiling);
            }

            /** Calls, and if so again and again. */
            private final class Caller {

                private final Lane lane;
                private final boolean endless;
                private RequestLimiter.Turn turn = limiter.turn(Lane.BULK);
                private int throttles;
                private long arrived;
                private long place;

                Caller(Lane lane, boolean endless) {
                    this.lane = lane;
                    this.endless = endless;
                }

                void begin() {
                    turn = limiter.turn(lane);
                    throttles = 0;
                    arrived = now;
                    place = numbers++;
                    await();
                }

                private void await() {
                    if (lane == Lane.PRIORITY) {
                        waitingWebhooks.add(place);
                    }
                    var unused = turn.request().thenAccept(this::permitted);
                }

                private void permitted(RequestLimiter.Permit permit) {
                    waitingWebhooks.remove(place);
                    if (lane == Lane.BULK) {
                        overtaken += waitingWebhooks.headSet(place).size();
                    }
                    at(0, () -> send(permit));
                }

                private void send(RequestLimiter.Permit permit) {
                    if (busy == limit) {
                        at(REFUSAL.toNanos(), () -> refused(permit));
                    } else {
                        busy++;
                        if (lane == Lane.PRIORITY && warm()) {
                            longestWebhook = Math.max(longestWebhook, now - arrived);
                        }
                        at((long) ((0.1 + 0.2 * random.nextDouble()) * 1e9), () -> answered(permit));
                    }
                }

                private void answered(RequestLimiter.Permit permit) {
                    busy--;
                    if (warm()) {
                        Account.this.served++;
                        served++;
                    }
                    permit.served();
                    permit.close();
                    if (endless) {
                        begin();
                    }
                }

                private void refused(RequestLimiter.Permit permit) {
                    if (warm()) {
                        refused++;
                    }
                    permit.throttled();
                    permit.close();
                    throttles++;
                    at(backoff.before(throttles, null).toNanos(), this::await);
                }
            }
        }
    }
}
