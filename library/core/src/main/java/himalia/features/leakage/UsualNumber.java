package himalia.features.leakage;

import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/** The number that most rows of a column have. */
final class UsualNumber {
    private UsualNumber() {}

    /**
     * Returns it; nothing where the order of the numbers tells all, or no number comes so often.
     *
     * @param least how many rows must have it
     */
    static OptionalDouble of(double[] values, int least) {
        var sorted =
                DoubleStream.of(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
        double usual = Double.NaN;
        int most = least - 1;
        for (int from = 0, to; from < sorted.length; from = to) {
            to = from;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            if (to - from > most) {
                most = to - from;
                usual = sorted[from];
            }
        }
        boolean isBetween =
                sorted.length > 0 && sorted[0] < usual && usual < sorted[sorted.length - 1];
        return isBetween ? OptionalDouble.of(usual) : OptionalDouble.empty();
    }

    /** Returns 1 for each row that has it, 0 for others, and NaN where the number is missing. */
    static double[] are(double[] values, double usual) {
        return DoubleStream.of(values)
                .map(value -> Double.isNaN(value) ? value : value == usual ? 1 : 0)
                .toArray();
    }
}
