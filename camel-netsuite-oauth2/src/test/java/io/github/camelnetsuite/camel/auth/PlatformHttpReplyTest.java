package io.github.camelnetsuite.camel.auth;

import static io.github.camelnetsuite.camel.auth.NetSuiteAuth.netsuiteAuth;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelnetsuite.camel.SimulatedAccount;
import io.github.camelnetsuite.simulator.junit5.NetSuiteSimulatorExtension;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.main.MainHttpServer;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.test.AvailablePortFinder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real thing; platform-http filters the header by itself as well, so ReplyTest is the one that tries the guard. */
@Timeout(60)
class PlatformHttpReplyTest {

    @RegisterExtension
    static final NetSuiteSimulatorExtension NETSUITE = new NetSuiteSimulatorExtension();

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final int port = AvailablePortFinder.getNextAvailable();

    @BeforeEach
    void start() throws Exception {
        SimulatedAccount.configure(context, NETSUITE.simulator());
        MainHttpServer server = new MainHttpServer();
        server.setHost("127.0.0.1");
        server.setPort(port);
        context.addService(server);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("platform-http:/success").process(netsuiteAuth()).setBody(constant("done"));
                from("platform-http:/nested").to("direct:nested").setBody(constant("done"));
                from("direct:nested").process(netsuiteAuth());
                from("platform-http:/failure")
                        .process(netsuiteAuth())
                        .throwException(new IllegalStateException("after the token was set"));
                from("platform-http:/handled")
                        .onException(IllegalStateException.class)
                        .handled(true)
                        .setBody(constant("handled"))
                        .end()
                        .process(netsuiteAuth())
                        .throwException(new IllegalStateException("after the token was set"));
            }
        });
        context.start();
    }

    @AfterEach
    void stop() throws Exception {
        context.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"success", "nested", "failure", "handled"})
    void theReplyCarriesNoToken(String path) throws Exception {
        HttpResponse<String> reply = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/" + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(NETSUITE.simulator().tokenRequests()).isEqualTo(1);
        assertThat(reply.headers().map()).doesNotContainKey("authorization");
        assertThat(reply.headers().map().toString() + reply.body()).doesNotContain("Bearer");
    }
}
