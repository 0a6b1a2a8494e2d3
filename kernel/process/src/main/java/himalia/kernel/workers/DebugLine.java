package himalia.kernel.workers;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The line on which the worker's debug agent calls back. Nothing in the user's JVM ever listens: the agent is a client,
 * and its handshake is answered here, because the worker's {@code main} does not begin before. JDI itself is loaded at
 * the first request that needs it.
 */
final class DebugLine implements AutoCloseable {
    private static final byte[] HANDSHAKE = "JDWP-Handshake".getBytes(StandardCharsets.US_ASCII);

    private static final int PATIENCE = 5_000;

    private final ServerSocket server;
    private final CompletableFuture<Socket> called = new CompletableFuture<>();

    private DebugLine(ServerSocket server) {
        this.server = server;
    }

    /** Listens on a free port of the loopback, for one call. */
    static DebugLine open() throws IOException {
        var line = new DebugLine(new ServerSocket(0, 5, InetAddress.getLoopbackAddress()));
        var thread = new Thread(line::accept, "himalia-debug-line");
        thread.setDaemon(true);
        thread.start();
        return line;
    }

    /** Returns the option that makes the worker call here. */
    String option() {
        return "-agentlib:jdwp=transport=dt_socket,server=n,suspend=n,quiet=y,address="
                + server.getInetAddress().getHostAddress()
                + ":"
                + server.getLocalPort();
    }

    /** Returns the connection, once the handshake is done. */
    Socket socket() throws IOException {
        try {
            return called.get(2, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | CompletionException e) {
            throw new IOException("the worker's debug agent has not called", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        var socket = called.getNow(null);
        if (socket != null) {
            socket.close();
        }
    }

    private void accept() {
        while (!called.isDone()) {
            try {
                var socket = server.accept();
                socket.setTcpNoDelay(true);
                socket.setSoTimeout(PATIENCE);
                // The debugger speaks first, also where it was called.
                socket.getOutputStream().write(HANDSHAKE);
                socket.getOutputStream().flush();
                var hello =
                        new DataInputStream(socket.getInputStream()).readNBytes(HANDSHAKE.length);
                if (Arrays.equals(hello, HANDSHAKE)) {
                    socket.setSoTimeout(0);
                    called.complete(socket);
                } else {
                    socket.close();
                }
            } catch (SocketTimeoutException e) {
                // Not our worker: it would have answered.
                continue;
            } catch (IOException e) {
                called.completeExceptionally(e);
            }
        }
    }
}
