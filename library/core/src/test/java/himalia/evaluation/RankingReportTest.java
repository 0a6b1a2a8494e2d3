package himalia.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import himalia.model.Predictions;
import himalia.model.Queries;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** By arithmetic: of the first query the rows of relevance 3 and 1 stand second and third, of the other one the only relevant row second. */
class RankingReportTest {
    private static final double SECOND = 1 / (Math.log(3) / Math.log(2));

    private final Table rows =
            Table.create(
                    StringColumn.create("query", "a", "b", "a", "b", "a"),
                    IntColumn.create("relevance", 0, 1, 3, 0, 1));
    private final Predictions said = Predictions.of(new double[] {0.9, 0.2, 0.5, 0.4, 0.1});
    private final RankingReport report = RankingReport.of(said, rows, "relevance", "query");

    @Test
    void rowsAreRankedWithinTheirQuery() {
        double first = (3 * SECOND + 0.5) / (3 + SECOND);
        double exponential = (7 * SECOND + 0.5) / (7 + SECOND);

        assertThat(report.ndcg()).isCloseTo((first + SECOND) / 2, within(1e-12));
        assertThat(report.exponentialNdcg(9)).isCloseTo((exponential + SECOND) / 2, within(1e-12));
        assertThat(report.ndcg(1)).isZero();
        assertThat(report.metrics().get("map")).isCloseTo((7 / 12.0 + 1 / 2.0) / 2, within(1e-12));
        // XGBoost's map@2 divides by as many relevant rows as two places hold.
        assertThat(Metric.named("map@2").of(report)).isCloseTo(3 / 8.0, within(1e-12));
        assertThat(Metric.named("mrr").of(report)).isEqualTo(0.5);
        assertThat(report)
                .hasToString(
                        "predictions on 5 rows of 2 queries, ranking by relevance: ndcg 0.6450, ndcg@10 0.6450, ndcg_exp 0.6376, map 0.5417, mrr 0.5000");
        assertThat(new RankingReportRenderer().render(report).text())
                .startsWith("predictions on 5 rows of 2 queries, ranking by relevance\n\n");
    }

    /** 2 to the power of 2,000 is no double, and its share of the best is one. */
    @Test
    void greatRelevanceHasAnExponentialGain() {
        var two =
                Table.create(
                        DoubleColumn.create("relevance", 2_000, 3),
                        IntColumn.create("query", 1, 1));
        assertThat(
                        RankingReport.of(
                                        Predictions.of(new double[] {0.1, 0.9}),
                                        two,
                                        "relevance",
                                        "query")
                                .exponentialNdcg(9))
                .isCloseTo(SECOND, within(1e-12));
    }

    /** A query that is in two halves, or without its best row, is another one. */
    @Test
    void wholeQueriesAreDrawn() {
        var rows =
                Table.create(DoubleColumn.create("relevance", 60), IntColumn.create("query", 60));
        var scores = new double[60];
        for (int row = 0; row < 60; row++) {
            rows.doubleColumn("relevance").set(row, row % 3);
            rows.intColumn("query").set(row, row / 3);
            scores[row] = row % 3 + row % 2;
        }
        var report = RankingReport.of(Predictions.of(scores), rows, "relevance", "query");
        var mrr = new Bootstrap(100, 0.95, 42).interval(report, Metric.named("mrr"));
        assertThat(mrr.value()).isEqualTo(1);
        assertThat(mrr.low()).isEqualTo(1);
        assertThat(report.drawn(new java.util.Random(1)).queries()).isEqualTo(20);
    }

    @Test
    void someRowsAreJudgedAlone() {
        assertThat(report.ofRows(0, 2).ndcg()).isCloseTo(SECOND, within(1e-12));
        assertThat(report.ofRows(3, 1, 1).queries()).isEqualTo(1);
        assertThat(report.ofRows(4, 3).queries()).isEqualTo(2);
    }

    @Test
    void queriesAreBroughtTogetherInTheOrderOfTheirFirstRows() {
        var queries = Queries.of(rows, "query", "relevance");
        assertThat(queries.order()).containsExactly(0, 2, 4, 1, 3);
        assertThat(queries.sizes()).containsExactly(3, 2);
    }

    @Test
    void slipsAreToldWithTheirValueAndTheWayOut() {
        assertThatThrownBy(() -> RankingReport.of(said, rows, "relevance", "qery"))
                .hasMessageStartingWith("no column 'qery'");
        assertThatThrownBy(() -> RankingReport.of(said, rows, "relevance", "relevance"))
                .hasMessage(
                        "'relevance' is the label, and cannot name the query of a row, too; name another column");
        assertThatThrownBy(() -> RankingReport.of(said, rows.first(3), "relevance", "query"))
                .hasMessage("there are 5 predictions for 3 rows");
        var negative = rows.copy();
        negative.intColumn("relevance").set(3, -2);
        assertThatThrownBy(() -> RankingReport.of(said, negative, "relevance", "query"))
                .hasMessage(
                        "relevance 'relevance' is -2.0 in row 3; it must be 0 or more, so mend it or drop the row");
        assertThatThrownBy(
                        () -> Metric.named("map").of(RegressionReport.of(said, rows, "relevance")))
                .hasMessage(
                        "map judges rankings, and numbers were predicted of which nobody knows the query; take a GradientBoostingRanker, or ask RankingReport.of(predictions, table, label, query)");
        assertThatThrownBy(() -> Metric.named("rmse").of(report))
                .hasMessage(
                        "rmse judges numbers, and scores of a ranking were predicted; ask ndcg, map or mrr");
        assertThatThrownBy(() -> Metric.named("ndcg@0"))
                .hasMessageStartingWith("no metric 'ndcg@0'");
        assertThatThrownBy(() -> Metric.named("ndcg").positive("a"))
                .hasMessageStartingWith("ndcg judges rankings, and 'a' is a class; ");
    }
}
