package himalia.search.pruners;

import static himalia.display.bundle.Given.given;

import himalia.search.Pruner;
import himalia.search.StudyHistory;
import himalia.search.TrialRecord;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;

/**
 * Lets a trial be as long as it still gets better; then it ends, or another pruner is asked.
 *
 * <pre>{@code
 * study.with(new PatientPruner(5))                           // ends after 5 steps without a better one
 * study.with(new PatientPruner(new MedianPruner(), 5, 0))    // only those are compared with the median
 * }</pre>
 *
 * @param then is asked about a trial that gets no better
 * @param patience steps that a trial may get no better
 * @param least what counts as better, in the objective's unit
 */
public record PatientPruner(Pruner then, int patience, double least) implements Pruner {
    public PatientPruner {
        given(then, "then");
        if (patience < 0 || !(least >= 0)) {
            throw new IllegalArgumentException(
                    "patience and least must be at least 0, got %d and %s"
                            .formatted(patience, least));
        }
    }

    /** Ends a trial after so many steps without a better value. */
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
        boolean isStuck = direction.loss(before) + least < direction.loss(after);
        return isStuck
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
