package himalia.training;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Amount;
import himalia.model.Classifier;
import himalia.model.Labels;
import himalia.model.Model;
import himalia.model.OnlineTrainer;
import himalia.model.Provenance;
import himalia.model.Schema;
import himalia.model.Target;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * Naive Bayes: in each class every feature lies around a mean of its own as a bell curve has it, whatever the others are.
 *
 * <pre>{@code
 * Model model = new GaussianNB().fit(train, "churned");
 * OnlineLearner learner = new GaussianNB().start(train, "churned");   // learns rows as they come
 * }</pre>
 *
 * <p>As scikit-learn's of the same name; Tribuo's naive Bayes counts words, and takes no number below 0.
 *
 * @param smoothing what is added to each variance, as a share of the largest variance of a feature; 0 or more
 */
public record GaussianNB(double smoothing) implements OnlineTrainer, Classifier {
    public GaussianNB {
        Checks.notBelow("smoothing", smoothing, 0);
    }

    /** Adds a billionth of the largest variance to each. */
    public GaussianNB() {
        this(1e-9);
    }

    @Override
    public Model fit(Table table, String label) {
        var labels = Labels.toLearn(table, label);
        var schema = Schema.of(table, labels.target());
        var rows = schema.completeRows(table, name());
        int width = schema.features().size();
        int classes = labels.classes().size();
        var all = moments(rows, new int[rows.length], 1);
        double added = added(all[1][0], schema);
        var moments = moments(rows, labels.codes(), classes);
        var counts = labels.counts();
        var constants = new double[classes];
        for (int k = 0; k < classes; k++) {
            constants[k] = Math.log(counts[k] / (double) rows.length);
            for (int j = 0; j < width; j++) {
                double variance = moments[1][k][j] + added;
                if (variance == 0) {
                    tiny(rows, labels, j, k)
                            .ifPresent(
                                    column -> {
                                        throw tooNear(schema.featureNames().get(column));
                                    });
                }
                check(variance, schema.featureNames().get(j), labels, k);
                moments[1][k][j] = Math.sqrt(variance);
                constants[k] -= Math.log(2 * Math.PI * variance) / 2;
            }
        }
        return new GaussianModel(
                schema, this, moments[0], moments[1], constants, Provenance.of(table));
    }

    @Override
    public GaussianLearner start(Schema schema) {
        if (!(given(schema, "schema").target() instanceof Target.Classes)) {
            throw new IllegalArgumentException(
                    "'%s' is a number, and a GaussianNB tells classes apart; take an SgdRegressor"
                            .formatted(schema.label()));
        }
        return GaussianLearner.of(this, schema);
    }

    @Override
    public GaussianLearner start(Table first, String label) {
        return start(Schema.of(first, Labels.toLearn(first, label).target()));
    }

    /** Returns what is added to each variance; one that no double holds would make all others infinite, and is named. */
    double added(double[] variances, Schema schema) {
        for (int j = 0; j < variances.length; j++) {
            checkFinite(variances[j], schema.featureNames().get(j));
        }
        return smoothing * Arrays.stream(variances).max().orElseThrow();
    }

    /** Returns the means of each class and feature, and their variances. */
    private static double[][][] moments(double[][] rows, int[] codes, int classes) {
        int width = rows[0].length;
        var counts = new int[classes];
        var means = new double[classes][width];
        var variances = new double[classes][width];
        for (int code : codes) {
            counts[code]++;
        }
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < width; j++) {
                means[codes[i]][j] += rows[i][j] / counts[codes[i]];
            }
        }
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < width; j++) {
                double distance = rows[i][j] - means[codes[i]][j];
                variances[codes[i]][j] += distance * distance / counts[codes[i]];
            }
        }
        return new double[][][] {means, variances};
    }

    /**
     * Returns a column of numbers that differ, the squares of whose distances are 0 in a double: that of the class, or, where all
     * variances get a share of the largest, any.
     */
    private OptionalInt tiny(double[][] rows, Labels labels, int column, int code) {
        if (smoothing > 0) {
            return IntStream.range(0, rows[0].length)
                    .filter(j -> vary(Arrays.stream(rows).mapToDouble(row -> row[j])))
                    .findFirst();
        }
        var ofClass =
                IntStream.range(0, rows.length)
                        .filter(row -> labels.code(row) == code)
                        .mapToDouble(row -> rows[row][column]);
        return vary(ofClass) ? OptionalInt.of(column) : OptionalInt.empty();
    }

    private static boolean vary(DoubleStream numbers) {
        return numbers.distinct().limit(2).count() > 1;
    }

    private static IllegalArgumentException tooNear(String column) {
        return new IllegalArgumentException(
                "column '%s' has numbers so near to each other that the squares of their distances are 0 in a double; bring it to scale before, by new StandardScaler(), or multiply it"
                        .formatted(column));
    }

    private void check(double variance, String column, Labels labels, int code) {
        if (variance == 0) {
            throw new IllegalArgumentException(
                    "column '%s' is the same in the %s of class '%s', and a bell curve needs a width; %s"
                            .formatted(
                                    column,
                                    Amount.of(labels.counts()[code], "row"),
                                    labels.classes().get(code),
                                    smoothing == 0
                                            ? "take a smoothing such as 1e-9, new GaussianNB()"
                                            : "no column varies: another model is wanted, or other columns"));
        }
        checkFinite(variance, column);
    }

    static void checkFinite(double variance, String column) {
        if (!Double.isFinite(variance)) {
            throw new IllegalArgumentException(
                    "column '%s' has numbers whose squares no double holds; divide it by something first"
                            .formatted(column));
        }
    }
}
