package himalia.features;

import static himalia.display.bundle.Given.given;

import java.util.List;
import tech.tablesaw.api.Table;

/**
 * Takes powers of columns of numbers, such that they become as normal as a power can make them.
 *
 * <pre>{@code
 * new PowerTransformer().fit(train, "churned").apply(test)
 * new PowerTransformer(PowerTransformer.Method.BOX_COX).fit(homes, "price")   // numbers above 0
 * }</pre>
 *
 * <p>As scikit-learn's: the power is the likeliest one; missing cells are no value, and stay missing.
 *
 * @param method which family of powers
 * @param standardize whether mean 0 and deviation 1 follow
 * @param columns which columns; empty for all that hold numbers
 */
public record PowerTransformer(Method method, boolean standardize, List<String> columns)
        implements Step {
    /** A family of powers. */
    public enum Method {
        /** Of any number: of one more than it above 0, of one less than it below. */
        YEO_JOHNSON,
        /** Of numbers above 0. */
        BOX_COX
    }

    /** The likeliest power grows as numbers shrink. */
    private static final double SMALLEST = 1e-290;

    /** A deviation of powers, in the largest of them: four last digits of a double are a millionth of it. */
    private static final double NARROWEST = 4.4e-10;

    public PowerTransformer {
        given(method, "method");
        given(columns, "columns");
        columns = List.copyOf(columns);
    }

    /** Transforms columns, and standardizes them. */
    public PowerTransformer(Method method, List<String> columns) {
        this(method, true, columns);
    }

    /** Transforms the columns that are named, or all that hold numbers, and standardizes them. */
    public PowerTransformer(Method method, String... columns) {
        this(method, Columns.named(columns));
    }

    /** Transforms columns by Yeo and Johnson's powers, and standardizes them. */
    public PowerTransformer(List<String> columns) {
        this(Method.YEO_JOHNSON, columns);
    }

    /** Transforms the same way the columns that are named, or all that hold numbers. */
    public PowerTransformer(String... columns) {
        this(Columns.named(columns));
    }

    @Override
    public FittedStep fit(Table features) {
        return NumberColumns.fit(this, features, columns, this::learn);
    }

    private PowerRule learn(String name, double[] values) {
        var range = NumberColumns.range(values);
        boolean isBoxCox = method == Method.BOX_COX;
        if (isBoxCox && range[0] <= 0) {
            throw new IllegalArgumentException(
                    "column '%s' holds %s, and %s; %s"
                            .formatted(name, range[0], PowerRule.ABOVE_ZERO, PowerRule.INSTEAD));
        }
        double largest = Math.max(-range[0], range[1]);
        if (!isBoxCox && range[0] < range[1] && largest < SMALLEST) {
            throw new IllegalArgumentException(
                    "column '%s' reaches from %s to %s, and its likeliest power is larger than a double holds; bring it to scale before, by new StandardScaler(), or multiply it"
                            .formatted(name, range[0], range[1]));
        }
        double power = range[0] == range[1] ? 1 : PowerRule.likeliest(values, isBoxCox);
        var rule = new PowerRule(isBoxCox, power, 0, 1);
        var rows = new double[values.length][];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = new double[] {rule.apply(values[row])};
        }
        checkDigits(rows, rule, name, range);
        if (!standardize) {
            return checked(rule, name, range);
        }
        var scale = Standardiser.of(rows);
        return checked(
                new PowerRule(isBoxCox, power, scale.means()[0], scale.deviations()[0]),
                name,
                range);
    }

    /** Of powers that are all alike, the few digits in which they differ are rounding. */
    private static void checkDigits(
            double[][] powers, PowerRule rule, String name, double[] range) {
        double largest = 0;
        double mean = 0;
        for (var power : powers) {
            largest = Math.max(largest, Math.abs(power[0]));
            mean += power[0] / powers.length;
        }
        double squares = 0;
        for (var power : powers) {
            double apart = (power[0] - mean) / largest;
            squares += apart * apart / powers.length;
        }
        if (range[0] < range[1] && squares < NARROWEST * NARROWEST) {
            throw new IllegalArgumentException(
                    "column '%s' reaches from %s to %s, and its likeliest power, %.6g, leaves no six digits of what its rows differ by; bring it to scale before, by new StandardScaler()"
                            .formatted(name, range[0], range[1], rule.power()));
        }
    }

    /** Powers grow with their numbers, so the least and the most of them tell of all. */
    private static PowerRule checked(PowerRule rule, String name, double[] range) {
        if (Double.isFinite(rule.apply(range[0])) && Double.isFinite(rule.apply(range[1]))) {
            return rule;
        }
        throw new IllegalArgumentException(
                "column '%s' reaches from %s to %s, and PowerTransformer takes powers of it, which are larger than a double holds; divide it before, or leave it out by naming the other columns"
                        .formatted(name, range[0], range[1]));
    }
}
