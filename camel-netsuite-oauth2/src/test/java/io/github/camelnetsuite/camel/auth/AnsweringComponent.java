package io.github.camelnetsuite.camel.auth;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.DefaultEndpoint;

/** A way in from outside that answers with every header of the message, which platform-http does not. */
final class AnsweringComponent extends DefaultComponent {

    private final Map<String, DefaultConsumer> consumers = new ConcurrentHashMap<>();

    /** The headers of the answer of this endpoint to a message without any. */
    Map<String, Object> call(String name) throws Exception {
        DefaultConsumer consumer = Objects.requireNonNull(consumers.get(name));
        Exchange exchange = consumer.createExchange(false);
        consumer.createUoW(exchange);
        consumer.getProcessor().process(exchange);
        Map<String, Object> headers = new HashMap<>(exchange.getMessage().getHeaders());
        consumer.doneUoW(exchange);
        return headers;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String name, Map<String, Object> parameters) {
        return new DefaultEndpoint(uri, this) {
            @Override
            public Producer createProducer() {
                throw new UnsupportedOperationException();
            }

            @Override
            public Consumer createConsumer(Processor processor) {
                return consumers.computeIfAbsent(name, absent -> new DefaultConsumer(this, processor));
            }
        };
    }
}
