package io.github.camelnetsuite.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelnetsuite.NetSuiteUnavailableException;
import io.github.camelnetsuite.simulator.NetSuiteSimulator;
import io.github.camelnetsuite.simulator.junit5.NetSuiteSimulatorExtension;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The head of an answer is bounded like its body: a server cannot fill the memory with headers. */
@Timeout(60)
class EndlessHeadTest {

    /** More than the bounds and what sockets hold on the way; the server gives up after it. */
    private static final long ENDLESS = 256L * 1024 * 1024;

    private static final long MOST_READ = 32L * 1024 * 1024;

    private static final String TOKEN = "{\"access_token\":\"opaque\",\"expires_in\":3600,\"token_type\":\"Bearer\"}";

    @RegisterExtension
    static final NetSuiteSimulatorExtension NETSUITE = new NetSuiteSimulatorExtension();

    private final AtomicLong written = new AtomicLong();
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final ProducerTemplate template = context.createProducerTemplate();
    private ServerSocket listening;
    private volatile boolean tokenToo;
    private volatile String repeated = "";

    @BeforeEach
    void start() throws Exception {
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "endless-head");
        thread.setDaemon(true);
        thread.start();
        NetSuiteSimulator netsuite = NETSUITE.simulator();
        NetSuiteConfiguration settings =
                SimulatedAccount.configure(context, netsuite).getConfiguration();
        settings.setSuiteTalkUrl("http://127.0.0.1:" + listening.getLocalPort());
        context.start();
    }

    @AfterEach
    void stop() throws Exception {
        context.close();
        listening.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-More: and more\r\n", "x"})
    void ofAnAnswerToACallIsCutOff(String part) {
        repeated = part;

        assertThatThrownBy(() -> template.requestBody("netsuite:get:customer/42", (Object) null))
                .cause()
                .isInstanceOf(NetSuiteUnavailableException.class)
                .hasMessageContaining("answered with more headers, or longer ones, than NetSuite does");
        assertThat(written).hasValueLessThan(MOST_READ);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-More: and more\r\n", "x"})
    void ofATokenAnswerIsCutOff(String part) {
        repeated = part;
        tokenToo = true;

        assertThatThrownBy(() -> template.requestBody("netsuite:get:customer/42", (Object) null))
                .cause()
                .isInstanceOf(NetSuiteUnavailableException.class)
                .hasMessageContaining("answered with more headers, or longer ones, than NetSuite does");
        assertThat(written).hasValueLessThan(MOST_READ);
    }

    private void serve() {
        while (!listening.isClosed()) {
            try (Socket socket = listening.accept()) {
                answer(socket);
            } catch (IOException e) {
                // The client hung up, or the test is over.
            }
        }
    }

    private void answer(Socket socket) throws IOException {
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        String first = in.readLine();
        int length = 0;
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            if (line.startsWith("Content-Length: ")) {
                length = Integer.parseInt(line.substring("Content-Length: ".length()));
            }
        }
        for (int i = 0; i < length; i++) {
            in.read();
        }
        OutputStream out = socket.getOutputStream();
        if (first != null && first.contains("/token") && !tokenToo) {
            out.write(("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " + TOKEN.length() + "\r\n\r\n" + TOKEN)
                    .getBytes(StandardCharsets.ISO_8859_1));
            return;
        }
        out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.ISO_8859_1));
        byte[] more = repeated.repeat(1 << 12).getBytes(StandardCharsets.ISO_8859_1);
        while (written.get() < ENDLESS) {
            out.write(more);
            written.addAndGet(more.length);
        }
    }
}
