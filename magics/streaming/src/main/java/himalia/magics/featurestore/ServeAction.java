package himalia.magics.featurestore;

import himalia.featurestore.FeatureEndpoint;
import himalia.featurestore.FeatureServer;
import himalia.featurestore.FeatureStore;
import himalia.magics.spi.JavaText;
import himalia.magics.spi.Notebook;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %features serve}. */
@Command(
        name = "serve",
        description = "Serves features over HTTP, as Feast's feature server does.",
        footer = {
            "Example: %%features serve --port 6566",
            "In Java: FeatureServer.start(store, 6566)",
            "The same line run again replaces what it served before. endpoint.close() or the session's end stops it."
        })
public final class ServeAction implements FeatureAction<FeatureEndpoint> {
    private static final Map<Integer, FeatureEndpoint> OPEN = new ConcurrentHashMap<>();

    @Option(
            names = "--port",
            defaultValue = "0",
            description = "The port to listen on, 0 for a free one. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Override
    public FeatureEndpoint run(Notebook notebook, FeatureStore store) {
        var before = OPEN.remove(port);
        if (before != null && port != 0) {
            before.close();
        }
        var endpoint = FeatureServer.start(store, port);
        if (port != 0) {
            OPEN.put(port, endpoint);
        }
        var taken = notebook.onEnd("the feature server", endpoint);
        endpoint.whenClosed(
                () -> {
                    OPEN.remove(port, endpoint);
                    taken.run();
                });
        return endpoint;
    }

    @Override
    public String java(JavaText java, String store) {
        return "FeatureServer.start(%s, %d)".formatted(store, port);
    }
}
