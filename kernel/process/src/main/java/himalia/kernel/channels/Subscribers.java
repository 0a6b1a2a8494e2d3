package himalia.kernel.channels;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.zeromq.ZMQ;
import zmq.pipe.Pipe;
import zmq.socket.pubsub.Dist;
import zmq.socket.pubsub.XPub;

/** The subscribers of a socket, as JeroMQ holds them; it shows them to nobody, so its fields are read. */
final class Subscribers {
    /** Those of a socket that nobody has looked at. */
    static final Subscribers UNKNOWN = new Subscribers(List.of());

    private final List<Pipe> pipes;
    private final Map<Pipe, Subscriber> known = new IdentityHashMap<>();

    private Subscribers(List<Pipe> pipes) {
        this.pipes = pipes;
    }

    /** Returns those of an XPUB socket, whoever they are at the time they are asked. */
    @SuppressWarnings("unchecked")
    static Subscribers of(ZMQ.Socket socket) {
        var dist = (Dist) field(XPub.class, "dist", Dist.class).get((XPub) socket.base());
        return new Subscribers((List<Pipe>) field(Dist.class, "pipes", List.class).get(dist));
    }

    static VarHandle field(Class<?> owner, String name, Class<?> type) {
        try {
            return MethodHandles.privateLookupIn(owner, MethodHandles.lookup())
                    .findVarHandle(owner, name, type);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("this JeroMQ has no " + owner.getName() + "." + name, e);
        }
    }

    /** Finds out who is there now, and what they have read. */
    void look() {
        for (var pipe : pipes) {
            known.computeIfAbsent(pipe, Subscriber::new).look();
        }
        if (known.size() > pipes.size()) {
            known.keySet().retainAll(List.copyOf(pipes));
        }
    }

    boolean all(Predicate<Subscriber> wanted) {
        return known.values().stream().allMatch(wanted);
    }

    void each(Consumer<Subscriber> action) {
        known.values().forEach(action);
    }
}
