package himalia.sampling.augmentation;

import java.util.Arrays;

/** What transforms of series have in common. */
final class Series {
    private Series() {}

    /** Returns the standard deviation. */
    static double deviation(double[] values) {
        var mean = Arrays.stream(values).average().orElse(0);
        return Math.sqrt(
                Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElse(0));
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
