package himalia.kernel.session;

import himalia.kernel.magic.CellRewriter;
import himalia.kernel.magic.MagicSyntaxException;
import himalia.kernel.protocol.content.HistoryReply;
import himalia.kernel.protocol.content.HistoryRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Answers {@code history_request}: the last cells, a range of them, or those that match a pattern. */
final class HistoryHandler implements Handler {
    private final History history;

    private final CellRewriter rewriter;

    HistoryHandler(History history, CellRewriter rewriter) {
        this.history = history;
        this.rewriter = rewriter;
    }

    @Override
    public void handle(Request request) {
        var asked = HistoryRequest.from(request.content());
        var found =
                switch (asked.histAccessType()) {
                    case "range" -> range(asked);
                    case "search" -> search(asked);
                    case "tail" -> last(history.all(), asked.n());
                    default ->
                            throw new IllegalArgumentException(
                                    "hist_access_type is range, tail or search, not '%s'"
                                            .formatted(asked.histAccessType()));
                };
        var told = asked.raw() ? found : found.stream().map(this::rewritten).toList();
        request.reply(new HistoryReply(told, asked.output()));
    }

    /** Returns a cell as it was run: magics are calls then. */
    private HistoryReply.Entry rewritten(HistoryReply.Entry entry) {
        try {
            var source =
                    rewriter.rewrite(entry.input()).stream()
                            .map(part -> part.source().strip())
                            .collect(Collectors.joining("\n"));
            return new HistoryReply.Entry(entry.session(), entry.line(), source, entry.result());
        } catch (MagicSyntaxException e) {
            return entry;
        }
    }

    private List<HistoryReply.Entry> range(HistoryRequest asked) {
        long session = history.session(asked.session());
        long stop = asked.stop() == null ? Long.MAX_VALUE : asked.stop();
        return history.all().stream()
                .filter(entry -> entry.session() == session)
                .filter(entry -> entry.line() >= asked.start() && entry.line() < stop)
                .toList();
    }

    private List<HistoryReply.Entry> search(HistoryRequest asked) {
        var pattern = glob(asked.pattern());
        var matching =
                history.all().stream()
                        .filter(entry -> pattern.matcher(entry.input()).matches())
                        .toList();
        if (asked.unique()) {
            var byInput = new LinkedHashMap<String, HistoryReply.Entry>();
            for (var entry : matching) {
                byInput.remove(entry.input());
                byInput.put(entry.input(), entry);
            }
            matching = new ArrayList<>(byInput.values());
        }
        return last(matching, asked.n());
    }

    private static List<HistoryReply.Entry> last(List<HistoryReply.Entry> entries, long n) {
        int from = (int) Math.max(0, entries.size() - Math.max(0, n));
        return entries.subList(from, entries.size());
    }

    /** A glob as SQLite's: star, question mark, and sets in brackets. */
    private static Pattern glob(String glob) {
        var regex = new StringBuilder();
        int at = 0;
        while (at < glob.length()) {
            char c = glob.charAt(at);
            int close = c == '[' ? glob.indexOf(']', at + 2) : -1;
            if (close > 0) {
                var set =
                        glob.substring(at + 1, close)
                                .replace("\\", "\\\\")
                                .replace("[", "\\[")
                                .replace("&&", "&\\&");
                regex.append('[').append(set).append(']');
                at = close;
            } else if (c == '*') {
                regex.append(".*");
            } else if (c == '?') {
                regex.append('.');
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
            at++;
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }
}
