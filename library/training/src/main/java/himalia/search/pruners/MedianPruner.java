package himalia.search.pruners;

import static himalia.display.bundle.Given.given;

import himalia.search.Pruner;
import himalia.search.StudyHistory;
import himalia.search.TrialRecord;
import java.util.Optional;

/**
 * Ends a trial whose best value so far is worse than the median of the others after the same step; Optuna's of the same name.
 *
 * <pre>{@code
 * study.with(new MedianPruner())
 * }</pre>
 *
 * @param startups complete trials before any is ended
 * @param warmup steps of each trial before it is ended
 * @param interval steps between two questions
 */
public record MedianPruner(int startups, int warmup, int interval) implements Pruner {
    public MedianPruner {
        new PercentilePruner(50, startups, warmup, interval);
    }

    /** Lets five trials be, and asks at each step of the others. */
    public MedianPruner() {
        this(5, 0, 1);
    }

    @Override
    public Optional<String> reason(StudyHistory history, TrialRecord running) {
        given(history, "history");
        given(running, "running");
        return new PercentilePruner(50, startups, warmup, interval).reason(history, running);
    }
}
