package himalia.magics.serving;

import himalia.serving.Endpoint;
import himalia.serving.ModelServer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What lines of {@code %deploy local} serve in this process, by name and port: the same line again takes its place. */
final class Served {
    private static final Map<String, Endpoint> OPEN = new ConcurrentHashMap<>();

    private Served() {}

    /** Returns what the same line began before. */
    static Optional<Endpoint> before(ModelServer server) {
        return Optional.ofNullable(OPEN.get(key(server)));
    }

    /** Ends what the same line began before, and returns whether there was such. */
    static boolean makeRoom(ModelServer server) {
        var before = OPEN.remove(key(server));
        if (before != null) {
            before.close();
        }
        return before != null;
    }

    static void keep(ModelServer server, Endpoint endpoint) {
        OPEN.put(key(server), endpoint);
    }

    static void forget(ModelServer server, Endpoint endpoint) {
        OPEN.remove(key(server), endpoint);
    }

    private static String key(ModelServer server) {
        return server.name() + ":" + server.port();
    }
}
