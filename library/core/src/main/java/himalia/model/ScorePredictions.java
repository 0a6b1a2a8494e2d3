package himalia.model;

import static himalia.display.bundle.Given.given;

import java.util.Arrays;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * How unlike the rows that a model has learnt from each row is, and whether so much that it is called an anomaly.
 *
 * <pre>{@code
 * Predictions predictions = new IsolationForest(100, 42).fit(table).predict(table);
 * predictions.score(0)         // 0.71; the more, the more unlike
 * predictions.isAnomaly(0)     // true
 * }</pre>
 */
public final class ScorePredictions implements Predictions {
    private final double[] scores;
    private final double threshold;

    private ScorePredictions(double[] scores, double threshold) {
        this.scores = scores;
        this.threshold = threshold;
    }

    /**
     * Makes predictions, one a row.
     *
     * @param scores the more, the more unlike
     * @param threshold what is above it is an anomaly
     */
    public static ScorePredictions of(double[] scores, double threshold) {
        return new ScorePredictions(given(scores, "scores").clone(), threshold);
    }

    @Override
    public int size() {
        return scores.length;
    }

    @Override
    public double score(int row) {
        return scores[PredictedRow.checked(row, size())];
    }

    @Override
    public double[] scores() {
        return scores.clone();
    }

    @Override
    public boolean isAnomaly(int row) {
        return score(row) > threshold;
    }

    /** Returns above which score a row is an anomaly. */
    public double threshold() {
        return threshold;
    }

    /** Returns the predictions as a table: {@code score} and {@code anomaly}. */
    @Override
    public Table table() {
        var anomalies = BooleanColumn.create("anomaly");
        for (double score : scores) {
            anomalies.append(score > threshold);
        }
        return Table.create("predictions", DoubleColumn.create("score", scores), anomalies);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ScorePredictions that
                && threshold == that.threshold
                && Arrays.equals(scores, that.scores);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(scores) + Double.hashCode(threshold);
    }

    @Override
    public String toString() {
        return "%d scores of anomaly".formatted(size());
    }
}
