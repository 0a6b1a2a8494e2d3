package himalia.serving;

import static himalia.display.bundle.Given.given;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.ExecutorService;

/**
 * A server that speaks JSON over HTTP, for one protocol or another; it listens until it is closed.
 *
 * <pre>{@code
 * JsonRoutes routes = null;
 * try (var server = JsonServer.start("127.0.0.1", 0, "", 16 << 20, routes)) {
 *     server.url()    // http://127.0.0.1:41873
 * }
 * }</pre>
 *
 * <p>Requests to this machine must name it as their host. Where it listens for others, a token is wanted.
 */
public final class JsonServer implements AutoCloseable {
    private final String host;
    private final HttpServer server;
    private final ExecutorService threads;

    private JsonServer(String host, HttpServer server, ExecutorService threads) {
        this.host = host;
        this.server = server;
        this.threads = threads;
    }

    /**
     * Begins to listen.
     *
     * @param host the address to listen on
     * @param port the port to listen on, 0 for a free one
     * @param token what requests must carry as {@code Authorization: Bearer …}; empty for none
     * @param mostBytes the longest request it reads
     * @throws IllegalArgumentException if the port cannot be had, or others could come in without a token
     */
    public static JsonServer start(
            String host, int port, String token, int mostBytes, JsonRoutes routes) {
        check(host, port, token, mostBytes);
        given(routes, "routes");
        // Read once, when the JDK's server is first used: small answers must not wait to be joined.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
        var server = open(host, port);
        var threads = RequestThreads.open();
        server.setExecutor(threads);
        server.createContext("/", new Gate(host, token, mostBytes, routes));
        server.start();
        return new JsonServer(host, server, threads);
    }

    /** Refuses settings that no server can have. */
    public static void check(String host, int port, String token, int mostBytes) {
        given(host, "host");
        given(token, "token");
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException(
                    "a port is a number from 0, for a free one, to 65535; got " + port);
        }
        if (mostBytes < 1) {
            throw new IllegalArgumentException("mostBytes must be at least 1, got " + mostBytes);
        }
        if (token.isEmpty() && !address(host).isLoopbackAddress()) {
            throw new IllegalArgumentException(
                    "host '%s' can be reached from other machines, so a token is wanted"
                            .formatted(host));
        }
    }

    private static HttpServer open(String host, int port) {
        try {
            return HttpServer.create(new InetSocketAddress(address(host), port), 0);
        } catch (BindException e) {
            throw new IllegalArgumentException(
                    "port %d of %s cannot be had (%s); choose another one, or 0 for a free one"
                            .formatted(port, host, e.getMessage()),
                    e);
        } catch (IOException | UnresolvedAddressException e) {
            throw new IllegalArgumentException(
                    "cannot listen on %s, port %d: %s".formatted(host, port, e), e);
        }
    }

    static InetAddress address(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(
                    "host '" + host + "' is unknown here; 127.0.0.1 is this machine", e);
        }
    }

    /** Returns the port that it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Returns its address. */
    public URI url() {
        // Listening everywhere is no address to write to.
        var name = address(host).isAnyLocalAddress() ? "localhost" : host;
        return URI.create(
                "http://%s:%s".formatted(name.contains(":") ? "[" + name + "]" : name, port()));
    }

    /** Stops listening. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
