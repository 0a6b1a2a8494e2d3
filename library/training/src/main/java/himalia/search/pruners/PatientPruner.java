package himalia.search.pruners;

import static himalia.display.bundle.Given.given;

import himalia.search.Pruner;
import himalia.search.StudyHistory;
import himalia.search.TrialRecord;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;

/**
 * Lets a trial be as long as it does not get worse; then it ends, or another pruner is asked. As Optuna's: a trial that stays as good as it was goes on.
 *
 * <pre>{@code
 * study.with(new PatientPruner(5))                           // ends where the last 6 steps are all worse than the best before
 * study.with(new PatientPruner(new MedianPruner(), 5, 0))    // only those are compared with the median
 * }</pre>
 *
 * @param then is asked about a trial that got worse
 * @param patience one step more than so many are looked at, each of which has to be worse
 * @param tolerance how much worse they may be, in the objective's unit
 */
public record PatientPruner(Pruner then, int patience, double tolerance) implements Pruner {
    public PatientPruner {
        given(then, "then");
        if (patience < 0 || !(tolerance >= 0)) {
            throw new IllegalArgumentException(
                    "patience and tolerance must be at least 0, got %d and %s"
                            .formatted(patience, tolerance));
        }
    }

    /** Ends a trial whose last steps, one more than so many, are all worse than the best before. */
    public PatientPruner(int patience) {
        this((history, running) -> Optional.of(""), patience, 0);
    }

    @Override
    public Optional<String> reason(StudyHistory history, TrialRecord running) {
        given(history, "history");
        given(running, "running");
        var values = new ArrayList<>(running.reports().values());
        int recent = values.size() - patience - 1;
        if (recent < 1) {
            return Optional.empty();
        }
        var direction = history.direction();
        double before = Reports.best(values.subList(0, recent), direction);
        double after = Reports.best(values.subList(recent, values.size()), direction);
        boolean isWorse = direction.loss(before) + tolerance < direction.loss(after);
        return isWorse
                ? then.reason(history, running)
                        .map(
                                why ->
                                        String.format(
                                                        Locale.ROOT,
                                                        "the last %d steps brought %.6g at best, after %.6g",
                                                        patience + 1,
                                                        after,
                                                        before)
                                                + (why.isEmpty() ? "" : "; " + why))
                : Optional.empty();
    }
}
