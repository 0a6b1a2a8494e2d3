package himalia.features;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.InterruptCheck;
import himalia.model.Feature;
import himalia.model.Provenance;
import himalia.model.Trainer;
import java.util.ArrayList;
import tech.tablesaw.api.Table;

/**
 * Leaves out the column that a model needs least, trains again without it, and so on, until as many are left as are wanted.
 *
 * <pre>{@code
 * new Rfe(new LogisticRegression(1.0), 5, 42).fit(train, "churned").apply(test)
 * }</pre>
 *
 * <p>As scikit-learn's, but that what a model needs is told by {@link PermutationImportance} on the rows to learn from, since
 * not every model has weights. Of columns needed as little, the last goes.
 *
 * @param trainer what trains the models; it takes the columns as they are
 * @param features how many columns are kept
 * @param seed makes two runs agree
 */
public record Rfe(Trainer trainer, int features, long seed) implements LabelledStep {
    private static final int REPEATS = 3;

    public Rfe {
        given(trainer, "trainer");
        if (features < 1) {
            throw new IllegalArgumentException("features must be at least 1, got " + features);
        }
    }

    @Override
    public FittedStep fit(Table table, String label) {
        var all = NewColumns.features(table, label);
        var kept = SelectedColumns.names(all, features);
        var interrupt = new InterruptCheck();
        while (kept.size() > features) {
            interrupt.ask();
            var rows = SelectedColumns.of(table, kept, label);
            try (var model = trainer.fit(rows, label)) {
                var importance = PermutationImportance.of(model, rows, label, REPEATS, seed);
                kept.remove(importance.stringColumn("feature").get(kept.size() - 1));
            }
        }
        var reads = all.columns().stream().map(Feature::of).toList();
        return new FittedSelection(this, reads, new ArrayList<>(kept), Provenance.of(all));
    }
}
