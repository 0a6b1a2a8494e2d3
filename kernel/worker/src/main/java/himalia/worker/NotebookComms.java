package himalia.worker;

import himalia.display.bundle.comm.CommMessage;
import himalia.display.bundle.comm.CommSink;
import himalia.link.Link;
import himalia.link.LinkException;
import himalia.link.LinkMessage;
import himalia.link.Messages;
import himalia.link.question.RequestIdQuestion;
import java.util.LinkedHashMap;

/** Sends what is said on comms, in order with what was printed before. */
final class NotebookComms implements CommSink {
    private final Link link;
    private final CellOutput output;

    NotebookComms(Link link, CellOutput output) {
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
        try {
            var message = new RequestIdQuestion().message(CellScope.current());
            return link.ask(message).await().text("value");
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
