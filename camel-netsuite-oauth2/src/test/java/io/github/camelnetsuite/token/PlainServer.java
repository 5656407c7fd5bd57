package io.github.camelnetsuite.token;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A server that says the same to everybody, without listening. */
final class PlainServer implements AutoCloseable {

    private final ServerSocket listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());

    PlainServer(String answer) throws IOException {
        Thread thread = new Thread(() -> serve(answer), "plain-server");
        thread.setDaemon(true);
        thread.start();
    }

    URI httpsUrl() {
        return URI.create("https://localhost:" + listening.getLocalPort() + "/token");
    }

    private void serve(String answer) {
        while (!listening.isClosed()) {
            try (Socket socket = listening.accept()) {
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                socket.getInputStream().readNBytes(1024);
            } catch (IOException e) {
                // The client hung up, or the test is over.
            }
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
