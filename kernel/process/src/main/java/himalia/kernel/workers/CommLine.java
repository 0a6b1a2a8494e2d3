package himalia.kernel.workers;

import himalia.kernel.workers.CommEvent.Kind;
import himalia.link.LinkMessage;
import himalia.link.Messages;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Brings messages of comms to the worker. */
public final class CommLine {
    private final Workers workers;

    public CommLine(Workers workers) {
        this.workers = workers;
    }

    /**
     * Hands a message to the worker, and waits until its handlers are done.
     *
     * @param cell names the run that the handlers' output belongs to
     * @throws IOException where there is no worker
     */
    public void deliver(long cell, CommEvent event) throws IOException, InterruptedException {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("cell", cell);
        fields.put("kind", event.kind().name().toLowerCase(Locale.ROOT));
        fields.put("id", event.id());
        fields.put("target", event.target());
        fields.put("data", event.data());
        fields.put("metadata", event.metadata());
        fields.put("buffers", event.buffers());
        workers.worker().ask(new LinkMessage(Messages.COMM, fields));
    }

    /** Ends the handlers that run for {@code cell}. */
    public void interrupt(long cell) {
        workers.interrupt(cell);
    }

    // Nulls are values of JSON.
    @SuppressWarnings({"NullAway", "unchecked"})
    static CommEvent read(LinkMessage message) {
        var buffers =
                message.list("buffers").stream()
                        .filter(byte[].class::isInstance)
                        .map(byte[].class::cast)
                        .toList();
        return new CommEvent(
                Kind.valueOf(message.text("kind").toUpperCase(Locale.ROOT)),
                message.text("id"),
                message.text("target"),
                (Map<String, Object>) (Map<String, ?>) message.map("data"),
                (Map<String, Object>) (Map<String, ?>) message.map("metadata"),
                List.copyOf(buffers));
    }
}
