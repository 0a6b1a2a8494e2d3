package himalia.worker;

import himalia.display.bundle.Display;
import himalia.link.LinkMessage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers how the object looks that the debugger laid on the desk; on a thread of ours, whichever thread is stopped. */
final class ObjectView implements CellThread.Job {
    private static final int MOST_PARTS = 200;

    private final LinkMessage request;
    private final @Nullable Object subject;

    ObjectView(LinkMessage request) {
        this.request = request;
        this.subject = StopDesk.subject;
        StopDesk.subject = null;
    }

    @Override
    public long cell() {
        return -1;
    }

    @Override
    public LinkMessage run() {
        return switch (request.text("how")) {
            case "bundle" ->
                    new LinkMessage(
                            "looked", Invocation.fields(Display.renderers().render(subject)));
            case "parts" -> new LinkMessage("looked", parts());
            default -> new LinkMessage("looked", Map.of("text", ValueLine.of(subject)));
        };
    }

    /** The elements of a collection or the entries of a map; nothing for what is neither. */
    private Map<String, Object> parts() {
        var found = new LinkedHashMap<String, @Nullable Object>();
        if (subject instanceof Map<?, ?> map) {
            for (var entry : map.entrySet()) {
                if (found.size() == MOST_PARTS) {
                    break;
                }
                found.put(ValueLine.of(entry.getKey()), entry.getValue());
            }
        } else if (subject instanceof Collection<?> items) {
            for (var item : items) {
                if (found.size() == MOST_PARTS) {
                    break;
                }
                found.put("[" + found.size() + "]", item);
            }
        } else {
            return Map.of();
        }
        StopDesk.parts = found.values().toArray();
        return Map.of("names", new ArrayList<>(found.keySet()));
    }
}
