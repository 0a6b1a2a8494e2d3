package himalia.sampling;

import java.util.random.RandomGenerator;

/** Numbers that a generator does not draw by itself. */
final class Chance {
    private Chance() {}

    /** Draws from the beta distribution of 10 and 10: about a half, seldom below a third or above two. */
    static double beta10(RandomGenerator random) {
        var one = gamma10(random);
        return one / (one + gamma10(random));
    }

    /** The sum of ten exponential numbers. */
    private static double gamma10(RandomGenerator random) {
        var sum = 0.0;
        for (var i = 0; i < 10; i++) {
            sum -= Math.log1p(-random.nextDouble());
        }
        return sum;
    }
}
