package himalia.sampling.augmentation;

import himalia.table.LargestUnit;
import java.util.Arrays;

/** What transforms of series have in common. */
final class Series {
    private Series() {}

    /** Returns the standard deviation. */
    static double deviation(double[] values) {
        // In the unit of the largest one no square is too large or too small.
        var exponent = LargestUnit.exponent(Arrays.stream(values));
        var scaled = Arrays.stream(values).map(v -> Math.scalb(v, -exponent)).toArray();
        var mean = Arrays.stream(scaled).average().orElse(0);
        var squares = Arrays.stream(scaled).map(v -> (v - mean) * (v - mean));
        return Math.scalb(Math.sqrt(squares.average().orElse(0)), exponent);
    }

    /** Returns the values from {@code from} to before {@code to} as {@code length} values, linear in between. */
    static double[] stretched(double[] values, int from, int to, int length) {
        var stretched = new double[length];
        for (var i = 0; i < length; i++) {
            var place = from + (length == 1 ? 0 : (double) i * (to - from - 1) / (length - 1));
            var left = Math.min((int) place, to - 1);
            var right = Math.min(left + 1, to - 1);
            var share = place - left;
            stretched[i] =
                    share == 0 ? values[left] : (1 - share) * values[left] + share * values[right];
        }
        return stretched;
    }
}
