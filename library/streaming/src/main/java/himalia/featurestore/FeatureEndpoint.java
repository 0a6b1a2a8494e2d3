package himalia.featurestore;

import himalia.serving.JsonServer;
import java.net.URI;

/**
 * A feature store that is being served, until this is closed.
 *
 * <pre>{@code
 * FeatureEndpoint endpoint = FeatureServer.start(FeatureStore.inMemory(), 0);
 * endpoint.url()     // where it listens
 * endpoint.curl()    // a line to try it with
 * endpoint.close()
 * }</pre>
 */
public final class FeatureEndpoint implements AutoCloseable {
    private final FeatureServer settings;
    private final JsonServer server;
    private final FeatureStore store;
    private volatile boolean closed;
    private volatile Runnable then = () -> {};

    FeatureEndpoint(FeatureServer settings, JsonServer server, FeatureStore store) {
        this.settings = settings;
        this.server = server;
        this.store = store;
    }

    /** Returns the server's address. */
    public URI url() {
        return server.url();
    }

    /** Returns true until it is closed. */
    public boolean isOpen() {
        return !closed;
    }

    /** Has something done when it is closed: what was to close it later need not any more. */
    public void whenClosed(Runnable action) {
        then = action;
    }

    /** Returns a line for a terminal that asks for the features of one view. */
    public String curl() {
        var header = settings.token().isEmpty() ? "" : " -H \"Authorization: Bearer $TOKEN\"";
        return "curl -s%s %s -d '%s'"
                .formatted(
                        header,
                        url().resolve("/get-online-features"),
                        FeastRequest.example(store.registry().definitions()).replace("'", "'\\''"));
    }

    /** Stops the server. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            server.close();
            then.run();
        }
    }

    @Override
    public String toString() {
        return "FeatureEndpoint[%s, %s]".formatted(url(), closed ? "closed" : "open");
    }
}
