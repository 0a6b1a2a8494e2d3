package himalia.kernel.session;

import himalia.kernel.java.Cell;
import himalia.kernel.java.FollowUp;
import himalia.kernel.java.Interpreter;
import himalia.kernel.java.Outcome;
import himalia.kernel.magic.CellRewriter;
import himalia.kernel.magic.MagicSyntaxException;
import himalia.kernel.protocol.content.ErrorOutput;
import himalia.kernel.protocol.content.ExecuteInput;
import himalia.kernel.protocol.content.ExecuteReply;
import himalia.kernel.protocol.content.ExecuteRequest;
import himalia.kernel.protocol.content.ExecuteResult;
import himalia.kernel.protocol.content.Failure;
import himalia.kernel.protocol.content.StreamOutput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers {@code execute_request}. */
final class ExecuteHandler implements Handler {
    private final Interpreter interpreter;
    private final CellRewriter rewriter;
    private final NameHelp help;
    private final SessionSettings settings;
    private final CellRequests cells;
    private final History history;
    private final Payloads payloads;
    private final String shell;
    private final Lane lane;
    private int count;

    /**
     * Runs the cells of one shell.
     *
     * @param shell its id; {@link Cell#MAIN} for the main one
     * @param lane where its requests wait
     */
    ExecuteHandler(
            Interpreter interpreter,
            CellRewriter rewriter,
            NameHelp help,
            SessionSettings settings,
            CellRequests cells,
            History history,
            Payloads payloads,
            String shell,
            Lane lane) {
        this.interpreter = interpreter;
        this.rewriter = rewriter;
        this.help = help;
        this.settings = settings;
        this.cells = cells;
        this.history = history;
        this.payloads = payloads;
        this.shell = shell;
        this.lane = lane;
    }

    @Override
    public void handle(Request request) {
        var asked = ExecuteRequest.from(request.content());
        if (asked.storeHistory() && !asked.code().isBlank()) {
            count++;
            history.add(count, asked.code());
        }
        int number = asked.storeHistory() ? count : Math.max(count, 0);
        if (!asked.silent()) {
            request.publish(new ExecuteInput(asked.code(), number));
        }
        payloads.clear();
        var outcome = outcome(request, asked, number);
        if (outcome instanceof Outcome.Failed failed) {
            fail(request, asked, number, failed);
        } else if (outcome instanceof Outcome.Finished finished) {
            if (asked.storeHistory()) {
                history.finish(number);
            }
            succeed(request, asked, number, finished);
        }
    }

    private Outcome outcome(Request request, ExecuteRequest asked, int number) {
        try {
            var question = NameHelp.asked(asked.code());
            return question.isPresent()
                    ? answer(request, asked, question.get())
                    : run(request, asked, number);
        } catch (RuntimeException | Error e) {
            // Told as a cell that failed: it is published, and those that wait are aborted.
            InternalErrors.log("execute_request", e);
            var failure = InternalErrors.of(e);
            return new Outcome.Failed(
                    failure.ename(), failure.evalue(), failure.traceback(), false);
        }
    }

    /** Returns the number of the last cell. */
    int count() {
        return count;
    }

    /** Answers a request whose turn came after one that failed. */
    private void abort(Request request) {
        request.reply(ExecuteReply.aborted());
    }

    private Outcome answer(Request request, ExecuteRequest asked, NameHelp.Asked question) {
        var page = help.page(question);
        page.ifPresent(payloads::add);
        if (page.isEmpty() && !asked.silent()) {
            var unknown =
                    "nothing is known of '"
                            + question.name()
                            + "'; a name is written as in code: x, Math.abs, java.util.Map, %who\n";
            request.publish(new StreamOutput("stderr", unknown));
        }
        return new Outcome.Finished(Optional.empty());
    }

    private Outcome run(Request request, ExecuteRequest asked, int number) {
        long id = begin(new CellRequests.Run(request, asked.silent(), asked.allowStdin()));
        for (var failure : settings.startup().run(interpreter, rewriter, id)) {
            request.publish(new StreamOutput("stderr", failure + "\n"));
        }
        return interpret(id, number, asked.code(), !asked.silent(), asked.storeHistory());
    }

    private boolean main() {
        return shell.equals(Cell.MAIN);
    }

    private long begin(CellRequests.Run run) {
        return main() ? cells.begin(run) : cells.beginAside(run);
    }

    private Outcome interpret(long id, int number, String code, boolean show, boolean keep) {
        List<FollowUp> parts;
        try {
            parts = rewriter.steps(code);
        } catch (MagicSyntaxException e) {
            interpreter.refused(number, code);
            var where = e.line() > 0 ? " in line " + e.line() : "";
            var line = "\u001b[1;31mError\u001b[0m" + where + ": " + e.getMessage();
            return new Outcome.Failed(
                    "MagicError", String.valueOf(e.getMessage()), List.of(line), false);
        }
        // A subshell counts for itself: its value 3 is not the notebook's $3.
        var cell = new Cell(id, number, code, parts, show, keep && main(), shell);
        return settings.limit().run(interpreter, cell);
    }

    private void succeed(
            Request request, ExecuteRequest asked, int number, Outcome.Finished finished) {
        var value = finished.value();
        if (value.isPresent() && !asked.silent()) {
            if (asked.storeHistory()) {
                history.output(number, value.get().text());
            }
            request.publish(
                    new ExecuteResult(
                            number, Bundle.data(value.get()), value.get().metadata(), Map.of()));
        }
        request.reply(
                ExecuteReply.ok(number, payloads.take(), userExpressions(request, asked, number)));
    }

    private Map<String, Object> userExpressions(Request request, ExecuteRequest asked, int number) {
        var results = new LinkedHashMap<String, Object>();
        asked.userExpressions()
                .forEach(
                        (name, code) ->
                                results.put(
                                        name,
                                        userExpression(
                                                request, asked, number, String.valueOf(code))));
        return results;
    }

    private Map<String, Object> userExpression(
            Request request, ExecuteRequest asked, int number, String code) {
        long id = begin(new CellRequests.Run(request, asked.silent(), false));
        var outcome = interpret(id, number, code, true, false);
        var result = new LinkedHashMap<String, Object>();
        if (outcome instanceof Outcome.Finished finished) {
            result.put("status", "ok");
            result.put("data", finished.value().map(Bundle::data).orElseGet(Map::of));
            result.put(
                    "metadata",
                    finished.value().map(b -> (Object) b.metadata()).orElseGet(Map::of));
        } else if (outcome instanceof Outcome.Failed failed) {
            result.put("status", "error");
            result.put("ename", failed.name());
            result.put("evalue", failed.message());
            result.put("traceback", failed.traceback());
        }
        return result;
    }

    private void fail(Request request, ExecuteRequest asked, int number, Outcome.Failed failed) {
        var failure = new Failure(failed.name(), failed.message(), failed.traceback());
        if (!asked.silent()) {
            request.publish(new ErrorOutput(failure));
        }
        // Before the reply: a front end that has it may already send the next cell.
        if (asked.stopOnError()) {
            lane.replaceWaiting(
                    "execute_request", waiting -> Dispatcher.dispatch(waiting, this::abort));
        }
        request.reply(ExecuteReply.error(number, failure));
    }
}
