package himalia.kernel.session;

import himalia.kernel.protocol.HistoryReply;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The cells that were run, with what they showed. */
final class History {
    private final long session = 1;
    private final List<HistoryReply.Entry> inputs = new ArrayList<>();
    private final Map<Long, String> outputs = new HashMap<>();

    synchronized void add(long line, String input) {
        inputs.add(new HistoryReply.Entry(session, line, input, null));
    }

    synchronized void output(long line, String text) {
        outputs.put(line, text);
    }

    /** Returns the session that a request means: 0 is this one, -1 the one before it. */
    long session(long asked) {
        return asked <= 0 ? session + asked : asked;
    }

    /** Returns every cell, with its output where it had one. */
    synchronized List<HistoryReply.Entry> all() {
        var all = new ArrayList<HistoryReply.Entry>();
        for (var each : inputs) {
            var output = each.session() == session ? outputs.get(each.line()) : each.result();
            all.add(new HistoryReply.Entry(each.session(), each.line(), each.input(), output));
        }
        return all;
    }
}
