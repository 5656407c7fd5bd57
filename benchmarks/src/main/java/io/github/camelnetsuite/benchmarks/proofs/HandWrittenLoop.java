package io.github.camelnetsuite.benchmarks.proofs;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelnetsuite.camel.NetSuiteComponent;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * As one would write it without the connector: the JDK's HTTP client and Jackson, a page, its rows, the next page. It asks for the same
 * pages as the connector, so that both give NetSuite the same to do; past 100,000 rows no other way leads.
 */
final class HandWrittenLoop implements Export {

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private final URI url;
    private final String authorization;

    HandWrittenLoop(Account account) throws Exception {
        url = URI.create(account.suiteTalkUrl() + "/services/rest/query/v1/suiteql?limit=1000&offset=0");
        authorization = authorization(account);
    }

    @Override
    public void read(long most, Consumer<Map<String, ?>> rows) throws IOException, InterruptedException {
        String last = "0";
        long count = 0;
        for (boolean more = true; more; ) {
            String query = QUERY + " WHERE item.id > " + last + " ORDER BY item.id";
            Map<String, Object> page = page(query);
            for (Object item : (List<?>) page.getOrDefault("items", List.of())) {
                if (count++ == most && most > 0) {
                    return;
                }
                @SuppressWarnings("unchecked")
                Map<String, ?> row = (Map<String, ?>) item;
                rows.accept(row);
                last = String.valueOf(row.get("id"));
            }
            more = Boolean.TRUE.equals(page.get("hasMore"));
        }
    }

    private Map<String, Object> page(String query) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url)
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .header("Prefer", "transient")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(Map.of("q", query))))
                .build();
        HttpResponse<InputStream> answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            if (answer.statusCode() != 200) {
                throw new IOException("Answered " + answer.statusCode());
            }
            return json.readValue(body, OBJECT);
        }
    }

    /** By the connector: the comparison is about pages. */
    private static String authorization(Account account) throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            NetSuiteComponent component = context.getComponent("netsuite", NetSuiteComponent.class);
            component.setConfiguration(account.configuration());
            context.start();
            return component.account(null).tokens().get().authorization();
        }
    }

    @Override
    public void close() {
        // The JDK 17 client has nothing to close.
    }
}
