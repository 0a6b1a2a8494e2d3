package himalia.features.leakage;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

/**
 * How far numbers may be from what they were before somebody wrote them with so many digits. A column's numbers have the decimals
 * and the digits of those that have most: of six decimals, each may have been half a millionth away.
 */
final class Digits {
    /** A double has no more; computing leaves its last ones by chance. */
    private static final int MOST = 15;

    /** The digits of a float. */
    private static final double FLOAT = Math.scalb(1.0, -24);

    private static final int LOOKED_AT = 2_000;

    private Digits() {}

    /**
     * Returns the error of each number, in deviations of its column.
     *
     * @param exact what numbers of all digits may err
     * @return nothing where all numbers have all digits
     */
    static Optional<double[][]> errors(Numbers numbers, double exact) {
        int all = numbers.rows().length;
        int width = numbers.names().size();
        var errors = new double[all][width];
        boolean isRounded = false;
        for (int j = 0; j < width; j++) {
            var values = numbers.read().get(j);
            var written = Written.of(values);
            for (int row = 0; row < all; row++) {
                double error = written.error(values[row]) / numbers.deviations()[j];
                errors[row][j] = Math.max(exact, error);
                isRounded |= error > exact;
            }
        }
        return isRounded ? Optional.of(errors) : Optional.empty();
    }

    /** How numbers were written: as floats, or with so many decimals and digits. */
    private record Written(boolean asFloats, int decimals, int digits) {
        static Written of(double[] values) {
            boolean asFloats =
                    Arrays.stream(values)
                            .filter(Double::isFinite)
                            .allMatch(value -> value == (float) value);
            int decimals = 0;
            int digits = 1;
            int step = Math.max(1, values.length / LOOKED_AT);
            for (int row = 0; row < values.length && digits <= MOST; row += step) {
                if (!Double.isFinite(values[row])) {
                    continue;
                }
                var text =
                        asFloats
                                ? Float.toString((float) values[row])
                                : Double.toString(values[row]);
                var number = new BigDecimal(text).stripTrailingZeros();
                decimals = Math.max(decimals, number.scale());
                digits = Math.max(digits, number.precision());
            }
            return new Written(asFloats, decimals, digits);
        }

        double error(double value) {
            double size = Math.abs(value);
            double ofFloat = asFloats ? FLOAT * size : 0;
            if (digits > MOST || !Double.isFinite(value)) {
                return Double.isFinite(value) ? ofFloat : 0;
            }
            double ofDecimals = Math.pow(10, -decimals) / 2;
            double ofDigits =
                    size == 0 ? 0 : Math.pow(10, Math.floor(Math.log10(size)) + 1 - digits) / 2;
            return Math.max(ofFloat, Math.max(ofDecimals, ofDigits));
        }
    }
}
