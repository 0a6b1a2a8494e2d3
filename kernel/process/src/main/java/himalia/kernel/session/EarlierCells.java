package himalia.kernel.session;

import himalia.kernel.magic.CellRewriter;
import himalia.kernel.protocol.content.HistoryReply;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The cells of this session without the one that runs, as they are run again. */
final class EarlierCells {
    /** What would end or repeat the session is no part of what is replayed. */
    private static final Pattern NOT_REPLAYED =
            Pattern.compile("(?m)^[ \\t]*%(?:replay|reset|jvm)\\b.*");

    private static final Pattern RERUN = Pattern.compile("(?m)^([ \\t]*%rerun)\\b([-\\d \\t]*)");

    /** Where what looks like a magic may be text. */
    private static final Pattern TEXT =
            Pattern.compile("\\A\\s*%%(?!time\\b|capture\\b)|\"\"\"", Pattern.MULTILINE);

    private static final Pattern RANGE = Pattern.compile("(-?\\d{1,9})(?:-(\\d{1,9}))?");

    private final CellRewriter rewriter;
    private final History history;

    EarlierCells(CellRewriter rewriter, History history) {
        this.rewriter = rewriter;
        this.history = history;
    }

    /** Returns the code of the cells that the words name; with its text as it was typed. */
    List<AddedCode> named(List<String> words) {
        return words.stream()
                .flatMap(word -> chosen(all(), word).stream())
                .map(cell -> again(cell.line(), resolved(cell), 0))
                .toList();
    }

    /** Returns the code of the cells that ended well, in order; those before the last reset where they are wanted. */
    List<AddedCode> finished(boolean beforeReset) {
        var cells = new ArrayList<AddedCode>();
        for (var cell : all()) {
            boolean finished = history.finished(cell.line(), beforeReset);
            if (finished && NameHelp.asked(cell.input()).isEmpty()) {
                var source = replayed(cell);
                if (!source.isBlank()) {
                    cells.add(again(cell.line(), source, (int) cell.line()));
                }
            }
        }
        return cells;
    }

    private AddedCode again(long line, String source, int valueOf) {
        return AddedCode.of(rewriter, source, "cell " + line + " again", valueOf);
    }

    private List<HistoryReply.Entry> all() {
        long mine = history.session(0);
        var all = history.all().stream().filter(entry -> entry.session() == mine).toList();
        return all.subList(0, Math.max(0, all.size() - 1));
    }

    private String replayed(HistoryReply.Entry cell) {
        var source = resolved(cell);
        var found = NOT_REPLAYED.matcher(source);
        if (!found.find()) {
            return source;
        }
        // The lines stay, so that errors name the right one.
        return TEXT.matcher(source).find() ? "" : found.replaceAll("");
    }

    /** Returns its text, where {@code %rerun -1} says the cell that it meant when it was typed. */
    private String resolved(HistoryReply.Entry cell) {
        if (TEXT.matcher(cell.input()).find()) {
            return cell.input();
        }
        var before = all().stream().filter(each -> each.line() < cell.line()).toList();
        return RERUN.matcher(cell.input())
                .replaceAll(found -> found.group(1) + " " + numbers(before, found));
    }

    private static String numbers(List<HistoryReply.Entry> before, MatchResult rerun) {
        var words = rerun.group(2).isBlank() ? "-1" : rerun.group(2).strip();
        return Stream.of(words.split("\\s+"))
                .map(word -> word.startsWith("-") ? number(before, word) : word)
                .collect(Collectors.joining(" "));
    }

    private static String number(List<HistoryReply.Entry> before, String word) {
        try {
            return String.valueOf(chosen(before, word).get(0).line());
        } catch (IllegalArgumentException e) {
            // It failed then, and says so again.
            return word;
        }
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
