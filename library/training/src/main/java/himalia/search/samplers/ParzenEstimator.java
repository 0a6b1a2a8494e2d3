package himalia.search.samplers;

import himalia.search.Choice;
import himalia.search.ParameterDistribution;
import himalia.search.RealRange;
import himalia.search.WholeRange;
import java.util.Arrays;
import java.util.Random;

/** Where values of one setting lie: a kernel around each, and a wide one over the whole range. */
interface ParzenEstimator {
    /** From so many on, the oldest weigh less. */
    int EQUAL = 25;

    /** Returns the number that stands for a value drawn from it. */
    double draw(Random random);

    double logDensity(double number);

    static ParzenEstimator of(ParameterDistribution distribution, double[] observed) {
        var weights = weights(observed.length);
        if (distribution instanceof Choice choice) {
            return new ParzenChoices(choice.size(), observed, weights);
        }
        if (distribution instanceof RealRange range) {
            return new ParzenNumbers(
                    new ParzenRange(range.low(), range.high(), range.step(), range.log()),
                    observed,
                    weights);
        }
        var whole = (WholeRange) distribution;
        return new ParzenNumbers(
                new ParzenRange(whole.low(), whole.high(), whole.step(), whole.log()),
                observed,
                weights);
    }

    /** Returns how much each kernel counts, the last of all being the wide one. */
    static double[] weights(int observed) {
        var weights = new double[observed + 1];
        Arrays.fill(weights, 1);
        int ramp = observed - EQUAL;
        for (int i = 0; i < ramp; i++) {
            double least = 1.0 / observed;
            weights[i] = ramp == 1 ? least : least + (1 - least) * i / (ramp - 1);
        }
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }

    /** Returns a place by weights that sum to 1. */
    static int place(double[] weights, Random random) {
        double left = random.nextDouble();
        int place = 0;
        while (place < weights.length - 1 && left >= weights[place]) {
            left -= weights[place++];
        }
        return place;
    }
}
