package himalia.kernel.session;

import himalia.display.bundle.MimeBundle;
import himalia.kernel.java.Notices;
import himalia.kernel.protocol.Content;
import himalia.kernel.protocol.content.ClearOutput;
import himalia.kernel.protocol.content.DisplayData;
import himalia.kernel.protocol.content.StreamOutput;
import himalia.kernel.protocol.content.UpdateDisplayData;
import himalia.kernel.questions.Questions;
import himalia.kernel.workers.CommEvent;
import himalia.kernel.workers.WorkerListener;
import himalia.link.question.RequestIdQuestion;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Brings what the worker says to the cell it belongs to. */
public final class OutputRouter implements WorkerListener, Notices {
    private final CellRequests cells = new CellRequests();
    private final Questions questions = new Questions();
    private final InputRequests input = new InputRequests();
    private final CommRouter comms = new CommRouter(cells);

    CellRequests cells() {
        return cells;
    }

    /** Returns what magics may ask the kernel process. */
    public Questions questions() {
        return questions;
    }

    InputRequests input() {
        return input;
    }

    CommRouter comms() {
        return comms;
    }

    @Override
    public void stream(long cell, String name, String text) {
        cells.find(cell)
                .filter(run -> !run.silent())
                .ifPresent(
                        run ->
                                run.limit()
                                        .take(text)
                                        .map(shown -> new StreamOutput(name, shown))
                                        .ifPresent(run.request()::publish));
    }

    @Override
    public void tell(long cell, String text) {
        publish(cell, new StreamOutput("stderr", text + "\n"));
    }

    @Override
    public void display(long cell, MimeBundle bundle, Optional<String> id, boolean update) {
        Map<String, Object> transientData =
                id.isPresent() ? Map.of("display_id", id.get()) : Map.of();
        var data = Bundle.data(bundle);
        publish(
                cell,
                update
                        ? new UpdateDisplayData(data, bundle.metadata(), transientData)
                        : new DisplayData(data, bundle.metadata(), transientData));
    }

    @Override
    public void clear(long cell, boolean wait) {
        publish(cell, new ClearOutput(wait));
    }

    @Override
    public void comm(long cell, CommEvent event) {
        comms.fromWorker(cell, event);
    }

    @Override
    public void lost() {
        comms.closeAll();
        // Nobody waits for the answers any more; one that comes late must not be taken for
        // another's.
        input.withdraw();
    }

    @Override
    public String input(long cell, String prompt, boolean password) throws InterruptedException {
        var run = cells.find(cell);
        if (run.isEmpty() || !run.get().allowStdin()) {
            throw new IllegalStateException(
                    "this cell asked for input, and its front end cannot be asked (allow_stdin is false);"
                            + " run it in a front end with a person in front of it, or put the input into a variable");
        }
        return input.ask(run.get().request(), prompt, password);
    }

    @Override
    public @Nullable Object ask(
            long cell, String request, Map<String, @Nullable Object> arguments) {
        if (request.equals(RequestIdQuestion.NAME)) {
            return cells.find(cell).map(run -> run.request().message().id()).orElse("");
        }
        return questions.answer(cell, request, arguments);
    }

    private void publish(long cell, Content content) {
        cells.find(cell)
                .filter(run -> !run.silent())
                .ifPresent(run -> run.request().publish(content));
    }
}
