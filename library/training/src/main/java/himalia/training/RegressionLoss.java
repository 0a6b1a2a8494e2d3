package himalia.training;

import himalia.model.NumericLabel;
import himalia.model.Trainer;
import java.util.Arrays;
import java.util.Map;

/** What is learnt of numbers by an objective, and how the trees measure them. */
record RegressionLoss(XgboostModel.Scale scale, Boosting.Goal goal) {
    static RegressionLoss of(NumericLabel numbers, BoostingObjective objective) {
        // Refuses what no float holds, too.
        var shifted = FloatRange.scale(numbers);
        if (objective instanceof WrittenObjective written) {
            throw written.refused();
        }
        if (objective instanceof NamedObjective named) {
            check(numbers, named);
            var scale = named.isShifted() ? shifted : XgboostModel.Scale.NONE;
            return new RegressionLoss(
                    scale,
                    new Boosting.Goal(
                            FloatRange.distances(numbers, scale),
                            new float[0],
                            named.parameters(scale.unit()),
                            named.lossUnit(scale.unit())));
        }
        var custom = (CustomObjective) objective;
        Map<String, Object> parameters =
                Map.of("objective", "reg:squarederror", "base_score", custom.start());
        var labels = FloatRange.distances(numbers, XgboostModel.Scale.NONE);
        return new RegressionLoss(
                XgboostModel.Scale.NONE,
                new Boosting.Goal(
                        labels,
                        new float[0],
                        parameters,
                        1,
                        new CustomGradients(custom, numbers.values(), new float[0])));
    }

    private static void check(NumericLabel numbers, NamedObjective objective) {
        for (int row = 0; row < numbers.values().length; row++) {
            double value = numbers.values()[row];
            var wanted =
                    switch (objective.name()) {
                        case GAMMA -> (float) value > 0 ? "" : "above 0";
                        case POISSON, TWEEDIE -> value >= 0 ? "" : "from 0 on";
                        case SQUARED_LOG_ERROR -> (float) value > -1 ? "" : "above -1";
                        default -> "";
                    };
            if (!wanted.isEmpty()) {
                throw new IllegalArgumentException(
                        "label '%s' is %s in row %d, and the objective %s takes numbers %s; mend or drop that row, or take another objective, such as BoostingObjective.SQUARED_ERROR"
                                .formatted(numbers.name(), value, row, objective, wanted));
            }
        }
        if (objective.isLog() && Arrays.stream(numbers.values()).allMatch(x -> (float) x == 0)) {
            throw new IllegalArgumentException(
                    "label '%s' is 0 in all rows, and the objective %s predicts numbers above 0; add rows of others"
                            .formatted(numbers.name(), objective));
        }
    }

    /** Returns whether a trainer's trees add up to the logarithm of what is predicted. */
    static boolean isLog(Trainer trainer) {
        return trainer instanceof GradientBoostingRegressor regressor
                && regressor.options().objective() instanceof NamedObjective named
                && named.isLog();
    }
}
