package himalia.features;

import static himalia.display.bundle.Given.given;

import himalia.table.Quantile;
import java.util.List;
import tech.tablesaw.api.Table;

/**
 * Makes of every number the share of numbers below it: whatever a column's distribution was, it becomes even, or normal.
 *
 * <pre>{@code
 * new QuantileTransformer().fit(train, "churned").apply(test)
 * new QuantileTransformer(1_000, QuantileTransformer.Output.NORMAL).fit(train, "churned")
 * }</pre>
 *
 * <p>As scikit-learn's, but that it looks at all rows, where that draws 10,000 of more. Missing cells are no value, and
 * stay missing.
 *
 * @param quantiles how many quantiles are kept, no more than there are rows; between them it is linear
 * @param output which distribution comes
 * @param columns which columns; empty for all that hold numbers
 */
public record QuantileTransformer(int quantiles, Output output, List<String> columns)
        implements Step {
    /** The distribution that comes. */
    public enum Output {
        /** Even, from 0 to 1. */
        UNIFORM,
        /** Normal, with mean 0 and deviation 1. */
        NORMAL
    }

    public QuantileTransformer {
        given(output, "output");
        given(columns, "columns");
        columns = List.copyOf(columns);
        if (quantiles < 2) {
            throw new IllegalArgumentException("quantiles must be at least 2, got " + quantiles);
        }
    }

    /** Transforms the columns that are named, or every column of numbers. */
    public QuantileTransformer(int quantiles, Output output, String... columns) {
        this(quantiles, output, Columns.named(columns));
    }

    /** Makes columns even, by 1,000 quantiles. */
    public QuantileTransformer(List<String> columns) {
        this(1_000, Output.UNIFORM, columns);
    }

    /** Makes the columns that are named, or every column of numbers, even. */
    public QuantileTransformer(String... columns) {
        this(Columns.named(columns));
    }

    @Override
    public FittedStep fit(Table features) {
        return NumberColumns.fit(
                this,
                features,
                columns,
                (name, values) -> learn(values, Math.min(quantiles, features.rowCount())));
    }

    private QuantileRule learn(double[] values, int count) {
        var sorted = NumberColumns.sorted(values);
        var points = new double[count];
        for (int i = 0; i < count; i++) {
            // A share times the rows, rounded twice, would miss the row that it stands for.
            double place = count == 1 ? 0 : (double) ((long) i * (sorted.length - 1)) / (count - 1);
            points[i] = Quantile.at(sorted, place);
            // Rounding must not put one below the one before.
            points[i] = i > 0 ? Math.max(points[i], points[i - 1]) : points[i];
        }
        return QuantileRule.of(points, output == Output.NORMAL);
    }

    static double share(int place, int count) {
        return count == 1 ? 0 : place / (double) (count - 1);
    }
}
