package himalia.features;

import static himalia.display.bundle.Given.given;

import himalia.model.Model;
import himalia.model.Provenance;
import himalia.model.Trainer;
import himalia.table.Quantile;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * Keeps the columns that count most in a model that is trained once.
 *
 * <pre>{@code
 * new SelectFromModel(new LogisticRegression(1.0)).fit(train, "churned").apply(test)      // at least the mean
 * new SelectFromModel(new LogisticRegression(1.0)).above(SelectFromModel.Threshold.MEDIAN, 1.25).maxFeatures(5)
 * }</pre>
 *
 * <p>As scikit-learn's: what a column counts is the sum of its absolute weights over classes, or its gain in trees ({@link Model#importances}). Linear models weigh
 * standardised columns here, so units do not matter.
 *
 * @param trainer what trains the model; it takes the columns as they are
 * @param threshold what a column must count at least
 * @param value the number itself for {@link Threshold#NUMBER}, else how many times the mean or median; at least 0
 * @param maxFeatures how many are kept at most, those that count most; 0 for any
 */
public record SelectFromModel(Trainer trainer, Threshold threshold, double value, int maxFeatures)
        implements LabelledStep {
    /** What a column must count at least. */
    public enum Threshold {
        /** As much as columns do on average. */
        MEAN,
        /** As much as the column in the middle. */
        MEDIAN,
        /** A number. */
        NUMBER
    }

    public SelectFromModel {
        given(trainer, "trainer");
        given(threshold, "threshold");
        if (!(value >= 0)) {
            throw new IllegalArgumentException("value must be at least 0, got " + value);
        }
        if (maxFeatures < 0) {
            throw new IllegalArgumentException(
                    "maxFeatures must be a number of columns, or 0 for any, got " + maxFeatures);
        }
    }

    /** Keeps the columns that count at least as much as columns do on average. */
    public SelectFromModel(Trainer trainer) {
        this(trainer, Threshold.MEAN, 1, 0);
    }

    /** Returns the same, with another threshold: some times the mean or median, or a number. */
    public SelectFromModel above(Threshold threshold, double value) {
        return new SelectFromModel(trainer, given(threshold, "threshold"), value, maxFeatures);
    }

    /** Returns the same, which keeps no more columns than that. */
    public SelectFromModel maxFeatures(int most) {
        return new SelectFromModel(trainer, threshold, value, most);
    }

    /**
     * Trains the model, and keeps what counts in it.
     *
     * @throws UnsupportedOperationException if the model does not tell what its columns count
     * @throws IllegalArgumentException if no column counts that much
     */
    @Override
    public FittedStep fit(Table table, String label) {
        var all = NewColumns.features(table, label);
        try (var model = trainer.fit(table, label)) {
            var names = model.schema().featureNames();
            var counts = counts(model);
            double least = least(counts);
            var kept =
                    IntStream.range(0, counts.length)
                            .boxed()
                            .sorted(Comparator.comparingDouble(j -> -counts[j]))
                            .limit(maxFeatures == 0 ? counts.length : maxFeatures)
                            .filter(j -> counts[j] >= least)
                            .map(names::get)
                            .toList();
            if (kept.isEmpty()) {
                throw new IllegalArgumentException(
                        "no column counts %s or more, the most is %s; lower the threshold"
                                .formatted(least, Arrays.stream(counts).max().orElse(0)));
            }
            var reads = SelectedColumns.reads(trainer, all);
            return new FittedSelection(this, reads, kept, Provenance.of(all));
        }
    }

    private static double[] counts(Model model) {
        var counts = new double[model.schema().featureNames().size()];
        for (var weights : model.importances()) {
            Arrays.setAll(counts, j -> counts[j] + Math.abs(weights[j]));
        }
        return counts;
    }

    private double least(double[] counts) {
        return switch (threshold) {
            case MEAN -> value * Arrays.stream(counts).average().orElse(0);
            case MEDIAN -> value * Quantile.of(NumberColumns.sorted(counts), 0.5);
            case NUMBER -> value;
        };
    }
}
