package himalia.features;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.InterruptCheck;
import himalia.evaluation.Scoring;
import himalia.model.Provenance;
import himalia.model.Trainer;
import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.Table;

/**
 * Adds the column that makes a model best, then the one that makes it best with that, and so on; or leaves them out likewise.
 *
 * <pre>{@code
 * new SequentialFeatureSelector(new LogisticRegression(1.0), 3).fit(train, "churned").apply(test)
 * }</pre>
 *
 * <p>As scikit-learn's: how good a model is, is told on folds, by accuracy or R² unless another metric is named. Of columns as good, the first is taken. It trains a model for every
 * column, step and fold.
 *
 * @param trainer what trains the models; it takes the columns as they are
 * @param features how many columns are kept
 * @param direction where it begins
 * @param folds how many folds
 * @param scoring how good a model is, more for a better one; defined in every fold
 */
public record SequentialFeatureSelector(
        Trainer trainer, int features, Direction direction, int folds, Scoring scoring)
        implements LabelledStep {
    /** Where it begins. */
    public enum Direction {
        /** With no column. */
        FORWARD,
        /** With all. */
        BACKWARD
    }

    public SequentialFeatureSelector {
        given(trainer, "trainer");
        given(direction, "direction");
        given(scoring, "scoring");
        if (features < 1) {
            throw new IllegalArgumentException("features must be at least 1, got " + features);
        }
        if (folds < 2) {
            throw new IllegalArgumentException("folds must be at least 2, got " + folds);
        }
    }

    /** Judges by accuracy, or R² where numbers are predicted. */
    public SequentialFeatureSelector(
            Trainer trainer, int features, Direction direction, int folds) {
        this(trainer, features, direction, folds, Scoring.ACCURACY_OR_R2);
    }

    /** Begins with no column, and asks five folds. */
    public SequentialFeatureSelector(Trainer trainer, int features) {
        this(trainer, features, Direction.FORWARD, 5);
    }

    @Override
    public FittedStep fit(Table table, String label) {
        scoring.checkFits(trainer);
        var all = NewColumns.features(table, label);
        var names = SelectedColumns.names(trainer, all, features);
        var judged = SelectionFolds.of(trainer, table, names, label, folds);
        boolean isForward = direction == Direction.FORWARD;
        var kept = isForward ? new ArrayList<String>() : new ArrayList<>(names);
        while (kept.size() != features) {
            var best = "";
            double most = Double.NEGATIVE_INFINITY;
            for (var name : names) {
                if (kept.contains(name) == isForward) {
                    continue;
                }
                double score = score(table, changed(kept, name), label, judged);
                if (score > most || best.isEmpty()) {
                    most = score;
                    best = name;
                }
            }
            kept = changed(kept, best);
        }
        var reads = SelectedColumns.reads(trainer, all);
        return new FittedSelection(this, reads, kept, Provenance.of(all));
    }

    private static ArrayList<String> changed(List<String> kept, String name) {
        var changed = new ArrayList<>(kept);
        if (!changed.remove(name)) {
            changed.add(name);
        }
        return changed;
    }

    private double score(Table table, List<String> names, String label, SelectionFolds judged) {
        var interrupt = new InterruptCheck();
        var rows = SelectedColumns.of(trainer, table, names, label);
        double sum = 0;
        for (int each = 0; each < folds; each++) {
            interrupt.ask();
            var test = judged.in(rows, each);
            try (var model = trainer.fit(judged.outside(rows, each), label)) {
                sum += SelectionFolds.score(scoring, model, test, label, each);
            }
        }
        return sum / folds;
    }
}
