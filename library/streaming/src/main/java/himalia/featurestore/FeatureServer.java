package himalia.featurestore;

import static himalia.display.bundle.Given.given;

import himalia.serving.JsonServer;

/**
 * Puts a feature store where programs can ask it, as Feast's Python feature server does.
 *
 * <pre>{@code
 * var store = FeatureStore.at("features");
 * try (FeatureEndpoint endpoint = FeatureServer.start(store, 6566)) {
 *     endpoint.url()    // http://127.0.0.1:6566, for Feast's clients too
 * }
 * }</pre>
 *
 * <p>{@code POST} to {@code /get-online-features}, {@code /push}, {@code /write-to-online-store}, {@code /materialize} and
 * {@code /materialize-incremental}, and {@code GET /health}. It listens on this machine only, unless another host is named,
 * and then it wants a token.
 *
 * @param host the address to listen on
 * @param port the port to listen on, 0 for a free one; Feast's is 6566
 * @param token what requests must carry as {@code Authorization: Bearer …}; empty for none
 * @param mostBytes the longest request it reads
 */
public record FeatureServer(String host, int port, String token, int mostBytes) {
    private static final int USUAL_MOST_BYTES = 16 << 20;

    public FeatureServer {
        JsonServer.check(host, port, token, mostBytes);
    }

    /** Listens on this machine only. */
    public FeatureServer(int port) {
        this("127.0.0.1", port, "", USUAL_MOST_BYTES);
    }

    /** Listens where others can reach it; they must send the token. */
    public FeatureServer(String host, int port, String token) {
        this(host, port, token, USUAL_MOST_BYTES);
    }

    /** Serves a store on this machine. */
    public static FeatureEndpoint start(FeatureStore store, int port) {
        return new FeatureServer(port).start(store);
    }

    /** Begins to serve a store, which stays the caller's to close. */
    public FeatureEndpoint start(FeatureStore store) {
        given(store, "store");
        var server = JsonServer.start(host, port, token, mostBytes, new FeastRoutes(store));
        return new FeatureEndpoint(this, server, store);
    }

    /** The token is a secret, so it is not told. */
    @Override
    public String toString() {
        return "FeatureServer[host=%s, port=%d]".formatted(host, port);
    }
}
