package himalia.evaluation.explanation;

import himalia.evaluation.Metric;
import himalia.evaluation.RankingReport;
import himalia.evaluation.Scoring;
import himalia.model.Model;
import himalia.model.Predictions;
import himalia.model.Scorer;
import tech.tablesaw.api.Table;

/**
 * Judges the scores of a ranker by their order within each query; as numbers they are near nothing.
 *
 * @param query the column that names the query of each row
 */
record RankingScorer(Metric metric, String query) implements Scorer {
    /** Returns the scorer for a model: of one that ranks, a metric is asked of each query, and of numbers or classes it is refused. */
    static Scorer of(Scorer scorer, Model model) {
        var query = model.trainer().ranksWithin();
        if (query.isEmpty() || !(scorer instanceof Metric || scorer instanceof Scoring)) {
            return scorer;
        }
        var metric =
                scorer instanceof Metric known
                        ? known
                        : Metric.named(
                                scorer == Scoring.ACCURACY_OR_R2 ? "ndcg" : scorer.toString());
        metric.checkFits(model.trainer());
        return new RankingScorer(metric, query.get());
    }

    @Override
    public double score(Predictions predictions, Table table, String label) {
        double number = metric.of(RankingReport.of(predictions, table, label, query));
        return metric.isGreaterBetter() ? number : -number;
    }
}
