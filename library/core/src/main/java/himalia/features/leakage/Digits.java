package himalia.features.leakage;

import himalia.display.bundle.InterruptCheck;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How far numbers may be from what they were before somebody wrote them with so many digits. A column's numbers have the decimals
 * and the digits of those that have most: of six decimals, each may have been half a millionth away. A few that were computed
 * later, such as a mean in the place of what was missing, have more, and say nothing of the others.
 */
final class Digits {
    /** A double has no more; computing leaves its last ones by chance. */
    private static final int MOST = 15;

    /** The digits of a float. */
    private static final double FLOAT = Math.scalb(1.0, -24);

    private static final int LOOKED_AT = 2_000;

    /** One of so many different numbers may be computed, and of fewer one, if there are enough. */
    private static final int PART = 100;

    private static final int ENOUGH = 20;

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
        var interrupt = new InterruptCheck();
        for (int j = 0; j < width; j++) {
            interrupt.ask();
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

    /** Returns the variance of what rounding has left of each column in some rows, in that of the column. */
    static double[] variances(Numbers numbers, int[] rows) {
        var variances = new double[numbers.names().size()];
        for (int j = 0; j < variances.length; j++) {
            var read = numbers.read().get(j);
            double deviation = numbers.deviations()[j];
            var values = IntStream.of(rows).mapToDouble(row -> read[row]).toArray();
            var written = Written.of(values);
            // Errors are anywhere between the two bounds.
            variances[j] =
                    Arrays.stream(values)
                            .map(value -> written.error(value) / deviation)
                            .map(error -> error * error / 3)
                            .average()
                            .orElse(0);
        }
        return variances;
    }

    /** How numbers were written: as floats, or with so many decimals and digits. */
    private record Written(boolean asFloats, int decimals, int digits) {
        static Written of(double[] values) {
            int step = Math.max(1, values.length / LOOKED_AT);
            var different =
                    IntStream.range(0, values.length)
                            .filter(row -> row % step == 0 && Double.isFinite(values[row]))
                            .mapToDouble(row -> values[row])
                            .distinct()
                            .toArray();
            var written = Arrays.stream(different).filter(value -> !isComputed(value)).toArray();
            int computed = different.length - written.length;
            if (computed > Math.max(different.length / PART, different.length < ENOUGH ? 0 : 1)) {
                return new Written(false, 0, MOST + 1);
            }
            boolean asFloats = Arrays.stream(written).allMatch(Written::isFloat);
            var numbers =
                    Arrays.stream(written).mapToObj(value -> number(value, asFloats)).toList();
            return new Written(
                    asFloats,
                    numbers.stream().mapToInt(BigDecimal::scale).reduce(0, Math::max),
                    numbers.stream().mapToInt(BigDecimal::precision).reduce(1, Math::max));
        }

        private static boolean isFloat(double value) {
            return value == (float) value || value == FloatText.read((float) value);
        }

        private static boolean isComputed(double value) {
            return !isFloat(value) && number(value, false).precision() > MOST;
        }

        private static BigDecimal number(double value, boolean asFloat) {
            var text = asFloat ? Float.toString((float) value) : Double.toString(value);
            return new BigDecimal(text).stripTrailingZeros();
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
