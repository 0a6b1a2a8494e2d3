package himalia.features;

import static himalia.display.bundle.Given.given;

import himalia.evaluation.Scoring;
import himalia.model.Provenance;
import himalia.model.Trainer;
import tech.tablesaw.api.Table;

/**
 * Finds on folds how many columns a model does best with, and leaves out the others as {@link Rfe} does.
 *
 * <pre>{@code
 * FittedRfeCv best = new RfeCv(new LogisticRegression(1.0), 1, 5, 42).fit(train, "churned");
 * best.chart()          // how well it does by the number of columns
 * best.apply(test)
 * }</pre>
 *
 * <p>As scikit-learn's {@code RFECV}: in every fold columns are left out one by one, and each model on the way is judged on the rows that it has not seen. Of numbers
 * of columns that do as well, the least is taken. It trains a model for every column and fold.
 *
 * @param trainer what trains the models; it takes the columns as they are
 * @param minFeatures how many columns are kept at least, 1 or more
 * @param folds how many folds, at least 2
 * @param scoring how well a model does, more for a better one: {@code Scoring.BALANCED_ACCURACY} where a class is rare; it also tells how much a column is needed whose cells
 *     are mixed, and is defined in every fold
 * @param by what tells how much a column is needed
 * @param seed makes two runs agree
 */
public record RfeCv(
        Trainer trainer, int minFeatures, int folds, Scoring scoring, Rfe.By by, long seed)
        implements LabelledStep {
    public RfeCv {
        given(trainer, "trainer");
        given(scoring, "scoring");
        given(by, "by");
        if (minFeatures < 1) {
            throw new IllegalArgumentException(
                    "minFeatures must be at least 1, got " + minFeatures);
        }
        if (folds < 2) {
            throw new IllegalArgumentException("folds must be at least 2, got " + folds);
        }
    }

    /** Judges by accuracy or R², and mixes columns to tell what is needed. */
    public RfeCv(Trainer trainer, int minFeatures, int folds, long seed) {
        this(trainer, minFeatures, folds, Scoring.ACCURACY_OR_R2, Rfe.By.PERMUTATION, seed);
    }

    @Override
    public FittedRfeCv fit(Table table, String label) {
        scoring.checkFits(trainer);
        var all = NewColumns.features(table, label);
        var names = SelectedColumns.names(trainer, all, minFeatures);
        var judged = SelectionFolds.of(trainer, table, names, label, folds);
        var scores = new double[folds][];
        for (int each = 0; each < folds; each++) {
            scores[each] =
                    scores(
                            judged.outside(table, each),
                            judged.in(table, each),
                            label,
                            names.size(),
                            each);
        }
        int best = minFeatures + best(scores);
        var kept =
                Elimination.down(
                        trainer, table, label, best, by, scoring, seed, (some, model) -> {});
        var reads = SelectedColumns.reads(trainer, all);
        return new FittedRfeCv(
                new FittedSelection(this, reads, kept, Provenance.of(all)), minFeatures, scores);
    }

    /** Returns a score for each number of columns from the least on. */
    private double[] scores(Table train, Table test, String label, int most, int fold) {
        var scores = new double[most - minFeatures + 1];
        var last =
                Elimination.down(
                        trainer,
                        train,
                        label,
                        minFeatures,
                        by,
                        scoring,
                        seed,
                        (names, model) ->
                                scores[names.size() - minFeatures] =
                                        SelectionFolds.score(scoring, model, test, label, fold));
        try (var model = trainer.fit(SelectedColumns.of(trainer, train, last, label), label)) {
            scores[0] = SelectionFolds.score(scoring, model, test, label, fold);
        }
        return scores;
    }

    private static int best(double[][] scores) {
        var sums = new double[scores[0].length];
        int best = 0;
        for (int number = 0; number < sums.length; number++) {
            for (var fold : scores) {
                sums[number] += fold[number];
            }
            best = sums[number] > sums[best] ? number : best;
        }
        return best;
    }
}
