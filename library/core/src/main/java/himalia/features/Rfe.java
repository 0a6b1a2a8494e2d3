package himalia.features;

import static himalia.display.bundle.Given.given;

import himalia.evaluation.Scoring;
import himalia.model.Provenance;
import himalia.model.Trainer;
import tech.tablesaw.api.Table;

/**
 * Leaves out the column that a model needs least, trains again without it, and so on, until as many are left as are wanted.
 *
 * <pre>{@code
 * new Rfe(new LogisticRegression(1.0), 5, 42).fit(train, "churned").apply(test)
 * new Rfe(new LogisticRegression(1.0), 5, Rfe.By.MODEL, 42)      // by its weights, as scikit-learn
 * }</pre>
 *
 * <p>As scikit-learn's; since not every model has weights, what it needs is told by {@link himalia.evaluation.explanation.PermutationImportance} on the rows to learn from, unless
 * {@link By#MODEL} is asked for: by accuracy or R², where {@link RfeCv} takes another metric. Of columns needed as little, that of
 * the least weight in the model goes, or the last where the model tells none; what is mixed at no cost, or with gain by chance, is
 * needed as little.
 *
 * @param trainer what trains the models; it takes the columns as they are
 * @param features how many columns are kept, at least 1
 * @param by what tells how much a column is needed
 * @param seed makes two runs agree
 */
public record Rfe(Trainer trainer, int features, By by, long seed) implements LabelledStep {
    /** What tells how much a model needs a column. */
    public enum By {
        /** How much worse it does when the column's cells are mixed. */
        PERMUTATION,
        /** Its own weights, squared and added up over classes, or gains: {@link himalia.model.Model#importances}. */
        MODEL
    }

    public Rfe {
        given(trainer, "trainer");
        given(by, "by");
        if (features < 1) {
            throw new IllegalArgumentException("features must be at least 1, got " + features);
        }
    }

    /** Mixes columns to tell what is needed. */
    public Rfe(Trainer trainer, int features, long seed) {
        this(trainer, features, By.PERMUTATION, seed);
    }

    @Override
    public FittedStep fit(Table table, String label) {
        var all = NewColumns.features(table, label);
        var kept =
                Elimination.down(
                        trainer,
                        table,
                        label,
                        features,
                        by,
                        Scoring.ACCURACY_OR_R2,
                        seed,
                        (names, model) -> {});
        var reads = SelectedColumns.reads(trainer, all);
        return new FittedSelection(this, reads, kept, Provenance.of(all));
    }
}
