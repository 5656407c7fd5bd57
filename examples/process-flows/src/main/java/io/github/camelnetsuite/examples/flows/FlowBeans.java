package io.github.camelnetsuite.examples.flows;

import io.github.camelnetsuite.examples.flows.console.FirstRound;
import io.github.camelnetsuite.examples.flows.console.Narrator;
import io.github.camelnetsuite.examples.flows.durable.DurableFolder;
import io.github.camelnetsuite.examples.flows.orders.DeadLetters;
import io.github.camelnetsuite.examples.flows.orders.Duplicates;
import io.github.camelnetsuite.examples.flows.orders.InboxRetries;
import io.github.camelnetsuite.examples.flows.orders.JsonOnly;
import io.github.camelnetsuite.examples.flows.orders.OrderIntake;
import io.github.camelnetsuite.examples.flows.orders.OrderLog;
import io.github.camelnetsuite.examples.flows.orders.OrderMapping;
import io.github.camelnetsuite.examples.flows.orders.Refusal;
import io.github.camelnetsuite.examples.flows.orders.ReplayGuard;
import io.github.camelnetsuite.examples.flows.orders.ShopOrderReader;
import io.github.camelnetsuite.examples.flows.orders.Subsidiaries;
import io.github.camelnetsuite.examples.flows.orders.WebhookAnswer;
import io.github.camelnetsuite.examples.flows.orders.WebhookSignature;
import io.github.camelnetsuite.examples.flows.products.ProductMapping;
import io.github.camelnetsuite.examples.flows.products.ProductRun;
import io.github.camelnetsuite.examples.flows.products.Watermark;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import javax.sql.DataSource;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.CamelContext;
import org.apache.camel.processor.idempotent.jdbc.JdbcMessageIdRepository;
import org.apache.camel.spi.Registry;
import org.apache.camel.util.TimeUtils;

/** Binds the beans the routes name, in whichever form the routes are written. */
final class FlowBeans implements CamelConfiguration {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final FlowParts parts;
    private final FirstRound firstRound;
    private final DataFolders folders;
    private final DataSource dataSource;
    private final ShopSettings shop;

    FlowBeans(FlowParts parts, FirstRound firstRound, DataFolders folders, DataSource dataSource, ShopSettings shop) {
        this.parts = parts;
        this.firstRound = firstRound;
        this.folders = folders;
        this.dataSource = dataSource;
        this.shop = shop;
    }

    @Override
    public void configure(CamelContext context) {
        bindProducts(context);
        bindWebhook(context.getRegistry());
        bindOrders(context);
    }

    private void bindProducts(CamelContext context) {
        Registry registry = context.getRegistry();
        Watermark watermark = new Watermark(
                folders.state(),
                shop.identity(),
                LocalDateTime.parse(text(context, "products.first-since"), TIME),
                duration(context, "products.overlap"));
        registry.bind("productRun", new ProductRun(watermark, parts.clock(), parts.narrator(), firstRound));
        registry.bind("productMapping", new ProductMapping());
        registry.bind("sentProducts", new JdbcMessageIdRepository(dataSource, "products of " + shop.identity()));
    }

    private void bindWebhook(Registry registry) {
        Narrator narrator = parts.narrator();
        DurableFolder inbox = folders.inbox();
        registry.bind("jsonOnly", new JsonOnly());
        registry.bind("webhookSignature", new WebhookSignature(shop.secrets(), parts.clock()));
        registry.bind("replayGuard", new ReplayGuard(parts.clock()));
        registry.bind("shopOrderReader", new ShopOrderReader());
        registry.bind("orderIntake", new OrderIntake(parts.inbox().apply(inbox::write), narrator, firstRound));
        registry.bind("webhookAnswer", new WebhookAnswer(narrator));
    }

    private void bindOrders(CamelContext context) {
        Narrator narrator = parts.narrator();
        Registry registry = context.getRegistry();
        InboxRetries retries = new InboxRetries(
                new InboxRetries.Policy(
                        duration(context, "orders.retry-pause"),
                        duration(context, "orders.retry-pause-max"),
                        Integer.parseInt(text(context, "orders.retry-attempts"))),
                parts.clock(),
                narrator,
                firstRound);
        registry.bind("inboxRetries", retries);
        registry.bind(
                "deadLetters", new DeadLetters(folders.deadLetters(), retries, parts.clock(), narrator, firstRound));
        registry.bind("orderMapping", new OrderMapping(Subsidiaries.parse(text(context, "orders.subsidiaries"))));
        registry.bind("orderLog", new OrderLog(retries, narrator, firstRound));
        registry.bind("duplicates", new Duplicates());
        registry.bind("refusal", new Refusal());
    }

    private static String text(CamelContext context, String name) {
        return context.resolvePropertyPlaceholders("{{" + name + "}}").strip();
    }

    private static Duration duration(CamelContext context, String name) {
        return TimeUtils.toDuration(text(context, name));
    }
}
