package io.github.camelnetsuite.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.github.camelnetsuite.NetSuiteUnavailableException;
import io.github.camelnetsuite.credentials.AccountId;
import io.github.camelnetsuite.credentials.ServiceUrls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Rows that end early end cleanly, whoever ends them, and never as if that were all. */
@Timeout(60)
class PagedRowsReleaseTest {

    /** Takes a page to be fetched, and never comes to it. */
    private static final Executor BUSY = task -> {};

    private static final Executor SHUT_DOWN = task -> {
        throw new RejectedExecutionException();
    };

    private final CloseableHttpClient http = HttpClients.createMinimal();
    private HttpServer server;
    private volatile int status = 200;
    private volatile String page = "{\"items\": [{\"id\": 1}], \"hasMore\": true}";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = page.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() throws IOException {
        http.close();
        server.stop(0);
    }

    @Test
    void closingEndsTheWaitOfAnotherThreadForTheNextPage() throws Exception {
        PagedRows rows = rows(BUSY);
        rows.next();
        FutureTask<Boolean> more = new FutureTask<>(rows::hasNext);
        waitInOtherThread(more);

        rows.close();

        assertThat(more.get(20, TimeUnit.SECONDS)).isFalse();
    }

    @Test
    void releasingTellsTheThreadThatWaitsForTheNextPage() throws Exception {
        PagedRows rows = rows(BUSY);
        rows.next();
        FutureTask<Boolean> more = new FutureTask<>(rows::hasNext);
        waitInOtherThread(more);

        rows.release();

        assertThatThrownBy(() -> more.get(20, TimeUnit.SECONDS))
                .cause()
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("The exchange of this query has ended");
    }

    @Test
    void aPageThatCannotBeHadIsNotTheEndOfTheRowsEvenWithoutAThreadToFetchIt() {
        PagedRows rows = rows(SHUT_DOWN);
        rows.next();
        status = 503;
        rows.next();

        assertThatThrownBy(rows::hasNext).isInstanceOf(NetSuiteUnavailableException.class);
        assertThatThrownBy(rows::hasNext).isInstanceOf(NetSuiteUnavailableException.class);
    }

    @Test
    void aServerThatGivesTheFirstPageAgainAndAgainIsNotFollowed() {
        page = "{\"items\": [{\"id\": 1}], \"hasMore\": true, \"offset\": 0}";
        PagedRows rows = rows(Runnable::run);
        rows.next();

        assertThatThrownBy(rows::hasNext)
                .isInstanceOf(NetSuiteUnavailableException.class)
                .hasMessageStartingWith("The answer to the query from row 1 on cannot be right: it begins at row 0.");
        assertThatThrownBy(rows::next).isInstanceOf(NetSuiteUnavailableException.class);
    }

    private static void waitInOtherThread(Runnable task) {
        Thread thread = new Thread(task, "consumer");
        thread.setDaemon(true);
        thread.start();
        await().dontCatchUncaughtExceptions()
                .atMost(Duration.ofSeconds(30))
                .until(() -> thread.getState() == Thread.State.WAITING);
    }

    private PagedRows rows(Executor executor) {
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        NetSuiteClient client = NetSuiteClient.builder(
                        http, ServiceUrls.of(AccountId.parse("1234567"), url, url), new OneToken())
                .pauses(new VirtualPauses())
                .build();
        SuiteQlQuery query = SuiteQlQuery.of("SELECT id FROM shop ORDER BY id");
        return new RecordService(client, executor).query(query, 1, Long.MAX_VALUE);
    }
}
