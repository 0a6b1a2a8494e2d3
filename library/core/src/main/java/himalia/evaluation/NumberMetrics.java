package himalia.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The metrics of numbers. */
final class NumberMetrics {
    private final List<Metric> metrics = new ArrayList<>();

    private NumberMetrics() {}

    static List<Metric> all() {
        var all = new NumberMetrics();
        all.add("r2", Errors::r2);
        all.add("explained_variance", Errors::explainedVariance);
        all.loss("mse", "neg_mean_squared_error", Errors::mse);
        all.loss("rmse", "neg_root_mean_squared_error", Errors::rmse);
        all.loss("mae", "neg_mean_absolute_error", Errors::mae);
        all.loss("medae", "neg_median_absolute_error", Errors::medianAbsoluteError);
        all.loss("max_error", "neg_max_error", Errors::maxError);
        all.loss("mape", "neg_mean_absolute_percentage_error", Errors::mape);
        all.loss("rmsle", "neg_root_mean_squared_log_error", Errors::rmsle);
        all.loss("poisson_deviance", "neg_mean_poisson_deviance", Errors::poissonDeviance);
        all.loss("gamma_deviance", "neg_mean_gamma_deviance", Errors::gammaDeviance);
        return all.metrics;
    }

    private void add(String name, ToDoubleFunction<Errors> value) {
        add(name, 1, value);
    }

    private void add(String name, double most, ToDoubleFunction<Errors> value) {
        metrics.add(
                Metric.of(name, true, e -> value.applyAsDouble(errors(name, e)))
                        .within(Double.NEGATIVE_INFINITY, most));
    }

    private void loss(String name, String negative, ToDoubleFunction<Errors> value) {
        metrics.add(
                Metric.of(name, false, e -> value.applyAsDouble(errors(name, e)))
                        .within(0, Double.POSITIVE_INFINITY));
        add(negative, 0, errors -> -value.applyAsDouble(errors));
    }

    private static Errors errors(String name, Evaluation evaluation) {
        if (evaluation instanceof RegressionReport report) {
            return report.errors();
        }
        throw new IllegalArgumentException(
                evaluation instanceof RankingReport
                        ? "%s judges numbers, and scores of a ranking were predicted; ask ndcg, map or mrr"
                                .formatted(name)
                        : "%s judges numbers, and classes were predicted; ask accuracy, f1 or roc_auc"
                                .formatted(name));
    }
}
