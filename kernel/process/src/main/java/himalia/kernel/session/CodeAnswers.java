package himalia.kernel.session;

import himalia.kernel.java.FollowUp;
import himalia.kernel.java.Interpreter;
import himalia.kernel.java.Outcome;
import himalia.kernel.magic.CellRewriter;
import himalia.kernel.magic.Magics;
import himalia.kernel.questions.Questions;
import himalia.link.question.EvalQuestion;
import himalia.link.question.ExitQuestion;
import himalia.link.question.MagicQuestion;
import himalia.link.question.NextInputQuestion;
import himalia.link.question.ReplayQuestion;
import himalia.link.question.RerunQuestion;
import himalia.link.question.ResetQuestion;
import himalia.link.question.RunQuestion;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Answers the questions of magics that run code: of files, of earlier cells; and those that begin anew. */
final class CodeAnswers {
    private final Interpreter interpreter;
    private final CellRewriter rewriter;
    private final History history;
    private final EarlierCells earlier;
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
        this.earlier = new EarlierCells(rewriter, history);
        this.payloads = payloads;
        this.magics = magics;
    }

    void register(Questions questions) {
        questions.put(RunQuestion.NAME, RunQuestion::from, this::run);
        questions.put(RerunQuestion.NAME, RerunQuestion::from, this::rerun);
        questions.put(ReplayQuestion.NAME, ReplayQuestion::from, this::replay);
        questions.put(ResetQuestion.NAME, ResetQuestion::from, this::reset);
        questions.put(NextInputQuestion.NAME, NextInputQuestion::from, this::nextInput);
        questions.put(ExitQuestion.NAME, ExitQuestion::from, this::exit);
        questions.put(MagicQuestion.NAME, MagicQuestion::from, this::magic);
        questions.put(EvalQuestion.NAME, EvalQuestion::from, this::eval);
    }

    private @Nullable Object run(long cell, RunQuestion asked) {
        asked.sources()
                .forEach(
                        each ->
                                then(
                                        cell,
                                        AddedCode.of(rewriter, each.source(), each.origin(), 0)));
        return null;
    }

    /** A question about a name is nothing to be done. */
    private void then(long cell, FollowUp code) {
        if (NameHelp.asked(code.source()).isEmpty()) {
            interpreter.then(cell, code);
        }
    }

    private List<String> rerun(long asking, RerunQuestion asked) {
        var chosen = earlier.named(asking, asked.cells());
        chosen.forEach(code -> then(asking, code));
        return chosen.stream().map(FollowUp::source).toList();
    }

    private List<Object> replay(long asking, ReplayQuestion asked) {
        var chosen = earlier.finished(asking, asked.all(), asked.from());
        chosen.forEach(code -> then(asking, code));
        int before = earlier.finished(asking, true, asked.from()).size() - chosen.size();
        return List.of(chosen.size(), before, earlier.failed(asking));
    }

    private @Nullable Object reset(long cell, ResetQuestion asked) {
        history.reset();
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
        var outcome =
                interpreter.evaluate(
                        cell,
                        AddedCode.of(rewriter, asked.source(), "evaluated code", 0).parts(),
                        slot);
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
