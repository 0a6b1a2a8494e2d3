package himalia.kernel.workers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The line on which the worker's debug agent calls back, open until the worker has started. Nothing in the user's JVM
 * ever listens: the agent is a client, and it is greeted here, because the worker's {@code main} does not begin before.
 * Any program of this machine may call as well; none of them is waited for, and which one is the worker is found out by
 * {@link Debuggee} when that is first needed.
 */
final class DebugLine implements AutoCloseable {
    static final byte[] HANDSHAKE = "JDWP-Handshake".getBytes(StandardCharsets.US_ASCII);

    /** How many may call while a worker starts. */
    private static final int MOST = 64;

    private final ServerSocket server;
    private final List<Socket> callers = new ArrayList<>();

    private DebugLine(ServerSocket server) {
        this.server = server;
    }

    /** Listens on a free port of the loopback. */
    static DebugLine open() throws IOException {
        var line = new DebugLine(new ServerSocket(0, MOST, InetAddress.getLoopbackAddress()));
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

    /** Returns those who have called; whoever calls this answers for them from now on. */
    List<Socket> callers() {
        synchronized (callers) {
            var all = List.copyOf(callers);
            callers.clear();
            return all;
        }
    }

    /** Stops listening, and lets go of callers that nobody has taken. */
    @Override
    public void close() throws IOException {
        server.close();
        for (var caller : callers()) {
            caller.close();
        }
    }

    private void accept() {
        try {
            while (true) {
                greet(server.accept());
            }
        } catch (IOException e) {
            // Closed: the worker has started, or never will.
        }
    }

    private void greet(Socket caller) throws IOException {
        synchronized (callers) {
            if (callers.size() == MOST || server.isClosed()) {
                caller.close();
                return;
            }
            callers.add(caller);
        }
        try {
            caller.setTcpNoDelay(true);
            // The debugger speaks first, also where it was called; a socket takes so few bytes at
            // once.
            caller.getOutputStream().write(HANDSHAKE);
            caller.getOutputStream().flush();
        } catch (IOException e) {
            // It has gone already.
            caller.close();
        }
    }
}
