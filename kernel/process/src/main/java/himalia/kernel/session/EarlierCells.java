package himalia.kernel.session;

import himalia.kernel.java.FollowUp;
import himalia.kernel.magic.CellRewriter;
import himalia.kernel.protocol.content.HistoryReply;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The cells of this session without the one that runs, as they are run again. */
final class EarlierCells {
    /** What would end or repeat the session is no part of what is replayed. */
    private static final Pattern NOT_REPLAYED =
            Pattern.compile("(?m)^[ \\t]*%(?:replay|reset|jvm)\\b.*");

    /** Where what looks like a magic may be text. */
    private static final Pattern TEXT =
            Pattern.compile("\\A\\s*%%(?!time\\b|capture\\b)|\"\"\"", Pattern.MULTILINE);

    /** A line that is no magic of its own. */
    private static final Pattern CODE = Pattern.compile("(?m)^[ \\t]*[^%!\\s]");

    private static final Pattern RANGE = Pattern.compile("(-?\\d{1,9})(?:-(\\d{1,9}))?");

    private final CellRewriter rewriter;
    private final History history;
    private final RunningAgain running = new RunningAgain();

    EarlierCells(CellRewriter rewriter, History history) {
        this.rewriter = rewriter;
        this.history = history;
    }

    /** Returns the code of the cells that the words name, which a cell asks for; with its text as it was typed. */
    List<FollowUp> named(long asking, List<String> words) {
        var above = above(asking);
        return words.stream()
                .flatMap(word -> chosen(above, word).stream())
                .map(cell -> again(asking, cell.line(), cell.input(), 0))
                .toList();
    }

    /** Returns the code of the cells from one on that ended well, in order; those before the last reset where they are wanted. */
    List<FollowUp> finished(long asking, boolean beforeReset, long from) {
        var cells = new ArrayList<FollowUp>();
        for (var cell : above(asking)) {
            boolean finished = cell.line() >= from && history.finished(cell.line(), beforeReset);
            if (finished && NameHelp.asked(cell.input()).isEmpty()) {
                var source = replayed(cell.input());
                if (!source.isBlank()) {
                    cells.add(again(asking, cell.line(), source, (int) cell.line()));
                }
            }
        }
        return cells;
    }

    /** Returns the numbers of the cells with code since the last reset that did not end well. */
    List<Long> failed(long asking) {
        return above(asking).stream()
                .filter(cell -> history.failed(cell.line()) && CODE.matcher(cell.input()).find())
                .map(HistoryReply.Entry::line)
                .toList();
    }

    private FollowUp again(long asking, long line, String source, int valueOf) {
        var code = AddedCode.of(rewriter, source, "cell " + line + " again", valueOf);
        return running.noted(asking, line, code);
    }

    /** The cells that stood above the code that asks, when that was typed. */
    private List<HistoryReply.Entry> above(long asking) {
        long mine = history.session(0);
        var all = history.all().stream().filter(entry -> entry.session() == mine).toList();
        return all.subList(0, Math.max(0, all.size() - 1)).stream()
                .filter(cell -> cell.line() < running.above(asking))
                .toList();
    }

    private static String replayed(String source) {
        var found = NOT_REPLAYED.matcher(source);
        if (!found.find()) {
            return source;
        }
        // The lines stay, so that errors name the right one.
        return TEXT.matcher(source).find() ? "" : found.replaceAll("");
    }

    private static List<HistoryReply.Entry> chosen(List<HistoryReply.Entry> cells, String word) {
        var range = RANGE.matcher(word);
        if (!range.matches()) {
            throw new IllegalArgumentException(
                    "'" + word + "' names no cell; write a number (3), a range (2-5), or -1");
        }
        long first = Long.parseLong(range.group(1));
        if (first < 0 && range.group(2) == null) {
            if (-first > cells.size()) {
                throw none(word, cells);
            }
            return List.of(cells.get((int) (cells.size() + first)));
        }
        long last = range.group(2) == null ? first : Long.parseLong(range.group(2));
        if (last < first) {
            throw new IllegalArgumentException(
                    "'%s' ends before it begins; write %d-%d".formatted(word, last, first));
        }
        var found =
                cells.stream().filter(cell -> cell.line() >= first && cell.line() <= last).toList();
        if (found.isEmpty()) {
            throw none(word, cells);
        }
        return found;
    }

    private static IllegalArgumentException none(String word, List<HistoryReply.Entry> cells) {
        return new IllegalArgumentException(
                "no cell "
                        + word
                        + " in this session; "
                        + (cells.isEmpty()
                                ? "nothing was run before"
                                : "there are "
                                        + cells.get(0).line()
                                        + " to "
                                        + cells.get(cells.size() - 1).line()));
    }
}
