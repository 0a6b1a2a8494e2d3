package himalia.features;

import himalia.onnx.OnnxValue;

/**
 * Moves and stretches numbers.
 *
 * @param center what becomes the offset
 * @param scale what becomes one more than that
 * @param least what nothing may fall below, or minus infinity
 * @param most what nothing may rise above, or infinity
 */
record Scaling(double center, double scale, double offset, double least, double most)
        implements NumberRule {
    /** What is narrower is rounding, as scikit-learn has it. */
    private static final double NARROWEST = 10 * Math.ulp(1.0);

    /** Returns what divides: 1 for a width of nothing but rounding. */
    static double divisor(double width) {
        return width < NARROWEST ? 1 : width;
    }

    /** Scales without limits; what is constant keeps its scale. */
    static Scaling of(double center, double scale) {
        return by(center, divisor(scale));
    }

    /** Scales without limits by just this divisor, however narrow. */
    static Scaling by(double center, double divisor) {
        return new Scaling(center, divisor, 0, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    @Override
    public double apply(double value) {
        return Math.min(Math.max((value - center) / scale + offset, least), most);
    }

    @Override
    public String sql(String number) {
        var scaled =
                "((%s - %s) / %s + %s)"
                        .formatted(
                                number,
                                SqlText.number(center),
                                SqlText.number(scale),
                                SqlText.number(offset));
        return Double.isInfinite(least) && Double.isInfinite(most)
                ? scaled
                // Of null and a limit, DuckDB takes the limit.
                : "CASE WHEN %s IS NOT NULL THEN least(greatest(%s, %s), %s) END"
                        .formatted(number, scaled, SqlText.number(least), SqlText.number(most));
    }

    @Override
    public OnnxValue onnx(OnnxValue number) {
        var scaled = number.minus(center).over(scale).plus(offset);
        return OnnxParts.within(scaled, least, most);
    }
}
