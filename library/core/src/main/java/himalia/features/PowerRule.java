package himalia.features;

import himalia.onnx.OnnxValue;

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
    private static final double NONE = Math.ulp(1.0);

    /** Returns the power after which a normal distribution is likeliest. */
    static double likeliest(double[] values, boolean isBoxCox) {
        double sum = 0;
        for (double value : values) {
            sum += isBoxCox ? Math.log(value) : Math.signum(value) * Math.log1p(Math.abs(value));
        }
        double logs = sum;
        return Minimum.of(
                power -> {
                    double variance = variance(values, new PowerRule(isBoxCox, power, 0, 1));
                    return variance > Double.MIN_NORMAL && variance < Double.POSITIVE_INFINITY
                            ? values.length / 2.0 * Math.log(variance) - (power - 1) * logs
                            : Double.POSITIVE_INFINITY;
                },
                -2,
                2);
    }

    private static double variance(double[] values, PowerRule rule) {
        var powers = new double[values.length];
        double sum = 0;
        for (int row = 0; row < powers.length; row++) {
            powers[row] = rule.apply(values[row]);
            sum += powers[row];
        }
        double mean = sum / powers.length;
        double squares = 0;
        for (double each : powers) {
            squares += (each - mean) * (each - mean);
        }
        return squares / powers.length;
    }

    @Override
    public double apply(double value) {
        return (powered(value) - mean) / deviation;
    }

    private double powered(double value) {
        if (isBoxCox) {
            return Math.abs(power) < NONE ? Math.log(value) : (Math.pow(value, power) - 1) / power;
        }
        if (value >= 0) {
            return Math.abs(power) < NONE
                    ? Math.log1p(value)
                    : (Math.pow(value + 1, power) - 1) / power;
        }
        return Math.abs(power - 2) < NONE
                ? -Math.log1p(-value)
                : -(Math.pow(1 - value, 2 - power) - 1) / (2 - power);
    }

    @Override
    public String sql(String number) {
        var powered =
                isBoxCox
                        ? sql(number, power)
                        : "CASE WHEN %1$s >= 0 THEN %2$s ELSE -(%3$s) END"
                                .formatted(
                                        number,
                                        sql("(" + number + " + 1)", power),
                                        sql("(1 - " + number + ")", 2 - power));
        return "((%s) - %s) / %s"
                .formatted(powered, SqlText.number(mean), SqlText.number(deviation));
    }

    private static String sql(String base, double power) {
        var exponent = SqlText.number(power);
        return Math.abs(power) < NONE
                ? "ln(" + base + ")"
                : "(pow(%s, %s) - 1) / %s".formatted(base, exponent, exponent);
    }

    @Override
    public OnnxValue onnx(OnnxValue number) {
        var powered = isBoxCox ? onnx(number, power) : onnx(number.plus(1), power);
        if (!isBoxCox) {
            var below = onnx(number.times(-1).plus(1), 2 - power).times(-1);
            powered = number.isBelow(0).choose(below, powered);
        }
        return powered.minus(mean).over(deviation);
    }

    private static OnnxValue onnx(OnnxValue number, double power) {
        return Math.abs(power) < NONE ? number.by("Log") : number.power(power).minus(1).over(power);
    }
}
