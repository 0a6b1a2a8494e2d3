package himalia.serving;

import himalia.model.Predictions;
import himalia.model.Schema;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * A model that is being served, until this is closed.
 *
 * <pre>{@code
 * endpoint.url()            // where it listens
 * endpoint.predict(test)    // asked over HTTP
 * endpoint.close()
 * }</pre>
 */
public final class Endpoint implements AutoCloseable {
    private static final Pattern UNSEEN =
            Pattern.compile("[\\u007f-\\u009f\\u2028\\u2029[\\p{Cf}&&[\\u0000-\\uffff]]]");

    private final ModelServer server;
    private final Schema schema;
    private final JsonServer listening;
    private volatile boolean closed;
    private volatile Runnable then = () -> {};
    private @Nullable InferClient client;

    Endpoint(ModelServer server, Schema schema, JsonServer listening) {
        this.server = server;
        this.schema = schema;
        this.listening = listening;
    }

    /** Returns the model's name. */
    public String name() {
        return server.name();
    }

    /** Returns the server's address. */
    public URI url() {
        return listening.url();
    }

    /** Returns the address that answers {@code POST} requests. */
    public URI inferUrl() {
        return url().resolve("/v2/models/" + name() + "/infer");
    }

    public Schema schema() {
        return schema;
    }

    /** Returns true until it is closed. */
    public boolean isOpen() {
        return !closed;
    }

    /** Has something done when it is closed: what was to close it later need not any more. */
    public void whenClosed(Runnable action) {
        then = action;
    }

    /** Asks the served model over HTTP; the answer equals the model's own, bit for bit. */
    public Predictions predict(Table table) {
        if (closed) {
            throw new IllegalStateException("the endpoint " + url() + " is closed");
        }
        return client().ask(schema, table);
    }

    /** Made when first asked: most endpoints are asked by others. */
    private synchronized InferClient client() {
        var known = client;
        if (known == null) {
            known = new InferClient(inferUrl(), server.token());
            client = known;
        }
        return known;
    }

    /** Returns a line for a terminal that asks for one prediction. */
    public String curl() {
        var header = server.token().isEmpty() ? "" : " -H \"Authorization: Bearer $TOKEN\"";
        // What turns or hides a line of text, as JSON may write it too.
        var seen =
                UNSEEN.matcher(InferQuestion.example(schema))
                        .replaceAll(found -> "\\\\u%04x".formatted((int) found.group().charAt(0)));
        // A quote inside the quotes ends them, stands alone, and begins them again.
        var inputs = seen.replace("'", "'\\''");
        return "curl -s%s %s -d '{\"inputs\":%s}'".formatted(header, inferUrl(), inputs);
    }

    /** Stops the server. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            listening.close();
            then.run();
        }
    }

    @Override
    public String toString() {
        return "Endpoint[%s, %s]".formatted(inferUrl(), closed ? "closed" : "open");
    }
}
