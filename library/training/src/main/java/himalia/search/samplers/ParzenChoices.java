package himalia.search.samplers;

import java.util.Arrays;
import java.util.Random;

/** How often each of several values was taken; none is thought never to be. */
final class ParzenChoices implements ParzenEstimator {
    private final double[] probabilities;

    ParzenChoices(int size, double[] observed, double[] weights) {
        probabilities = new double[size];
        if (observed.length == 0) {
            Arrays.fill(probabilities, 1.0 / size);
            return;
        }
        double rest = 1.0 / weights.length;
        for (int i = 0; i < weights.length; i++) {
            double sum = i < observed.length ? 1 + size * rest : size * rest;
            for (int value = 0; value < size; value++) {
                boolean isTaken = i < observed.length && (int) observed[i] == value;
                probabilities[value] += weights[i] * (rest + (isTaken ? 1 : 0)) / sum;
            }
        }
    }

    @Override
    public double draw(Random random) {
        return ParzenEstimator.place(probabilities, random);
    }

    @Override
    public double logDensity(double number) {
        return Math.log(probabilities[(int) number]);
    }
}
