package himalia.evaluation;

import himalia.model.Target;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

/** The metrics of rankings. */
final class RankingMetrics {
    private static final Pattern OF_FIRST = Pattern.compile("(ndcg|ndcg_exp|map)@([1-9]\\d{0,8})");

    private RankingMetrics() {}

    static List<Metric> all() {
        return List.of(
                metric("ndcg", RankingReport::ndcg),
                metric("ndcg@10", report -> report.ndcg(10)),
                metric("ndcg_exp", report -> report.exponentialNdcg(Integer.MAX_VALUE)),
                metric("map", report -> report.meanAveragePrecision(Integer.MAX_VALUE)),
                metric("mrr", RankingReport::meanReciprocalRank));
    }

    /** Returns a metric of the first rows of each query, such as {@code map@5}. */
    static Optional<Metric> ofFirst(String name) {
        var told = OF_FIRST.matcher(name);
        if (!told.matches()) {
            return Optional.empty();
        }
        int k = Integer.parseInt(told.group(2));
        return Optional.of(
                metric(
                        name,
                        switch (told.group(1)) {
                            case "ndcg" -> report -> report.ndcg(k);
                            case "map" -> report -> report.meanAveragePrecision(k);
                            default -> report -> report.exponentialNdcg(k);
                        }));
    }

    private static Metric metric(String name, ToDoubleFunction<RankingReport> value) {
        return Metric.of(name, true, evaluation -> value.applyAsDouble(ranking(name, evaluation)))
                .within(0, 1)
                .judging(Target.Kind.RANKS);
    }

    private static RankingReport ranking(String name, Evaluation evaluation) {
        if (evaluation instanceof RankingReport report) {
            return report;
        }
        throw new IllegalArgumentException(
                "%s judges rankings, and %s; take a GradientBoostingRanker, or ask RankingReport.of(predictions, table, label, query)"
                        .formatted(
                                name,
                                evaluation instanceof Report
                                        ? "classes were predicted"
                                        : "numbers were predicted of which nobody knows the query"));
    }
}
