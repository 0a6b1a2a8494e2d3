package himalia.evaluation;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Amount;
import himalia.display.chart.Chart;
import himalia.display.chart.Charts;
import himalia.model.Model;
import himalia.model.NumericLabel;
import himalia.model.Predictions;
import himalia.model.Target;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * How good a model's predictions of a number are.
 *
 * <pre>{@code
 * var report = RegressionReport.of(model, test);
 * report.errors().rmse()
 * report.metrics()    // all of them by name, for the run log
 * report.chart()      // what was predicted over what is so
 * }</pre>
 */
public final class RegressionReport implements Evaluation {
    private final Judged judged;
    private final NumericLabel actual;
    private final double[] predicted;
    private final Errors errors;

    private RegressionReport(Judged judged, NumericLabel actual, double[] predicted) {
        this.judged = judged;
        this.actual = actual;
        this.predicted = predicted;
        this.errors = Errors.of(actual.values(), predicted);
    }

    /**
     * Judges a model by rows whose number is known; where it has learnt from some of them, the report says so.
     *
     * @param test has the model's features and its label
     */
    public static RegressionReport of(Model model, Table test) {
        given(model, "model");
        given(test, "test");
        Judged.checkRows(test);
        Target.checkLabelled(model, "a report");
        if (model.schema().target() instanceof Target.Classes) {
            throw new IllegalArgumentException(
                    "a RegressionReport is of numbers, and this model tells classes of '%s' apart; ask Report.of(model, test), or Evaluation.of(model, test) for either"
                            .formatted(model.schema().label()));
        }
        model.trainer()
                .ranksWithin()
                .ifPresent(
                        query -> {
                            throw new IllegalArgumentException(
                                    "a RegressionReport is of numbers in the unit of '%s', and this model puts the rows of each '%s' in order, by scores that have none; ask RankingReport.of(model, test), or Evaluation.of(model, test) for either"
                                            .formatted(model.schema().label(), query));
                        });
        var predictions = model.predict(test).ofNumbers();
        return new RegressionReport(
                Judged.of(model, test),
                NumericLabel.of(test, model.schema().label()),
                predictions.numbers());
    }

    /** Judges predictions by the label of the table they were made for. */
    public static RegressionReport of(Predictions predictions, Table test, String label) {
        given(predictions, "predictions");
        given(test, "test");
        given(label, "label");
        Judged.checkRows(test);
        return new RegressionReport(
                Judged.PREDICTIONS,
                NumericLabel.of(test, label),
                predictions.ofNumbers().numbers());
    }

    @Override
    public String title() {
        return judged.title();
    }

    @Override
    public String warning() {
        return judged.warning();
    }

    @Override
    public int rows() {
        return predicted.length;
    }

    /** Returns the column that is predicted. */
    public String label() {
        return actual.name();
    }

    /** Returns how far the predictions are off. */
    public Errors errors() {
        return errors;
    }

    /** Returns R²: 1 is perfect, 0 no better than always saying the mean. */
    public double r2() {
        return errors.r2();
    }

    /** Returns the root of the mean squared error, in the unit of what is predicted. */
    public double rmse() {
        return errors.rmse();
    }

    /** Returns the mean absolute error, in the unit of what is predicted. */
    public double mae() {
        return errors.mae();
    }

    @Override
    public Map<String, Double> metrics() {
        var metrics = new LinkedHashMap<String, Double>();
        metrics.put("r2", r2());
        metrics.put("rmse", rmse());
        metrics.put("mae", mae());
        metrics.put("medae", errors.medianAbsoluteError());
        metrics.put("max_error", errors.maxError());
        metrics.put("mape", errors.mape());
        metrics.put("explained_variance", errors.explainedVariance());
        return metrics;
    }

    @Override
    public RegressionReport ofRows(int... rows) {
        Judged.checkChosen(rows, rows());
        var values = actual.values();
        return new RegressionReport(
                judged,
                new NumericLabel(
                        actual.name(), IntStream.of(rows).mapToDouble(i -> values[i]).toArray()),
                IntStream.of(rows).mapToDouble(i -> predicted[i]).toArray());
    }

    /** Draws what was predicted over what is so; a perfect model's points lie on the diagonal. */
    public Chart chart() {
        return Charts.scatter(title() + ": predicted over actual " + actual.name())
                .x("actual", actual.values())
                .y("predicted", predicted);
    }

    Judged judged() {
        return judged;
    }

    @Override
    public String toString() {
        var numbers =
                metrics().entrySet().stream()
                        .map(
                                metric ->
                                        metric.getKey().replace('_', ' ')
                                                + " "
                                                + MetricsGrid.text(metric.getValue()))
                        .collect(Collectors.joining(", "));
        return judged.after(
                "%s on %s: %s".formatted(title(), Amount.of(rows(), "row"), numbers), ". ");
    }
}
