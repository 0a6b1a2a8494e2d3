package himalia.features;

import static himalia.display.bundle.Given.given;

import himalia.table.Quantile;
import java.util.List;
import tech.tablesaw.api.Table;

/**
 * Takes from columns of numbers their median, and divides by the distance of two quantiles, which few wild values do not move.
 *
 * <pre>{@code
 * new RobustScaler().fit(train, "churned").apply(test)
 * }</pre>
 *
 * <p>As scikit-learn's; where the two quantiles are the same, the scale stays; missing cells are no value, and stay missing.
 *
 * @param withCentering whether the median is taken away
 * @param withScaling whether the distance divides
 * @param lower the lower quantile in percent
 * @param upper the upper one
 * @param columns which columns; empty for all that hold numbers
 */
public record RobustScaler(
        boolean withCentering,
        boolean withScaling,
        double lower,
        double upper,
        List<String> columns)
        implements Step {
    public RobustScaler {
        given(columns, "columns");
        columns = List.copyOf(columns);
        if (!(0 <= lower && lower <= upper && upper <= 100)) {
            throw new IllegalArgumentException(
                    "the quantiles must be percents in order, 0 to 100, got %s and %s"
                            .formatted(lower, upper));
        }
    }

    /** Scales columns by their quartiles. */
    public RobustScaler(List<String> columns) {
        this(true, true, 25, 75, columns);
    }

    /** Scales the columns that are named, or every column of numbers, by their quartiles. */
    public RobustScaler(String... columns) {
        this(Columns.named(columns));
    }

    @Override
    public FittedStep fit(Table features) {
        return NumberColumns.fit(
                this, features, columns, (name, values) -> rule(NumberColumns.sorted(values)));
    }

    private NumberRule rule(double[] sorted) {
        double low = Quantile.of(sorted, lower / 100);
        double high = Quantile.of(sorted, upper / 100);
        double center = withCentering ? Quantile.of(sorted, 0.5) : 0;
        if (!withScaling) {
            return Scaling.of(center, 1);
        }
        return Double.isFinite(high - low)
                ? Scaling.of(center, high - low)
                : new HalvedScaling(Scaling.of(center / 2, high / 2 - low / 2));
    }
}
