package himalia.training;

import himalia.features.Standardiser;
import himalia.model.Model;
import himalia.model.NumericLabel;
import himalia.model.Provenance;
import himalia.model.Regressor;
import himalia.model.Schema;
import himalia.model.Trainer;
import java.util.Arrays;
import org.tribuo.MutableDataset;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.slm.ElasticNetCDTrainer;
import org.tribuo.regression.slm.SparseLinearModel;
import tech.tablesaw.api.Table;

/**
 * A linear model of a number whose weights are held back by their size and by their squares, by Tribuo's coordinate descent: features of
 * little use have the weight 0, and those that tell the same share one.
 *
 * <pre>{@code
 * Model model = new ElasticNet(1.0, 0.5).fit(homes, "price");
 * }</pre>
 *
 * <p>Features are standardised by the training rows; the intercept is not held back. It minimises {@code sum((y - Xw)²) / 2n + alpha · l1Ratio ·
 * sum(|w|) + alpha · (1 - l1Ratio) / 2 · sum(w²)}, as scikit-learn's of the same name does after its {@code StandardScaler}, but goes on to the
 * minimum, where scikit-learn stops at a tolerance of 0.0001, or to as many rounds as take a second, 10,000 to a million, after which it says nothing; an interrupt is heard before the
 * first one. H. Zou, T. Hastie (2005): Regularization and variable selection via the elastic
 * net. Journal of the Royal Statistical Society B 67, 301–320.
 *
 * @param alpha how much weights are held back, above 0, in the unit of the label
 * @param l1Ratio how much of that by their size, above 0 and at most 1; the rest by their squares
 */
public record ElasticNet(double alpha, double l1Ratio) implements Regressor {
    /** Of the loss, relative to that of predicting the mean. */
    private static final double TOLERANCE = 1e-12;

    private static final int FEWEST_ROUNDS = 10_000;
    private static final int MOST_ROUNDS = 1_000_000;

    /** A share by size that is smaller moves no weight by more than its root's part of a deviation of the label, and Tribuo takes none. */
    private static final double LEAST_SHARE = 1e-12;

    /** In cells looked at: where columns go together a small table may have many rounds, some seconds' worth. */
    private static final double WORK = 1e9;

    public ElasticNet {
        checkAlpha(alpha);
        if (!(l1Ratio > 0 && l1Ratio <= 1)) {
            throw new IllegalArgumentException(
                    "l1Ratio must be above 0 and at most 1, got %s; at 0 it is Ridge"
                            .formatted(l1Ratio));
        }
    }

    /** Holds weights back by an alpha of 1, half by their size and half by their squares. */
    public ElasticNet() {
        this(1, 0.5);
    }

    static void checkAlpha(double alpha) {
        if (!(alpha > 0 && alpha < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "alpha must be above 0 and finite, got %s; at 0 it is LinearRegression"
                            .formatted(alpha));
        }
    }

    @Override
    public Model fit(Table table, String label) {
        return fit(table, label, this);
    }

    /** Trains for {@code trainer}, which may be another name for this. */
    Model fit(Table table, String label, Trainer trainer) {
        var numbers = NumericLabel.of(table, label);
        var schema = Schema.of(table, numbers.target());
        var rows = schema.completeRows(table, trainer.name());
        var standardiser = Standardiser.of(rows);
        var column = new double[numbers.values().length][1];
        Arrays.setAll(column, i -> new double[] {numbers.values()[i]});
        var middle = Standardiser.of(column);
        // In the unit of a label of deviation 1, so that the label's own does not matter.
        double size = alpha * l1Ratio / middle.deviations()[0];
        double squares = alpha * (1 - l1Ratio);
        if (size <= LEAST_SHARE * squares) {
            double summed = Math.min(Double.MAX_VALUE, squares * rows.length);
            return new LinearRegression(summed).fit(table, label, trainer);
        }
        var vector =
                weights(
                        standardiser.apply(rows),
                        middle.apply(column),
                        new double[] {size, squares},
                        trainer);
        for (int j = 0; j < vector.length; j++) {
            vector[j] *= middle.deviations()[0];
        }
        vector[vector.length - 1] = middle.means()[0];
        return new LinearModel(
                schema, trainer, standardiser, new double[][] {vector}, Provenance.of(table));
    }

    /**
     * Learns a label of deviation 1.
     *
     * @param held by size, and by squares
     */
    private static double[] weights(
            double[][] rows, double[][] label, double[] held, Trainer trainer) {
        TrainingInterrupted.check(trainer.name(), 0, "rounds");
        int width = rows[0].length;
        var vector = new double[width + 1];
        // No column goes along with the label by more than 1.
        if (held[0] >= 1) {
            return vector;
        }
        var factory = new RegressionFactory();
        var dataset =
                new MutableDataset<>(new SimpleDataSourceProvenance("table", factory), factory);
        var names = FeatureNames.ordered(width);
        for (int i = 0; i < rows.length; i++) {
            dataset.add(
                    new ArrayExample<>(
                            new org.tribuo.regression.Regressor("y", label[i][0]), names, rows[i]));
        }
        double all = held[0] + held[1];
        var descent =
                new ElasticNetCDTrainer(
                        all, held[0] / all, TOLERANCE, rounds(rows.length, width), false, 0);
        var learnt = (SparseLinearModel) descent.train(dataset);
        for (var weight : learnt.getWeights().values().iterator().next()) {
            if (weight.index < width) {
                vector[weight.index] = weight.value;
            }
        }
        return vector;
    }

    private static int rounds(int rows, int width) {
        double affordable = WORK / ((double) rows * Math.max(1, width));
        return (int) Math.min(MOST_ROUNDS, Math.max(FEWEST_ROUNDS, affordable));
    }
}
