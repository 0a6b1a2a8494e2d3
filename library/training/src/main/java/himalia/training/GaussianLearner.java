package himalia.training;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Amount;
import himalia.model.Labels;
import himalia.model.Model;
import himalia.model.OnlineLearner;
import himalia.model.OnlineTrainer;
import himalia.model.Schema;
import java.util.Arrays;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * Naive Bayes that learns rows as they come; scikit-learn's {@code GaussianNB.partial_fit}.
 *
 * <pre>{@code
 * GaussianLearner learner = new GaussianNB().start(train, "churned");
 * learner.partialFit(train);
 * learner.snapshot()
 * }</pre>
 */
public final class GaussianLearner implements OnlineLearner {
    private final GaussianNB trainer;
    private final Schema schema;
    private final SeenRows seen;
    private double[] counts;
    private double[][] means;
    private double[][] variances;

    private GaussianLearner(
            GaussianNB trainer,
            Schema schema,
            SeenRows seen,
            double[] counts,
            double[][] means,
            double[][] variances) {
        this.trainer = trainer;
        this.schema = schema;
        this.seen = seen;
        this.counts = counts;
        this.means = means;
        this.variances = variances;
    }

    static GaussianLearner of(GaussianNB trainer, Schema schema) {
        int classes = schema.classes().size();
        int width = schema.features().size();
        return new GaussianLearner(
                trainer,
                schema,
                SeenRows.none(schema),
                new double[classes],
                new double[classes][width],
                new double[classes][width]);
    }

    @Override
    public OnlineTrainer trainer() {
        return trainer;
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public long rows() {
        return seen.rows();
    }

    @Override
    public void partialFit(Table table) {
        var rows = schema.completeRows(given(table, "table"), trainer.name());
        var labels = Labels.toCompare(table, schema.label(), schema.classes(), SgdLearner.STARTED);
        if (rows.length == 0) {
            throw new IllegalArgumentException(
                    "the table has no rows; there is nothing to learn from");
        }
        double added = trainer.added(moments(rows)[1], schema);
        var newCounts = counts.clone();
        var newMeans = copy(means);
        var newVariances = copy(variances);
        for (int k = 0; k < newCounts.length; k++) {
            if (seen.rows() > 0) {
                // As scikit-learn does: what is taken away is what these rows add, and not what the
                // last ones added.
                add(newVariances[k], -added);
            }
            var ofClass = of(k, rows, labels);
            if (ofClass.length > 0) {
                merge(newCounts[k], newMeans[k], newVariances[k], ofClass);
                newCounts[k] += ofClass.length;
            }
            add(newVariances[k], added);
            check(newVariances[k]);
        }
        counts = newCounts;
        means = newMeans;
        variances = newVariances;
        seen.add(table);
    }

    private static double[][] of(int code, double[][] rows, Labels labels) {
        return IntStream.range(0, rows.length)
                .filter(row -> labels.code(row) == code)
                .mapToObj(row -> rows[row])
                .toArray(double[][]::new);
    }

    /** Takes rows to those that a mean and a variance are of. */
    private static void merge(double past, double[] mean, double[] variance, double[][] rows) {
        var fresh = moments(rows);
        double all = past + rows.length;
        for (int j = 0; j < mean.length; j++) {
            double apart = mean[j] - fresh[0][j];
            double squares =
                    past * variance[j]
                            + rows.length * fresh[1][j]
                            + rows.length * past / all * apart * apart;
            mean[j] = (rows.length * fresh[0][j] + past * mean[j]) / all;
            variance[j] = squares / all;
        }
    }

    private static double[][] moments(double[][] rows) {
        int width = rows[0].length;
        var moments = new double[2][width];
        for (var row : rows) {
            for (int j = 0; j < width; j++) {
                moments[0][j] += row[j] / rows.length;
            }
        }
        for (var row : rows) {
            for (int j = 0; j < width; j++) {
                double distance = row[j] - moments[0][j];
                moments[1][j] += distance * distance / rows.length;
            }
        }
        return moments;
    }

    private static void add(double[] values, double number) {
        for (int j = 0; j < values.length; j++) {
            values[j] += number;
        }
    }

    private void check(double[] variance) {
        for (int j = 0; j < variance.length; j++) {
            GaussianNB.checkFinite(variance[j], schema.featureNames().get(j));
        }
    }

    @Override
    public Model snapshot() {
        if (seen.rows() == 0) {
            throw new IllegalStateException(
                    "the learner has learnt from no rows yet; give it some with partialFit(table)");
        }
        var deviations = new double[counts.length][];
        var constants = new double[counts.length];
        for (int k = 0; k < counts.length; k++) {
            constants[k] = Math.log(counts[k] / seen.rows());
            deviations[k] = new double[variances[k].length];
            for (int j = 0; j < deviations[k].length; j++) {
                // Of a class without rows nothing is known but that it is not likely.
                double variance = counts[k] == 0 ? 1 : variances[k][j];
                checkWidth(variance, j, k);
                deviations[k][j] = Math.sqrt(variance);
                constants[k] -= Math.log(2 * Math.PI * variance) / 2;
            }
        }
        return new GaussianModel(
                schema, trainer, copy(means), deviations, constants, seen.provenance());
    }

    private void checkWidth(double variance, int column, int code) {
        if (!(variance > 0)) {
            throw new IllegalStateException(
                    "column '%s' is the same in the %s of class '%s' so far, and a bell curve needs a width; learn from more rows, or take a larger smoothing than %s"
                            .formatted(
                                    schema.featureNames().get(column),
                                    Amount.of((long) counts[code], "row"),
                                    schema.classes().get(code),
                                    trainer.smoothing()));
        }
    }

    private static double[][] copy(double[][] rows) {
        return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    }

    @Override
    public GaussianLearner copy() {
        // Counts, means and variances are replaced, and not written to.
        return new GaussianLearner(trainer, schema, seen.copy(), counts, means, variances);
    }

    @Override
    public String toString() {
        return "%s after %,d rows".formatted(trainer, seen.rows());
    }
}
