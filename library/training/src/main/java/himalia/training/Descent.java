package himalia.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Moves weights against their gradients, by Adam.
 *
 * <p>The numbers are DJL's, by the same call of PyTorch. Its own optimiser refuses first gradients whose sum is 0, which it takes for none; those of a softmax
 * layer that learns alone add up to 0, but for rounding (DJL's issue 3696). It also keeps its moments to itself, which a checkpoint needs.
 */
final class Descent {
    private static final float BETA_1 = 0.9f;
    private static final float BETA_2 = 0.999f;
    private static final float EPSILON = 1e-8f;

    private final Map<Parameter, Float> rates = new LinkedHashMap<>();
    private final Map<Parameter, NDArray> means = new LinkedHashMap<>();
    private final Map<Parameter, NDArray> variances = new LinkedHashMap<>();
    private int steps;

    /** Takes what is to move and has arrays by now, and how far a step of each goes. */
    Descent(Map<Parameter, Double> rates) {
        rates.forEach(
                (parameter, rate) -> {
                    this.rates.put(parameter, rate.floatValue());
                    // Of the memory of the weights, so that they go with them.
                    means.put(parameter, parameter.getArray().zerosLike());
                    variances.put(parameter, parameter.getArray().zerosLike());
                });
    }

    /**
     * What Adam remembers.
     *
     * @param steps how many there were
     * @param means those of all gradients, weights after weights
     * @param variances those of their squares
     */
    record Moments(int steps, List<float[]> means, List<float[]> variances) {}

    Moments moments() {
        return new Moments(steps, copy(means), copy(variances));
    }

    /** Goes on with what another one remembers that had weights of the same shapes. */
    void remember(Moments moments) {
        steps = moments.steps();
        restore(means, moments.means());
        restore(variances, moments.variances());
    }

    private static List<float[]> copy(Map<Parameter, NDArray> arrays) {
        return arrays.values().stream().map(NDArray::toFloatArray).toList();
    }

    private static void restore(Map<Parameter, NDArray> arrays, List<float[]> values) {
        int at = 0;
        for (var each : new ArrayList<>(arrays.entrySet())) {
            var before = each.getValue();
            arrays.put(
                    each.getKey(), before.getManager().create(values.get(at), before.getShape()));
            before.close();
            at++;
        }
    }

    void step() {
        steps++;
        double seen = 1.0 - Math.pow(BETA_1, steps);
        double seenSquares = 1.0 - Math.pow(BETA_2, steps);
        rates.forEach(
                (parameter, rate) -> {
                    var weights = parameter.getArray();
                    float corrected = (float) (rate * Math.sqrt(seenSquares) / seen);
                    try (var gradient = weights.getGradient()) {
                        weights.getNDArrayInternal()
                                .adamUpdate(
                                        new NDList(
                                                weights,
                                                gradient,
                                                means.get(parameter),
                                                variances.get(parameter)),
                                        new NDList(weights),
                                        rate,
                                        corrected,
                                        0,
                                        1,
                                        -1,
                                        BETA_1,
                                        BETA_2,
                                        EPSILON,
                                        true,
                                        false);
                    }
                });
    }
}
