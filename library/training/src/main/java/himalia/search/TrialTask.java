package himalia.search;

import himalia.parallel.PoolTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Tries settings in a process of its own; {@link Study#run(int, int, StudyObjective)} starts those.
 *
 * <pre>{@code
 * study.run(60, 2, objective)      // of a TrainerSearch: two processes, each with one of these
 * }</pre>
 */
public final class TrialTask implements PoolTask {
    private @Nullable TrainerSearch search;

    @Override
    public void begin(byte[] task) throws IOException {
        search = SentSearch.read(task);
    }

    @Override
    public byte[] work(byte[] order, Parent parent) {
        var objective = search;
        if (objective == null) {
            throw new IllegalStateException("there is a trial, and no search yet");
        }
        var trial = TrialWire.trial(order, (step, value) -> report(parent, step, value));
        return TrialWire.outcome(TrialOutcome.of(objective, trial));
    }

    private static void report(Parent parent, int step, double value) {
        try {
            var why = TrialWire.answer(parent.ask(TrialWire.report(step, value)));
            if (!why.isEmpty()) {
                throw new TrialPruned(why);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
