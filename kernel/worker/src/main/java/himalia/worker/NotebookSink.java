package himalia.worker;

import himalia.display.bundle.DisplaySink;
import himalia.display.bundle.MimeBundle;
import himalia.link.Link;
import himalia.link.LinkMessage;
import himalia.link.Messages;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Shows things in the notebook, in order with what was printed before. */
final class NotebookSink implements DisplaySink {
    private final Link link;
    private final Output output;

    NotebookSink(Link link, Output output) {
        this.link = link;
        this.output = output;
    }

    @Override
    public void show(MimeBundle bundle, Optional<String> id) {
        send(bundle, id.orElse(""), false);
    }

    @Override
    public void update(String id, MimeBundle bundle) {
        send(bundle, id, true);
    }

    @Override
    public void clear(boolean wait) {
        output.send();
        link.tell(
                new LinkMessage(
                        Messages.CLEAR,
                        Map.of("cell", CellScope.current(), "wait", (Object) wait)));
    }

    @Override
    public long run() {
        return CellScope.current();
    }

    private void send(MimeBundle bundle, String id, boolean update) {
        if (output.captures().take(CellScope.current(), id, update, bundle)) {
            return;
        }
        output.send();
        var fields = new LinkedHashMap<String, Object>(Invocation.fields(bundle));
        fields.put("cell", CellScope.current());
        fields.put("id", id);
        fields.put("update", update);
        link.tell(new LinkMessage(Messages.DISPLAY, fields));
    }
}
