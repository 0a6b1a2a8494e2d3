package himalia.features;

import static himalia.display.bundle.Given.given;

import java.util.List;
import tech.tablesaw.api.Table;

/**
 * Brings columns of numbers to a range, 0 to 1 unless another is given.
 *
 * <pre>{@code
 * new MinMaxScaler().fit(train, "churned").apply(test)
 * new MinMaxScaler(-1, 1).fit(train, "churned")
 * }</pre>
 *
 * <p>As scikit-learn's: the least and the most are those of the rows to learn from, so that others may fall outside
 * unless they are clipped; a constant column becomes the least of the range; missing cells are no value, and stay missing.
 *
 * @param least what the least becomes, {@code feature_range[0]} there
 * @param most what the most becomes
 * @param clip whether what falls outside becomes the nearest that is inside
 * @param columns which columns; empty for all that hold numbers
 */
public record MinMaxScaler(double least, double most, boolean clip, List<String> columns)
        implements Step {
    public MinMaxScaler {
        given(columns, "columns");
        columns = List.copyOf(columns);
        if (!(least < most) || Double.isInfinite(most - least)) {
            throw new IllegalArgumentException(
                    "the range must go from a number to a larger one, got %s to %s"
                            .formatted(least, most));
        }
    }

    /** Brings columns to a range. */
    public MinMaxScaler(double least, double most, List<String> columns) {
        this(least, most, false, columns);
    }

    /** Brings the columns that are named, or every column of numbers, to a range. */
    public MinMaxScaler(double least, double most, String... columns) {
        this(least, most, Columns.named(columns));
    }

    /** Brings columns to 0 to 1. */
    public MinMaxScaler(List<String> columns) {
        this(0, 1, columns);
    }

    /** Brings the columns that are named, or every column of numbers, to 0 to 1. */
    public MinMaxScaler(String... columns) {
        this(Columns.named(columns));
    }

    @Override
    public FittedStep fit(Table features) {
        return NumberColumns.fit(this, features, columns, (name, values) -> rule(values));
    }

    private NumberRule rule(double[] values) {
        var range = NumberColumns.range(values);
        return Double.isFinite(range[1] - range[0])
                ? scaling(range[0], range[1])
                : new HalvedScaling(scaling(range[0] / 2, range[1] / 2));
    }

    private Scaling scaling(double low, double high) {
        double width = high - low;
        return new Scaling(
                low,
                Scaling.divisor(width) / (most - least),
                least,
                clip ? least : Double.NEGATIVE_INFINITY,
                clip ? most : Double.POSITIVE_INFINITY);
    }
}
