package himalia.kernel.workers;

import himalia.link.LinkHandler;
import himalia.link.LinkMessage;
import himalia.link.LinkReply;
import himalia.link.Messages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Turns what a worker says into calls of the listener; what may wait runs on a thread of its own. */
final class WorkerLinkHandler implements LinkHandler {
    private static final System.Logger LOG = System.getLogger("himalia.workers");

    private final WorkerListener listener;
    private final Runnable stop;
    private final Consumer<LinkMessage> memory;
    private final Consumer<List<String>> holds;
    private final Runnable lost;

    /**
     * Hears for {@code listener}.
     *
     * @param stop called, on a thread that may wait, where the worker wants a thread stopped from outside
     * @param memory called with what the worker says of its heap: {@link Messages#FULL}, {@code LOW}, {@code ROOM}
     * @param holds called with what the worker says that it has to do at its end
     * @param lost called once, when the worker is gone
     */
    WorkerLinkHandler(
            WorkerListener listener,
            Runnable stop,
            Consumer<LinkMessage> memory,
            Consumer<List<String>> holds,
            Runnable lost) {
        this.listener = listener;
        this.stop = stop;
        this.memory = memory;
        this.holds = holds;
        this.lost = lost;
    }

    @Override
    public void notice(LinkMessage message) {
        long cell = message.number("cell");
        switch (message.name()) {
            case Messages.STREAM ->
                    listener.stream(cell, message.text("name"), message.text("text"));
            case Messages.DISPLAY -> {
                var id = message.text("id");
                listener.display(
                        cell,
                        Bundles.read(message),
                        id.isEmpty() ? Optional.empty() : Optional.of(id),
                        message.flag("update"));
            }
            case Messages.CLEAR -> listener.clear(cell, message.flag("wait"));
            case Messages.COMM -> listener.comm(cell, CommLine.read(message));
            case Messages.FULL, Messages.LOW, Messages.ROOM -> memory.accept(message);
            case Messages.HOLDS ->
                    holds.accept(message.list("what").stream().map(String::valueOf).toList());
            case Messages.STOP -> daemon("himalia-stop", stop);
            default -> {
                // A newer worker may say more than this kernel understands.
            }
        }
    }

    @Override
    public void request(LinkMessage message, LinkReply reply) {
        daemon("himalia-" + message.name(), () -> answer(message, reply));
    }

    private static void daemon(String name, Runnable body) {
        var thread = new Thread(body, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void answer(LinkMessage message, LinkReply reply) {
        long cell = message.number("cell");
        try {
            @Nullable Object value;
            if (message.name().equals(Messages.INPUT)) {
                value = listener.input(cell, message.text("prompt"), message.flag("password"));
            } else {
                value = listener.ask(cell, message.text("request"), message.map("arguments"));
            }
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            fields.put("value", value);
            reply.send(new LinkMessage("answer", fields));
        } catch (IllegalArgumentException | IllegalStateException e) {
            reply.refuse(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            reply.refuse("interrupted");
        } catch (RuntimeException | Error e) {
            LOG.log(System.Logger.Level.ERROR, "a bug in the answer to " + message.name(), e);
            reply.refuse("the kernel failed to answer: " + e);
        }
    }

    @Override
    public void full() {
        LOG.log(System.Logger.Level.ERROR, "the kernel process itself has no memory left");
    }

    @Override
    public void closed(String reason) {
        lost.run();
    }
}
