package himalia.features;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Amount;
import himalia.display.bundle.InterruptCheck;
import himalia.display.bundle.Progress;
import himalia.model.Feature;
import himalia.model.Provenance;
import himalia.table.Matrices;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import tech.tablesaw.api.Table;

/**
 * Puts in the place of columns of numbers a few that tell most of what they tell: the directions in which the rows differ most.
 *
 * <pre>{@code
 * FittedPca two = new Pca(2).fit(train, "churned");
 * two.apply(test)                     // pca0, pca1 in place of the numbers
 * two.explainedVarianceRatio()        // how much of the variance each tells
 * }</pre>
 *
 * <p>As scikit-learn's: of each direction, the largest number is above 0. Scale the columns first: the widest decides else. Missing cells are
 * refused, and more than 2,000 columns: the time grows with their third power, and once the directions are looked for no interrupt ends it.
 *
 * @param components how many columns come; {@link #ALL} for as many as there are
 * @param columns which columns; empty for all that hold numbers
 */
public record Pca(int components, List<String> columns) implements Step {
    /** As many components as there are columns, or rows where those are fewer. */
    public static final int ALL = 0;

    private static final int MOST_COLUMNS = 2000;

    /** The exponent from which on their products of four are nearly more, or less, than a double holds. */
    private static final int FAR = 200;

    public Pca {
        given(columns, "columns");
        columns = List.copyOf(columns);
        if (components < ALL) {
            throw new IllegalArgumentException(
                    "components must be at least 1, or Pca.ALL, got " + components);
        }
    }

    /** Takes the columns that are named, or all that hold numbers. */
    public Pca(int components, String... columns) {
        this(components, Columns.named(columns));
    }

    /** Turns columns: as many come as there are, or as there are rows. */
    public Pca(List<String> columns) {
        this(ALL, columns);
    }

    /** Turns the columns that are named, or all that hold numbers: as many come. */
    public Pca(String... columns) {
        this(Columns.named(columns));
    }

    @Override
    public FittedPca fit(Table features) {
        return fitted(features, List.of());
    }

    /** Learns from a table with a label, whose name no new column gets. */
    @Override
    public FittedPca fit(Table table, String label) {
        return fitted(NewColumns.features(table, label, columns), List.of(label));
    }

    private FittedPca fitted(Table features, List<String> others) {
        NumberColumns.refuseNoRows(features);
        var chosen = Columns.chosen(features, columns, Columns::areNumbers, name(), "numbers");
        var names = chosen.stream().map(Feature::name).toList();
        var numbers = Matrices.columnsToSquare(features, names, name());
        var rows = Matrices.rows(numbers, IntStream.range(0, features.rowCount()).toArray());
        int most = Math.min(rows.length, names.size());
        if (components > most) {
            throw new IllegalArgumentException(
                    "there are %s and %s of numbers, and of them come at most %s, got %d"
                            .formatted(
                                    Amount.of(rows.length, "row"),
                                    Amount.of(names.size(), "column"),
                                    Amount.of(most, "component"),
                                    components));
        }
        int count = components == ALL ? most : components;
        checkWidth(names.size());
        var means = means(rows);
        var covariances = covariances(rows, means);
        double unit = unit(covariances);
        var matrix = new Array2DRowRealMatrix(covariances, false);
        new InterruptCheck().ask();
        var variances = new EigenDecomposition(matrix);
        var values = variances.getRealEigenvalues();
        var order =
                IntStream.range(0, values.length)
                        .boxed()
                        .sorted((one, other) -> Double.compare(values[other], values[one]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        double all = 0;
        for (double value : values) {
            all += value;
        }
        var directions = new double[count][];
        var ratios = new double[count];
        var singular = new double[count];
        for (int k = 0; k < count; k++) {
            directions[k] = signed(variances.getEigenvector(order[k]).toArray());
            double value = Math.max(values[order[k]], 0);
            ratios[k] = all == 0 ? 0 : value / all;
            singular[k] = Math.sqrt(value * (rows.length - 1)) * Math.sqrt(unit);
        }
        var taken = NewColumns.of(features, names, others);
        var made = IntStream.range(0, count).mapToObj(k -> taken.add("pca" + k)).toList();
        return new FittedPca(
                this, chosen, made, means, directions, ratios, singular, Provenance.of(features));
    }

    /** No interrupt ends what finds the directions, and its time grows with the third power of the columns. */
    private static void checkWidth(int columns) {
        if (columns > MOST_COLUMNS) {
            throw new IllegalArgumentException(
                    "there are %,d columns of numbers, and Pca takes %,d at most: its time grows with the third power of them; name some, or choose by SelectKBest before"
                            .formatted(columns, MOST_COLUMNS));
        }
    }

    private static double[] means(double[][] rows) {
        var means = new double[rows[0].length];
        for (var row : rows) {
            for (int j = 0; j < means.length; j++) {
                means[j] += row[j] / rows.length;
            }
        }
        return means;
    }

    private static double[][] covariances(double[][] rows, double[] means) {
        int width = means.length;
        var sums = new double[width][width];
        var distances = new double[width];
        var interrupt = new InterruptCheck();
        try (var progress = Progress.whenLong("rows", rows.length)) {
            for (var row : rows) {
                interrupt.ask();
                for (int j = 0; j < width; j++) {
                    distances[j] = row[j] - means[j];
                }
                for (int i = 0; i < width; i++) {
                    for (int j = i; j < width; j++) {
                        sums[i][j] += distances[i] * distances[j];
                    }
                }
                progress.advance(1);
            }
            progress.finish("");
        }
        int degrees = Math.max(rows.length - 1, 1);
        for (int i = 0; i < width; i++) {
            for (int j = i; j < width; j++) {
                sums[i][j] /= degrees;
                sums[j][i] = sums[i][j];
            }
        }
        return sums;
    }

    /**
     * Brings covariances whose squares no double holds to others that have the same directions, and returns their unit, a power of two, so that
     * no digit changes.
     */
    private static double unit(double[][] covariances) {
        double largest =
                Arrays.stream(covariances)
                        .flatMapToDouble(Arrays::stream)
                        .map(Math::abs)
                        .max()
                        .orElse(0);
        int exponent = Math.getExponent(largest);
        if (largest == 0 || Math.abs(exponent) < FAR) {
            return 1;
        }
        for (var row : covariances) {
            for (int j = 0; j < row.length; j++) {
                row[j] = Math.scalb(row[j], -exponent);
            }
        }
        return Math.scalb(1.0, exponent);
    }

    /** A direction and its opposite are one; the one whose largest number is above 0 is taken. */
    private static double[] signed(double[] direction) {
        double largest = 0;
        for (double each : direction) {
            largest = Math.abs(each) > Math.abs(largest) ? each : largest;
        }
        for (int j = 0; j < direction.length && largest < 0; j++) {
            direction[j] = -direction[j];
        }
        return direction;
    }
}
