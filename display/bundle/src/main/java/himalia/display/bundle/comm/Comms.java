package himalia.display.bundle.comm;

import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/** The open comms and the registered targets; the process that runs the cells hands it what the front end says. */
public final class Comms {
    private static final Map<String, Comm> OPEN = new ConcurrentHashMap<>();
    private static final Map<String, BiConsumer<Comm, CommMessage>> TARGETS =
            new ConcurrentHashMap<>();
    private static volatile CommSink sink = new NoFrontEnd();

    private Comms() {}

    /** Sends what is said from now on to {@code target}; called once, by the process that runs the cells. */
    public static void connect(CommSink target) {
        sink = target;
    }

    /** Returns where comms lead. */
    public static CommSink sink() {
        return sink;
    }

    /** The front end opened a comm; where nobody takes its target, it is closed at once. */
    public static void opened(String id, String target, CommMessage message) {
        var taker = taker(target);
        if (taker.isEmpty()) {
            sink.close(id, CommMessage.EMPTY);
            return;
        }
        var comm = new Comm(id, target);
        keep(comm);
        taker.get().accept(comm, message);
    }

    /** The front end said something; on a comm that is none any more it is lost. */
    public static void received(String id, CommMessage message) {
        var comm = OPEN.get(id);
        if (comm != null) {
            comm.received(message);
        }
    }

    /** The front end closed a comm. */
    public static void closed(String id, CommMessage message) {
        var comm = OPEN.remove(id);
        if (comm != null) {
            comm.closed(message);
        }
    }

    static void keep(Comm comm) {
        OPEN.put(comm.id(), comm);
    }

    static void forget(String id) {
        OPEN.remove(id);
    }

    static void register(String target, BiConsumer<Comm, CommMessage> taker) {
        TARGETS.put(target, taker);
    }

    static void unregister(String target) {
        TARGETS.remove(target);
    }

    private static Optional<BiConsumer<Comm, CommMessage>> taker(String target) {
        var registered = TARGETS.get(target);
        return registered != null ? Optional.of(registered) : service(target);
    }

    /** Looks through the class path only as far as it must: in a notebook the first jars have what is asked for. */
    private static Optional<BiConsumer<Comm, CommMessage>> service(String target) {
        var services =
                ServiceLoader.load(CommTarget.class, ClassLoader.getSystemClassLoader()).iterator();
        try {
            while (services.hasNext()) {
                var service = services.next();
                if (service.name().equals(target)) {
                    return Optional.of(service::opened);
                }
            }
        } catch (ServiceConfigurationError e) {
            System.getLogger("himalia.display")
                    .log(System.Logger.Level.WARNING, "a comm target that cannot be used", e);
        }
        return Optional.empty();
    }
}
