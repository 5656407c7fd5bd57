package io.github.camelnetsuite.rest;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelnetsuite.credentials.AccountId;
import io.github.camelnetsuite.credentials.ServiceUrls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;

/** A client of a scripted server, on virtual time, and what happened to its calls. Random values are all one half. */
final class CallBench implements AutoCloseable {

    final ScriptedServer server = new ScriptedServer();
    final VirtualPauses pauses = new VirtualPauses();
    final RenewableTokens tokens = new RenewableTokens();
    final RequestLimiter limiter = new RequestLimiter("account test", 5);
    private final List<CallEvent> events = Collections.synchronizedList(new ArrayList<>());
    private final CloseableHttpClient http = HttpClients.custom()
            .disableAutomaticRetries()
            .disableRedirectHandling()
            .build();

    NetSuiteClient client() {
        return client(Duration.ofSeconds(60));
    }

    NetSuiteClient client(Duration retryTimeout) {
        String url = server.url().toString();
        return NetSuiteClient.builder(http, ServiceUrls.of(AccountId.parse("1234567"), url, url), tokens)
                .limiter(limiter)
                .retryTimeout(retryTimeout)
                .clock(Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC))
                .pauses(pauses)
                .random(() -> 0.5)
                .listener(events::add)
                .build();
    }

    RecordWrites writes() {
        return new RecordWrites(client());
    }

    /** Kinds of all events so far, those of sending left out. */
    List<CallEvent.Kind> events() {
        return events.stream()
                .map(CallEvent::kind)
                .filter(kind -> kind != CallEvent.Kind.SENT)
                .toList();
    }

    List<CallEvent> allEvents() {
        return List.copyOf(events);
    }

    static RecordBody body(String json) {
        try {
            return RecordBody.of((ObjectNode) new JsonMapper().readTree(json.replace('\'', '"')));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        http.close();
        server.close();
    }
}
