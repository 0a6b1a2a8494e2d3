package himalia.kernel.protocol.content;

import himalia.kernel.protocol.Content;
import himalia.kernel.protocol.json.OrderedMaps;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Cells of the past, with their outputs if those were asked for. */
public record HistoryReply(List<Entry> history, boolean withOutput) implements Content {
    /** One cell: its session, its number there, what was run and what it gave. */
    public record Entry(long session, long line, String input, @Nullable String result) {
        /** Returns what the cell gave, if it gave anything. */
        public Optional<String> output() {
            return Optional.ofNullable(result);
        }
    }

    public HistoryReply {
        history = List.copyOf(history);
    }

    @Override
    public String type() {
        return "history_reply";
    }

    @Override
    public Map<String, Object> toMap() {
        var entries = new ArrayList<List<Object>>();
        for (var entry : history) {
            entries.add(
                    List.of(
                            entry.session(),
                            entry.line(),
                            withOutput
                                    ? Arrays.asList(entry.input(), entry.result())
                                    : entry.input()));
        }
        return OrderedMaps.map("status", "ok", "history", entries);
    }
}
