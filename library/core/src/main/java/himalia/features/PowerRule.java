package himalia.features;

import himalia.model.UnfitCell;
import himalia.onnx.OnnxValue;
import himalia.table.LargestUnit;
import himalia.table.Tables;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.columns.Column;

/**
 * A power of a number, moved and stretched.
 *
 * <p>I.-K. Yeo, R. A. Johnson (2000): A new family of power transformations to improve normality or symmetry.
 * Biometrika 87, 954–959.
 *
 * @param isBoxCox whether the power is that of the number itself
 */
record PowerRule(boolean isBoxCox, double power, double mean, double deviation)
        implements NumberRule {
    static final String ABOVE_ZERO = "Box and Cox take powers of numbers above 0";
    static final String INSTEAD = "use PowerTransformer.Method.YEO_JOHNSON";

    private static final double NONE = Math.ulp(1.0);

    /** Half of all exponents, such that squares of powers are numbers still. */
    private static final double LEAST_LOG =
            (Math.log(Double.MIN_NORMAL) - Math.log(Math.ulp(1.0))) / 2;

    private static final double MOST_LOG =
            (Math.log(Double.MAX_VALUE) + Math.log(Math.ulp(1.0))) / 2;

    /** How much further than the numbers that are learnt from others are expected. */
    private static final double FURTHER = 20;

    /** Returns the power after which a normal distribution is likeliest; NaN if a double holds none of them. */
    static double likeliest(double[] values, boolean isBoxCox) {
        double sum = 0;
        for (double value : values) {
            sum += isBoxCox ? Math.log(value) : Math.signum(value) * Math.log1p(Math.abs(value));
        }
        double logs = sum;
        DoubleUnaryOperator unlikely =
                power -> {
                    double log = logVariance(values, new PowerRule(isBoxCox, power, 0, 1));
                    return Double.isFinite(log)
                            ? values.length / 2.0 * log - (power - 1) * logs
                            : Double.POSITIVE_INFINITY;
                };
        if (isBoxCox) {
            return Minimum.of(unlikely, -2, 2);
        }
        var bounds = bounds(NumberColumns.range(values));
        // Of numbers far away on both sides one side's powers are too large whatever the power is.
        return bounds[0] <= bounds[1]
                ? Minimum.between(unlikely, bounds[0], bounds[1])
                : Double.NaN;
    }

    /** As SciPy's: between them no power of an expected number is larger or smaller than a double holds. */
    private static double[] bounds(double[] range) {
        double most = Math.max(-range[0], range[1]);
        double log =
                Double.isFinite(FURTHER * most)
                        ? Math.log1p(FURTHER * most)
                        : Math.log(FURTHER) + Math.log(most);
        double low = LEAST_LOG / log;
        double high = MOST_LOG / log;
        if (range[1] < 0) {
            return new double[] {2 - high, 2 - low};
        }
        return range[0] < 0
                ? new double[] {Math.max(2 - high, low), Math.min(2 - low, high)}
                : new double[] {low, high};
    }

    /** In the unit of the largest of them, so that no square is too small. */
    private static double logVariance(double[] values, PowerRule rule) {
        var powers = new double[values.length];
        Arrays.setAll(powers, row -> rule.apply(values[row]));
        int exponent = LargestUnit.exponent(Arrays.stream(powers));
        double sum = 0;
        for (int row = 0; row < powers.length; row++) {
            powers[row] = Math.scalb(powers[row], -exponent);
            sum += powers[row];
        }
        double mean = sum / powers.length;
        double squares = 0;
        for (double each : powers) {
            squares += (each - mean) * (each - mean);
        }
        return Math.log(squares / powers.length) + 2 * exponent * Math.log(2);
    }

    @Override
    public List<Column<?>> apply(Column<?> column) {
        if (isBoxCox) {
            var values = Tables.doubles((NumericColumn<?>) column);
            for (int row = 0; row < values.length; row++) {
                if (values[row] <= 0) {
                    throw new UnfitCell(
                            column.name(),
                            row,
                            "is %s, and %s".formatted(values[row], ABOVE_ZERO),
                            "column '%s' holds %s in row %d, and %s; %s"
                                    .formatted(
                                            column.name(), values[row], row, ABOVE_ZERO, INSTEAD));
                }
            }
        }
        return NumberRule.super.apply(column);
    }

    @Override
    public double apply(double value) {
        return (powered(value) - mean) / deviation;
    }

    private double powered(double value) {
        if (isBoxCox) {
            return powered(Math.log(value), power);
        }
        return value >= 0
                ? powered(Math.log1p(value), power)
                : -powered(Math.log1p(-value), 2 - power);
    }

    private static double powered(double log, double power) {
        return Math.abs(power) < NONE ? log : Math.expm1(power * log) / power;
    }

    @Override
    public String sql(String number) {
        var powered =
                isBoxCox
                        ? sql("ln(" + number + ")", power)
                        : "CASE WHEN %1$s >= 0 THEN %2$s ELSE -(%3$s) END"
                                .formatted(
                                        number,
                                        sql(NearOne.log1p(number), power),
                                        sql(NearOne.log1p("(-" + number + ")"), 2 - power));
        var scaled =
                "((%s) - %s) / %s"
                        .formatted(powered, SqlText.number(mean), SqlText.number(deviation));
        return isBoxCox
                ? "CASE WHEN %s <= 0 THEN error(%s) ELSE %s END"
                        .formatted(number, SqlText.text(refusal()), scaled)
                : scaled;
    }

    private static String sql(String log, double power) {
        var exponent = SqlText.number(power);
        return Math.abs(power) < NONE
                ? log
                : NearOne.expm1("(%s * (%s))".formatted(exponent, log)) + " / " + exponent;
    }

    @Override
    public OnnxValue onnx(OnnxValue number) {
        var powered =
                isBoxCox
                        ? onnx(number.by("Log"), power)
                        : number.isBelow(0)
                                .choose(
                                        onnx(NearOne.log1p(number.times(-1)), 2 - power).times(-1),
                                        onnx(NearOne.log1p(number), power));
        // ONNX Runtime takes a difference from a number that is 0 as a float for none.
        var scaled = powered.over(deviation).minus(mean / deviation);
        return isBoxCox ? scaled.refusing(number.isBelow(Double.MIN_VALUE), refusal()) : scaled;
    }

    private static String refusal() {
        return ABOVE_ZERO + "; " + INSTEAD;
    }

    private static OnnxValue onnx(OnnxValue log, double power) {
        return Math.abs(power) < NONE ? log : NearOne.expm1(log.times(power)).over(power);
    }
}
