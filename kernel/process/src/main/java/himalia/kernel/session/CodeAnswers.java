package himalia.kernel.session;

import himalia.kernel.java.Cell;
import himalia.kernel.java.Interpreter;
import himalia.kernel.java.Outcome;
import himalia.kernel.magic.CellRewriter;
import himalia.kernel.magic.MagicSyntaxException;
import himalia.kernel.magic.Magics;
import himalia.kernel.protocol.content.HistoryReply;
import himalia.kernel.questions.Questions;
import himalia.link.question.EvalQuestion;
import himalia.link.question.ExitQuestion;
import himalia.link.question.MagicQuestion;
import himalia.link.question.NextInputQuestion;
import himalia.link.question.ReplayQuestion;
import himalia.link.question.RerunQuestion;
import himalia.link.question.ResetQuestion;
import himalia.link.question.RunQuestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Answers the questions of magics that run code: of files, of earlier cells; and those that begin anew. */
final class CodeAnswers {
    /** What would end or repeat the session is no part of what is replayed. */
    private static final Pattern NOT_REPLAYED =
            Pattern.compile("(?m)^\\s*%(?:replay|rerun|reset|jvm)\\b");

    private static final Pattern RANGE = Pattern.compile("(-?\\d{1,9})(?:-(\\d{1,9}))?");

    private final Interpreter interpreter;
    private final CellRewriter rewriter;
    private final History history;
    private final Payloads payloads;
    private final Magics magics;
    private final AtomicInteger evaluated = new AtomicInteger();

    CodeAnswers(
            Interpreter interpreter,
            CellRewriter rewriter,
            Magics magics,
            History history,
            Payloads payloads) {
        this.interpreter = interpreter;
        this.rewriter = rewriter;
        this.history = history;
        this.payloads = payloads;
        this.magics = magics;
    }

    void register(Questions questions) {
        questions.put(RunQuestion.NAME, RunQuestion::from, this::run);
        questions.put(RerunQuestion.NAME, RerunQuestion::from, this::rerun);
        questions.put(ReplayQuestion.NAME, ReplayQuestion::from, (cell, asked) -> replay(cell));
        questions.put(ResetQuestion.NAME, ResetQuestion::from, this::reset);
        questions.put(NextInputQuestion.NAME, NextInputQuestion::from, this::nextInput);
        questions.put(ExitQuestion.NAME, ExitQuestion::from, this::exit);
        questions.put(MagicQuestion.NAME, MagicQuestion::from, this::magic);
        questions.put(EvalQuestion.NAME, EvalQuestion::from, this::eval);
    }

    private @Nullable Object run(long cell, RunQuestion asked) {
        asked.sources().forEach(each -> then(cell, each.source(), each.origin()));
        return null;
    }

    private void then(long cell, String source, String origin) {
        interpreter.then(cell, () -> parts(source, origin));
    }

    private List<Cell.Part> parts(String source, String origin) {
        try {
            return rewriter.rewrite(source).stream().map(part -> part.from(origin)).toList();
        } catch (MagicSyntaxException e) {
            var where = e.line() > 0 ? origin + ", line " + e.line() : origin;
            throw new IllegalArgumentException(where + ": " + e.getMessage(), e);
        }
    }

    private List<String> rerun(long asking, RerunQuestion asked) {
        var cells = earlier();
        var chosen = new ArrayList<HistoryReply.Entry>();
        asked.cells().forEach(word -> chosen.addAll(chosen(cells, word)));
        chosen.forEach(cell -> then(asking, cell.input(), "cell " + cell.line() + " again"));
        return chosen.stream().map(HistoryReply.Entry::input).toList();
    }

    /** The cells of this session without the one that runs. */
    private List<HistoryReply.Entry> earlier() {
        long mine = history.session(0);
        var all = history.all().stream().filter(entry -> entry.session() == mine).toList();
        return all.subList(0, Math.max(0, all.size() - 1));
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

    private int replay(long asking) {
        int count = 0;
        for (var cell : earlier()) {
            boolean runs =
                    !NOT_REPLAYED.matcher(cell.input()).find()
                            && NameHelp.asked(cell.input()).isEmpty();
            if (history.finished(cell.line()) && runs) {
                then(asking, cell.input(), "cell " + cell.line() + " again");
                count++;
            }
        }
        return count;
    }

    private @Nullable Object reset(long cell, ResetQuestion asked) {
        history.forgetFinished();
        interpreter.thenReset(cell, !asked.classPath());
        return null;
    }

    private @Nullable Object magic(long cell, MagicQuestion asked) {
        magics.add(asked.magic(), asked.cell());
        return null;
    }

    /** Evaluates code within the code that asks; returns where its value is kept. */
    private long eval(long cell, EvalQuestion asked) {
        // Below zero: cells are counted from one.
        int slot = evaluated.decrementAndGet();
        var outcome = interpreter.evaluate(cell, parts(asked.source(), "evaluated code"), slot);
        if (outcome instanceof Outcome.Failed failed) {
            throw new IllegalArgumentException(
                    String.join("\n", failed.traceback()).replaceAll("\u001b\\[[0-9;]*m", ""));
        }
        return slot;
    }

    private @Nullable Object exit(long cell, ExitQuestion asked) {
        payloads.add(Map.of("source", "ask_exit", "keepkernel", asked.keepKernel()));
        return null;
    }

    private @Nullable Object nextInput(long cell, NextInputQuestion asked) {
        payloads.add(
                Map.of(
                        "source",
                        "set_next_input",
                        "text",
                        asked.text(),
                        "replace",
                        asked.replace()));
        return null;
    }
}
