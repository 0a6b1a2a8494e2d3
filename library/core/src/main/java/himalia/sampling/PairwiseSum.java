package himalia.sampling;

/** Adds up numbers in NumPy's order, for what is rounded afterwards: where a half is met, the last bit decides. */
final class PairwiseSum {
    private static final int LANES = 8;

    private static final int BLOCK = 128;

    private PairwiseSum() {}

    static double of(double[] values) {
        return of(values, 0, values.length);
    }

    private static double of(double[] values, int from, int count) {
        if (count > BLOCK) {
            var half = count / 2 - count / 2 % LANES;
            return of(values, from, half) + of(values, from + half, count - half);
        }
        var sum = 0.0;
        var done = 0;
        if (count >= LANES) {
            var lanes = new double[LANES];
            for (; done < count - count % LANES; done++) {
                lanes[done % LANES] += values[from + done];
            }
            sum =
                    ((lanes[0] + lanes[1]) + (lanes[2] + lanes[3]))
                            + ((lanes[4] + lanes[5]) + (lanes[6] + lanes[7]));
        }
        for (; done < count; done++) {
            sum += values[from + done];
        }
        return sum;
    }
}
