package io.github.camelnetsuite.simulator.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Serves one port on loopback, a daemon thread per connection; keep-alive until the caller or {@link #close} ends it. */
public final class LoopbackServer implements AutoCloseable {

    private static final int BACKLOG = 2048;

    private final Service service;
    private final Clock clock;
    private final Handler handler;
    private final ServerSocket socket;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads;

    private LoopbackServer(Service service, Clock clock, Handler handler, ServerSocket socket) {
        this.service = service;
        this.clock = clock;
        this.handler = handler;
        this.socket = socket;
        this.threads = Executors.newCachedThreadPool(work -> {
            var thread = new Thread(work, "netsuite-simulator-" + service);
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Starts serving.
     *
     * @param port 0 for any free one
     * @param tls null for plain HTTP
     * @throws UncheckedIOException when the port is taken
     */
    public static LoopbackServer start(
            Service service, int port, @Nullable SSLContext tls, Clock clock, Handler handler) {
        try {
            ServerSocket socket = tls == null
                    ? new ServerSocket()
                    : tls.getServerSocketFactory().createServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), BACKLOG);
            var server = new LoopbackServer(service, clock, handler, socket);
            server.threads.execute(server::acceptConnections);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot serve " + service + " on 127.0.0.1:" + port
                            + ". Choose another port, or 0 for any free one.",
                    e);
        }
    }

    /** The address callers connect to. */
    public InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    private void acceptConnections() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                connections.add(connection);
                threads.execute(() -> serve(connection));
            } catch (IOException | RejectedExecutionException e) {
                // A failed accept says nothing about the next one; a closed server ends the loop.
                Thread.onSpinWait();
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            // Without it an answer waits 40 ms for the acknowledgement of the one before.
            connection.setTcpNoDelay(true);
            OutputStream out = connection.getOutputStream();
            var reader = new RequestReader(service, new BufferedInputStream(connection.getInputStream()), out);
            boolean open = true;
            while (open) {
                Optional<RequestReader.Received> received = reader.next();
                open = received.isPresent() && answer(received.get(), out);
            }
        } catch (IOException | IllegalArgumentException e) {
            // The caller went away or did not speak HTTP: nobody is left to answer.
        } finally {
            connections.remove(connection);
        }
    }

    private boolean answer(RequestReader.Received received, OutputStream out) throws IOException {
        Answer answer = handler.handle(received.request());
        return answer.sendTo(new Wire(
                out,
                clock.instant(),
                received.keepAlive(),
                received.request().method().equals("HEAD")));
    }

    /** Stops serving and closes every connection; calls in flight see it break. */
    @Override
    public void close() {
        closeQuietly(socket);
        connections.forEach(LoopbackServer::closeQuietly);
        threads.shutdownNow();
    }

    private static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            // Closing is all that was wanted.
        }
    }
}
