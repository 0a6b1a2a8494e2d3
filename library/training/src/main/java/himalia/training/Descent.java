package himalia.training;

import ai.djl.nn.Parameter;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.FixedPerVarTracker;
import java.util.List;
import java.util.Map;

/**
 * Moves weights against their gradients, by Adam.
 *
 * <p>DJL's own step refuses first gradients whose sum is 0, which it takes for none; those of a softmax layer that learns alone add up to 0, but for
 * rounding (DJL's issue 3696).
 */
final class Descent {
    private final List<Parameter> parameters;
    private final Optimizer adam;

    /** Takes what is to move, and how far a step of each goes. */
    Descent(Map<Parameter, Double> rates) {
        this.parameters = List.copyOf(rates.keySet());
        var steps = FixedPerVarTracker.builder();
        rates.forEach((parameter, rate) -> steps.put(parameter.getId(), rate.floatValue()));
        this.adam = Optimizer.adam().optLearningRateTracker(steps.build()).build();
    }

    void step() {
        for (var parameter : parameters) {
            var weights = parameter.getArray();
            try (var gradient = weights.getGradient()) {
                adam.update(parameter.getId(), weights, gradient);
            }
        }
    }
}
