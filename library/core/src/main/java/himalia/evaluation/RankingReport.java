package himalia.evaluation;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Amount;
import himalia.model.Model;
import himalia.model.NumericLabel;
import himalia.model.Predictions;
import himalia.model.Queries;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * How well a model's scores put the rows of a query in order, on the mean over the queries.
 *
 * <pre>{@code
 * var report = RankingReport.of(model, test);
 * report.ndcg(10)
 * report.metrics()    // ndcg, ndcg@10, ndcg_exp, map, mrr
 * RankingReport.of(model.predict(test), test, "relevance", "query")     // of any numbers
 * }</pre>
 *
 * <p>All are from 0 to 1, and 1 is perfect. A query without a relevant row counts 0, as in scikit-learn (XGBoost counts 1), and one row alone is in order
 * whatever is said of it: leave both out of the table where they are many. Rows of the same score share their ranks in {@code ndcg} as in scikit-learn, and stand in the
 * table's order in the others.
 */
public final class RankingReport implements Evaluation {
    private static final int FIRST = 10;

    /** From this relevance on a row is relevant. */
    private static final double RELEVANT = Double.MIN_VALUE;

    private final Judged judged;
    private final NumericLabel relevance;
    private final double[] scores;
    private final Queries queries;

    private RankingReport(Judged judged, NumericLabel relevance, double[] scores, Queries queries) {
        this.judged = judged;
        this.relevance = relevance;
        this.scores = scores;
        this.queries = queries;
    }

    /**
     * Judges a model that ranks by rows whose relevance is known; where it has learnt from some of them, the report says so.
     *
     * @param test has the model's features, its label and its query
     * @throws IllegalArgumentException if the model is no ranker
     */
    public static RankingReport of(Model model, Table test) {
        given(model, "model");
        given(test, "test");
        var query =
                model.trainer()
                        .ranksWithin()
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "%s does not rank the rows of a query; name the query: RankingReport.of(model.predict(test), test, label, query)"
                                                        .formatted(model.trainer().name())));
        Judged.checkRows(test);
        return of(Judged.of(model, test), model.predict(test), test, model.schema().label(), query);
    }

    /**
     * Judges predictions of numbers by the relevance of the rows they were made for.
     *
     * @param label the column of the relevance, 0 or more; above 0 a row is relevant
     * @param query the column that names the query of each row
     */
    public static RankingReport of(
            Predictions predictions, Table test, String label, String query) {
        given(predictions, "predictions");
        given(test, "test");
        given(label, "label");
        Judged.checkRows(test);
        return of(Judged.PREDICTIONS, predictions, test, label, query);
    }

    private static RankingReport of(
            Judged judged, Predictions predictions, Table test, String label, String query) {
        var queries = Queries.of(test, query, label);
        var relevance = NumericLabel.of(test, label);
        var scores = predictions.ofNumbers().numbers();
        if (scores.length != relevance.values().length) {
            throw new IllegalArgumentException(
                    "there are %d predictions for %d rows"
                            .formatted(scores.length, relevance.values().length));
        }
        for (int row = 0; row < scores.length; row++) {
            if (relevance.values()[row] < 0) {
                throw new IllegalArgumentException(
                        "relevance '%s' is %s in row %d; it must be 0 or more, so mend it or drop the row"
                                .formatted(label, relevance.values()[row], row));
            }
        }
        return new RankingReport(judged, relevance, scores, queries);
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
        return scores.length;
    }

    /** Returns how many queries there are. */
    public int queries() {
        return queries.count();
    }

    /** Returns the column of the relevance. */
    public String label() {
        return relevance.name();
    }

    /** Returns scikit-learn's {@code ndcg_score}: the discounted cumulative gain as a share of the best there is, where the gain is the relevance itself. */
    public double ndcg() {
        return scores(false).ndcg();
    }

    /** Returns the same of the first {@code k} rows of each query. */
    public double ndcg(int k) {
        return scores(false).ndcg(k);
    }

    /** Returns the same by a gain of 2 to the power of the relevance less 1, as XGBoost's {@code ndcg@k}: the best rows count more. */
    public double exponentialNdcg(int k) {
        return scores(true).ndcg(k);
    }

    /** Returns the mean average precision of the first {@code k} rows, XGBoost's {@code map@k}: how much of what stands before a relevant row is relevant. */
    public double meanAveragePrecision(int k) {
        return scores(false).meanAveragePrecision(RELEVANT, k);
    }

    /** Returns the mean of one over the rank of the first relevant row. */
    public double meanReciprocalRank() {
        return scores(false).meanReciprocalRank(RELEVANT);
    }

    private RankingScores scores(boolean isExponential) {
        var gains = queries.apart(relevance.values());
        if (isExponential) {
            Arrays.setAll(gains, query -> exponential(gains[query]));
        }
        return RankingScores.of(gains, queries.apart(scores));
    }

    /** In the unit of the largest one, which the share of the best does not ask for: 2 to the power of 1,024 is no double. */
    private static double[] exponential(double... relevance) {
        double most = Arrays.stream(relevance).max().orElse(0);
        return Arrays.stream(relevance)
                .map(x -> Math.pow(2, x - most) - Math.pow(2, -most))
                .toArray();
    }

    @Override
    public Map<String, Double> metrics() {
        var metrics = new LinkedHashMap<String, Double>();
        metrics.put("ndcg", ndcg());
        metrics.put("ndcg@10", ndcg(FIRST));
        metrics.put("ndcg_exp", exponentialNdcg(Integer.MAX_VALUE));
        metrics.put("map", meanAveragePrecision(Integer.MAX_VALUE));
        metrics.put("mrr", meanReciprocalRank());
        return metrics;
    }

    @Override
    public RankingReport ofRows(int... rows) {
        Judged.checkChosen(rows, rows());
        return new RankingReport(
                judged,
                new NumericLabel(relevance.name(), chosen(relevance.values(), rows)),
                chosen(scores, rows),
                queries.ofRows(rows));
    }

    @Override
    public RankingReport drawn(RandomGenerator random) {
        int count = queries();
        var drawn = given(random, "random").ints(count, 0, count).toArray();
        var rows = queries.rows(drawn);
        return new RankingReport(
                judged,
                new NumericLabel(relevance.name(), chosen(relevance.values(), rows)),
                chosen(scores, rows),
                queries.drawn(drawn));
    }

    private static double[] chosen(double[] values, int... rows) {
        return IntStream.of(rows).mapToDouble(row -> values[row]).toArray();
    }

    /** Says what was judged, in a line. */
    String headline() {
        return "%s on %s of %s, ranking by %s"
                .formatted(
                        title(),
                        Amount.of(rows(), "row"),
                        queries() == 1 ? "1 query" : "%,d queries".formatted(queries()),
                        label());
    }

    Judged judged() {
        return judged;
    }

    @Override
    public String toString() {
        var numbers =
                metrics().entrySet().stream()
                        .map(each -> each.getKey() + " " + MetricsGrid.text(each.getValue()))
                        .collect(Collectors.joining(", "));
        return judged.after(headline() + ": " + numbers, ". ");
    }
}
