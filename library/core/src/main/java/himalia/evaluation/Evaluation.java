package himalia.evaluation;

import static himalia.display.bundle.Given.given;

import himalia.model.Model;
import himalia.model.NumberPredictions;
import himalia.model.Predictions;
import himalia.model.Target;
import java.util.Map;
import java.util.random.RandomGenerator;
import tech.tablesaw.api.Table;

/**
 * How good predictions are, whatever they are of: a {@link Report} where classes are told apart, a {@link
 * RegressionReport} where a number is predicted, a {@link RankingReport} where rows are put in order.
 *
 * <pre>{@code
 * Evaluation.of(model, test).metrics()   // by name, for the run log
 * }</pre>
 */
public sealed interface Evaluation permits Report, RegressionReport, RankingReport {
    /**
     * Judges a model by rows of which the truth is known.
     *
     * @param test has the model's features and its label
     */
    static Evaluation of(Model model, Table test) {
        given(model, "model");
        given(test, "test");
        if (model.trainer().ranksWithin().isPresent()) {
            return RankingReport.of(model, test);
        }
        return model.schema().target() instanceof Target.Numbers
                ? RegressionReport.of(model, test)
                : Report.of(model, test);
    }

    /**
     * Judges predictions by rows of which the truth is known.
     *
     * <pre>{@code
     * Evaluation.of(model.predict(test), test, "churned").metrics()
     * }</pre>
     *
     * @param predictions one a row
     * @param label the column that holds the truth
     */
    static Evaluation of(Predictions predictions, Table test, String label) {
        given(predictions, "predictions");
        return predictions instanceof NumberPredictions
                ? RegressionReport.of(predictions, test, label)
                : Report.of(predictions, test, label);
    }

    /** Returns the name of what was judged. */
    String title();

    /** Returns how many rows it was judged by. */
    int rows();

    /** Returns why what was judged looks better than it is, such as rows that it has learnt from; usually nothing. */
    String warning();

    /** Returns every metric by name, in a fixed order. */
    Map<String, Double> metrics();

    /**
     * Judges some of the rows alone, as often as they are named.
     *
     * <pre>{@code
     * report.ofRows(0, 1, 2).metrics()
     * }</pre>
     *
     * @param rows their numbers, counted from 0
     * @throws IllegalArgumentException if there is no row of such a number, or none is named
     */
    Evaluation ofRows(int... rows);

    /**
     * Judges as much as there is, drawn from it with replacement: rows, or what rows belong to where a metric is a mean over that.
     *
     * @param random says what is drawn
     */
    default Evaluation drawn(RandomGenerator random) {
        return ofRows(given(random, "random").ints(rows(), 0, rows()).toArray());
    }
}
