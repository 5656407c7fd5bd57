package io.github.camelnetsuite.benchmarks.proofs;

import io.github.camelnetsuite.camel.NetSuiteComponent;
import io.github.camelnetsuite.camel.NetSuiteConfiguration;
import io.github.camelnetsuite.camel.NetSuiteConstants;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** Creates orders and transforms them in a simulator in another JVM, as its {@link WritesTask} says, and prints the {@link WritesResult}. */
public final class WritesClient {

    private final WritesTask task;
    private final ProducerTemplate template;
    private final Map<String, Integer> outcomes = new ConcurrentHashMap<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicLong attempts = new AtomicLong();

    private WritesClient(WritesTask task, ProducerTemplate template) {
        this.task = task;
        this.template = template;
    }

    public static void main(String[] arguments) throws Exception {
        Parent parent = Parent.listen();
        WritesTask task = Parent.task(arguments, WritesTask.class);
        try (CamelContext context = context(task);
                ProducerTemplate template = context.createProducerTemplate()) {
            parent.report(new WritesClient(task, template).run());
        }
        System.exit(0);
    }

    private static CamelContext context(WritesTask task) throws Exception {
        CamelContext context = new DefaultCamelContext();
        NetSuiteConfiguration configuration = task.account().configuration();
        configuration.setMaxConcurrentRequests(task.permits());
        context.getComponent("netsuite", NetSuiteComponent.class).setConfiguration(configuration);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:order").to("netsuite:create:salesOrder");
                from("direct:transform").to("netsuite:transform?repeatable=true");
            }
        });
        context.start();
        return context;
    }

    private WritesResult run() throws Exception {
        long start = System.nanoTime();
        ExecutorService callers = Executors.newFixedThreadPool(task.callers());
        each(callers, task.orders(), this::create);
        each(callers, task.transformed(), this::transform);
        callers.shutdown();
        double seconds = (System.nanoTime() - start) / 1e9;
        return new WritesResult(outcomes, attempts.get(), seconds, List.copyOf(failures));
    }

    private static void each(ExecutorService callers, int count, IntConsumer work) throws Exception {
        List<Future<?>> all = IntStream.range(0, count)
                .<Future<?>>mapToObj(number -> callers.submit(() -> work.accept(number)))
                .toList();
        for (Future<?> one : all) {
            one.get();
        }
    }

    private void create(int number) {
        ShopOrder order = ShopOrder.of(number);
        send("direct:order", order, exchange -> exchange.getMessage().setBody(order.body()));
    }

    private void transform(int number) {
        ShopOrder order = ShopOrder.of(number);
        boolean shipped = order.isShipped(task.transformed());
        send("direct:transform", order, exchange -> {
            String to = shipped ? "itemFulfillment" : "invoice";
            exchange.getMessage()
                    .setHeader(NetSuiteConstants.RESOURCE, "salesOrder/eid:" + order.externalId() + "/" + to);
            exchange.getMessage().setHeader(NetSuiteConstants.EXTERNAL_ID, order.externalIdOfTransformed());
            exchange.getMessage().setBody(shipped ? null : order.billing());
        });
    }

    private void send(String route, ShopOrder order, Processor message) {
        Exchange exchange = template.send(route, message);
        if (exchange.getException() != null) {
            failures.add(route + " " + order.number() + ": "
                    + exchange.getException().getMessage());
            return;
        }
        String outcome = exchange.getMessage().getHeader(NetSuiteConstants.OUTCOME, "none", String.class);
        outcomes.merge(outcome, 1, Integer::sum);
        attempts.addAndGet(exchange.getMessage().getHeader(NetSuiteConstants.ATTEMPTS, 0, Integer.class));
    }
}
