package himalia.worker;

import himalia.display.bundle.comm.CommMessage;
import himalia.display.bundle.comm.CommSink;
import himalia.link.Link;
import himalia.link.LinkException;
import himalia.link.LinkMessage;
import himalia.link.Messages;
import java.util.LinkedHashMap;
import java.util.Map;

/** Sends what is said on comms, in order with what was printed before. */
final class NotebookComms implements CommSink {
    private final Link link;
    private final Output output;

    NotebookComms(Link link, Output output) {
        this.link = link;
        this.output = output;
    }

    @Override
    public void open(String id, String target, CommMessage message) {
        send("open", id, target, message);
    }

    @Override
    public void message(String id, CommMessage message) {
        send("message", id, "", message);
    }

    @Override
    public void close(String id, CommMessage message) {
        send("close", id, "", message);
    }

    @Override
    public String request() {
        var fields =
                Map.of(
                        "cell",
                        CellScope.current(),
                        "request",
                        "request id",
                        "arguments",
                        (Object) Map.of());
        try {
            return link.ask(new LinkMessage(Messages.ASK, fields)).await().text("value");
        } catch (LinkException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private void send(String kind, String id, String target, CommMessage message) {
        output.send();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("cell", CellScope.current());
        fields.put("kind", kind);
        fields.put("id", id);
        fields.put("target", target);
        fields.put("data", message.data());
        fields.put("metadata", message.metadata());
        fields.put("buffers", message.buffers());
        link.tell(new LinkMessage(Messages.COMM, fields));
    }
}
