package io.github.camelnetsuite.examples.boot;

import io.github.camelnetsuite.simulator.SecretLedger;
import io.github.camelnetsuite.simulator.springboot.NetSuiteSimulatorInitializer;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.MapPropertySource;

/**
 * The application on a simulated account, with a shop that sends one signed order; on an account of your own once {@code
 * NETSUITE_ACCOUNT_ID} is set, and then without that shop.
 */
public final class SimulatedOrdersApplication {

    private SimulatedOrdersApplication() {}

    public static void main(String[] args) {
        boolean simulated;
        try {
            simulated = simulated(System.getenv(), List.of(args));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        if (!simulated) {
            OrdersApplication.main(args);
            return;
        }
        new SpringApplicationBuilder(OrdersApplication.class)
                .initializers(new NetSuiteSimulatorInitializer(), context -> {
                    if (context.getEnvironment()
                            .getProperty("example.webhook-secret", "")
                            .isBlank()) {
                        context.getEnvironment()
                                .getPropertySources()
                                .addFirst(new MapPropertySource("shop", Map.of("example.webhook-secret", secret())));
                    }
                })
                .listeners((ApplicationListener<ApplicationReadyEvent>)
                        ready -> new Shop(ready.getApplicationContext()).send(Shop.ORDER))
                .run(args);
    }

    /**
     * Whether to bring a simulated account; else the environment names one.
     *
     * @throws IllegalArgumentException when the environment speaks of an account or a shop without naming the account, unless {@code
     *     --simulator} asks for the simulated one: that would forget the shop's orders
     */
    static boolean simulated(Map<String, String> environment, List<String> args) {
        if (args.contains("--simulator")) {
            return true;
        }
        boolean named = !environment.getOrDefault("NETSUITE_ACCOUNT_ID", "").isBlank();
        if (!named) {
            List<String> real = Stream.of(
                            "NETSUITE_ACCOUNT_ID",
                            "NETSUITE_CONSUMER_KEY",
                            "NETSUITE_CERTIFICATE_ID",
                            "NETSUITE_PRIVATE_KEY",
                            "WEBHOOK_SECRET")
                    .filter(environment::containsKey)
                    .toList();
            if (!real.isEmpty()) {
                throw new IllegalArgumentException("The environment has " + String.join(", ", real)
                        + ", but NETSUITE_ACCOUNT_ID does not name an account. Set"
                        + " it to run on that account; or, to run on a simulated one, which forgets its orders when it ends,"
                        + " add --simulator to the arguments.");
            }
        }
        return !named;
    }

    private static String secret() {
        byte[] value = new byte[32];
        new SecureRandom().nextBytes(value);
        String secret = HexFormat.of().formatHex(value);
        SecretLedger.record(secret);
        return secret;
    }
}
