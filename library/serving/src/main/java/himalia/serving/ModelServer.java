package himalia.serving;

import static himalia.display.bundle.Given.given;

import himalia.model.Model;

/**
 * Puts a model behind REST, by the Open Inference Protocol (version 2).
 *
 * <pre>{@code
 * try (Endpoint endpoint = ModelServer.start(model, 0)) {
 *     endpoint.url()              // http://127.0.0.1:41873
 *     endpoint.predict(test)      // asked over HTTP, equal to model.predict(test)
 * }
 * }</pre>
 *
 * <p>It listens on this machine only, unless another host is named, and then it wants a token.
 *
 * @param name what the model is called in URLs
 * @param host the address to listen on
 * @param port the port to listen on, 0 for a free one
 * @param token what requests must carry as {@code Authorization: Bearer …}; empty for none
 * @param mostBytes the longest request it reads
 */
public record ModelServer(String name, String host, int port, String token, int mostBytes) {
    private static final int USUAL_MOST_BYTES = 16 << 20;

    public ModelServer {
        given(name, "name");
        given(host, "host");
        given(token, "token");
        if (!name.matches("[A-Za-z0-9._-]+")) {
            throw new IllegalArgumentException(
                    "a model's name stands in URLs, so it is made of letters, digits, '.', '_' and '-'; got '"
                            + name
                            + "'");
        }
        if (token.isEmpty() && !JsonServer.address(host).isLoopbackAddress()) {
            throw new IllegalArgumentException(
                    "host '%s' can be reached from other machines, so a token is wanted: new ModelServer(\"%s\", \"%s\", %d, token)"
                            .formatted(host, name, host, port));
        }
        JsonServer.check(host, port, token, mostBytes);
    }

    /** Listens on this machine only. */
    public ModelServer(String name, int port) {
        this(name, "127.0.0.1", port, "", USUAL_MOST_BYTES);
    }

    /** Listens where others can reach it; they must send the token. */
    public ModelServer(String name, String host, int port, String token) {
        this(name, host, port, token, USUAL_MOST_BYTES);
    }

    /** Serves a model on this machine, under the name {@code model}. */
    public static Endpoint start(Model model, int port) {
        return new ModelServer("model", port).start(model);
    }

    /**
     * Begins to serve a model, which stays the caller's to close.
     *
     * @throws IllegalArgumentException if the port cannot be had
     */
    public Endpoint start(Model model) {
        given(model, "model");
        // A model that cannot tell it must not leave the port taken.
        var schema = model.schema();
        var server = JsonServer.start(host, port, token, mostBytes, new Routes(name, model));
        return new Endpoint(this, schema, server);
    }

    /** The token is a secret, so it is not told. */
    @Override
    public String toString() {
        return "ModelServer[name=%s, host=%s, port=%d]".formatted(name, host, port);
    }
}
