package io.github.camelnetsuite.benchmarks.proofs;

import io.github.camelnetsuite.benchmarks.proofs.TrafficResult.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;

/** Makes traffic on a simulator in another JVM, as its {@link TrafficTask} says, and prints the {@link TrafficResult}. */
public final class TrafficClient {

    private static final String READY = "ready";

    private final TrafficTask task;
    private final TrafficRoutes routes;
    private final ProducerTemplate template;
    private final AtomicBoolean going = new AtomicBoolean(true);
    private final AtomicInteger numbers = new AtomicInteger();
    private final List<Future<?>> clocks = new ArrayList<>();
    private final Queue<Sample> bulk = new ConcurrentLinkedQueue<>();
    private final Queue<Sample> webhooks = new ConcurrentLinkedQueue<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    private TrafficClient(TrafficTask task, TrafficRoutes routes, ProducerTemplate template) {
        this.task = task;
        this.routes = routes;
        this.template = template;
    }

    public static void main(String[] arguments) throws Exception {
        Parent parent = Parent.listen();
        TrafficTask task = Parent.task(arguments, TrafficTask.class);
        try (TrafficRoutes routes = TrafficRoutes.start(task);
                ProducerTemplate template = routes.context().createProducerTemplate()) {
            parent.report(READY);
            parent.nextLine();
            TrafficClient client = new TrafficClient(task, routes, template);
            ExecutorService threads = Executors.newCachedThreadPool();
            ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
            client.begin(threads, timer);
            parent.nextLine();
            client.end(threads, timer);
            parent.report(new TrafficResult(
                    List.copyOf(client.bulk), List.copyOf(client.webhooks), List.copyOf(client.failures)));
        }
        System.exit(0);
    }

    private void begin(ExecutorService threads, ScheduledExecutorService timer) {
        for (int i = 0; i < task.bulkRoutes(); i++) {
            int route = i;
            threads.execute(() -> {
                while (going.get()) {
                    measure(routes.bulk(route), "LOAD-" + task.node() + "-" + route, bulk, System.nanoTime());
                }
            });
        }
        for (int i = 0; i < task.webhookRoutes(); i++) {
            int route = i;
            // One after the other, so that not all come at once; each from the moment it came, however many are under
            // way.
            long first = task.webhookMillis() * i / task.webhookRoutes();
            clocks.add(timer.scheduleAtFixedRate(
                    () -> {
                        long came = System.nanoTime();
                        String number = "HOOK-" + task.node() + "-" + numbers.getAndIncrement();
                        threads.execute(() -> measure(routes.webhook(route), number, webhooks, came));
                    },
                    first,
                    task.webhookMillis(),
                    TimeUnit.MILLISECONDS));
        }
    }

    /** Lets what is under way come to its end. */
    private void end(ExecutorService threads, ScheduledExecutorService timer) throws InterruptedException {
        going.set(false);
        clocks.forEach(clock -> clock.cancel(false));
        timer.shutdown();
        timer.awaitTermination(10, TimeUnit.SECONDS);
        threads.shutdown();
        if (!threads.awaitTermination(2, TimeUnit.MINUTES)) {
            failures.add("Some calls came to no end");
        }
    }

    private void measure(String route, String externalId, Queue<Sample> samples, long from) {
        long at = System.currentTimeMillis();
        Exchange exchange = template.send(route, message -> message.getMessage().setBody(externalId));
        samples.add(new Sample(at, (System.nanoTime() - from) / 1e6));
        if (exchange.getException() != null) {
            failures.add(route + ": " + exchange.getException().getMessage());
        }
    }
}
