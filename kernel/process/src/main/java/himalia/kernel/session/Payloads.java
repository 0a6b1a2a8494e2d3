package himalia.kernel.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a cell wants the front end to do after its reply: show a page, fill the next cell, end. */
final class Payloads {
    private final List<Map<String, Object>> waiting = new ArrayList<>();

    synchronized void add(Map<String, Object> payload) {
        waiting.add(payload);
    }

    synchronized void clear() {
        waiting.clear();
    }

    synchronized List<Map<String, Object>> take() {
        var taken = List.copyOf(waiting);
        waiting.clear();
        return taken;
    }
}
