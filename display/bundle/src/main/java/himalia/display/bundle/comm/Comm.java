package himalia.display.bundle.comm;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * A line between a cell and the page it is shown in; both ends may speak, with binary buffers.
 *
 * <pre>{@code
 * var comm = Comm.open("my-extension", Map.of("hello", 1));
 * comm.onMessage(message -> System.out.println(message.data()));
 * comm.send(Map.of("x", 2));
 *
 * Comm.register("echo", (opened, first) -> opened.onMessage(opened::send));
 * }</pre>
 *
 * <p>Handlers run on a thread of their own, one after the other, also while a cell runs. In a program that is no
 * notebook nobody is at the other end, and what is sent is lost.
 */
public final class Comm {
    private final String id;
    private final String target;
    private volatile Consumer<CommMessage> onMessage = message -> {};
    private volatile Consumer<CommMessage> onClose = message -> {};
    private volatile boolean open = true;

    Comm(String id, String target) {
        this.id = id;
        this.target = target;
    }

    /** Opens a comm to a target that the front end has registered; where it has not, the comm is closed at once. */
    public static Comm open(String target) {
        return open(target, CommMessage.EMPTY);
    }

    /** Opens a comm, and says something with it. */
    public static Comm open(String target, Map<String, Object> data) {
        return open(target, CommMessage.of(data));
    }

    /** Opens a comm, and says something with it. */
    public static Comm open(String target, CommMessage message) {
        return open(UUID.randomUUID().toString(), target, message);
    }

    /** Opens a comm under an id of the caller's choice. */
    public static Comm open(String id, String target, CommMessage message) {
        var comm = new Comm(id, target);
        Comms.keep(comm);
        Comms.sink().open(id, target, message);
        return comm;
    }

    /** Takes the comms that the front end opens under {@code target}, in place of whoever took them before. */
    public static void register(String target, BiConsumer<Comm, CommMessage> opened) {
        Comms.register(target, opened);
    }

    /** Takes them no longer: such a comm is closed at once. */
    public static void unregister(String target) {
        Comms.unregister(target);
    }

    /** Returns the id, which both ends know. */
    public String id() {
        return id;
    }

    /** Returns the name that it was opened under. */
    public String target() {
        return target;
    }

    /** Returns whether neither end has closed it. */
    public boolean isOpen() {
        return open;
    }

    /** Has {@code handler} hear what the front end says, in place of the one before. */
    public void onMessage(Consumer<CommMessage> handler) {
        onMessage = handler;
    }

    /** Has {@code handler} hear that the front end closed the comm, in place of the one before. */
    public void onClose(Consumer<CommMessage> handler) {
        onClose = handler;
    }

    /** Says something. */
    public void send(Map<String, Object> data) {
        send(CommMessage.of(data));
    }

    /** Says something, with metadata and binary buffers. */
    public void send(Map<String, Object> data, Map<String, Object> metadata, List<byte[]> buffers) {
        send(new CommMessage(data, metadata, buffers));
    }

    /**
     * Says something.
     *
     * @throws IllegalStateException where the comm is closed
     */
    public void send(CommMessage message) {
        if (!open) {
            throw new IllegalStateException(
                    "the comm to '" + target + "' is closed; open another with Comm.open");
        }
        Comms.sink().message(id, message);
    }

    /** Closes the comm; a second time it does nothing. */
    public void close() {
        close(CommMessage.EMPTY);
    }

    /** Closes the comm with last words. */
    public void close(CommMessage message) {
        if (open) {
            open = false;
            Comms.forget(id);
            Comms.sink().close(id, message);
        }
    }

    @Override
    public String toString() {
        return "Comm[" + target + ", " + id + (open ? "]" : ", closed]");
    }

    void received(CommMessage message) {
        onMessage.accept(message);
    }

    void closed(CommMessage message) {
        open = false;
        onClose.accept(message);
    }
}
