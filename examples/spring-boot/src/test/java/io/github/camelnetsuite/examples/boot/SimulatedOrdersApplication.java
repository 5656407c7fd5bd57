package io.github.camelnetsuite.examples.boot;

import io.github.camelnetsuite.simulator.SecretLedger;
import io.github.camelnetsuite.simulator.springboot.NetSuiteSimulatorInitializer;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
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
        if (System.getenv("NETSUITE_ACCOUNT_ID") != null) {
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

    private static String secret() {
        byte[] value = new byte[32];
        new SecureRandom().nextBytes(value);
        String secret = HexFormat.of().formatHex(value);
        SecretLedger.record(secret);
        return secret;
    }
}
