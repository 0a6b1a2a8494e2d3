package himalia.training;

import static himalia.reference.ModelReference.doubles;
import static himalia.reference.ModelReference.elements;
import static himalia.reference.ModelReference.ints;
import static himalia.reference.ModelReference.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import himalia.evaluation.Evaluation;
import himalia.evaluation.Metric;
import himalia.evaluation.RankingReport;
import himalia.evaluation.RegressionReport;
import himalia.evaluation.TrainedModel;
import himalia.evaluation.explanation.ShapValues;
import himalia.evaluation.folds.GroupKFold;
import himalia.evaluation.validation.CrossValidation;
import himalia.features.Pipeline;
import himalia.features.StandardScaler;
import himalia.model.Model;
import himalia.model.Target;
import himalia.online.Prequential;
import himalia.table.Tables;
import himalia.training.GradientBoostingRanker.Objective;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** XGBoost's rankers beside those of Python (ranking.py). */
class GradientBoostingRankerTest {
    static final GradientBoostingRanker TRAINER =
            new GradientBoostingRanker(
                    30, 3, 0.2, 1, Objective.NDCG, "query", BoostingOptions.NONE, 42);

    @TempDir Path folder;
    private final Table train = rows("train", false);
    private final Table test = rows("test", false);

    static Table rows(String part, boolean isBinary) {
        var json = json("ranking").getAsJsonObject(part);
        var rows =
                elements(json.getAsJsonArray("x"))
                        .map(row -> doubles(row.getAsJsonArray()))
                        .toArray(double[][]::new);
        var table = Table.create(part);
        for (int j = 0; j < 4; j++) {
            int column = j;
            table.addColumns(
                    DoubleColumn.create(
                            "x" + j, Arrays.stream(rows).mapToDouble(x -> x[column]).toArray()));
        }
        var grades = IntStream.of(ints(json.getAsJsonArray("relevance")));
        return table.addColumns(
                IntColumn.create("query", ints(json.getAsJsonArray("query"))),
                IntColumn.create("relevance", grades.map(g -> isBinary ? g / 2 > 0 ? 1 : 0 : g)));
    }

    static Stream<JsonObject> rankers() {
        return elements(json("ranking").getAsJsonArray("rankers"))
                .map(JsonElement::getAsJsonObject);
    }

    private static Model fitted(JsonObject expected) {
        var rows = rows("train", expected.get("binary").getAsBoolean());
        var name = expected.get("objective").getAsString().toUpperCase(Locale.ROOT);
        var trainer = TRAINER.by(Objective.valueOf(name));
        if (expected.get("monotone").getAsBoolean()) {
            trainer = trainer.with(BoostingOptions.NONE.monotone("x0", 1));
        }
        return expected.get("weighted").getAsBoolean()
                ? trainer.fit(
                        rows,
                        "relevance",
                        rows.intColumn("query").asList().stream()
                                .mapToDouble(q -> 1 + q % 3)
                                .toArray())
                : trainer.fit(rows, "relevance");
    }

    /** Scores of a ranking have no unit, in which a number could be missed. */
    @Test
    void aRankerIsNotJudgedAsOneOfNumbers() {
        var model = TRAINER.fit(train, "relevance");
        assertThatThrownBy(() -> RegressionReport.of(model, test))
                .hasMessage(
                        "a RegressionReport is of numbers in the unit of 'relevance', and this model puts the rows of each 'query' in order, by scores that have none; ask RankingReport.of(model, test), or Evaluation.of(model, test) for either");
        assertThatThrownBy(() -> Prequential.of(TRAINER))
                .hasMessageContaining(
                        "GradientBoostingRanker puts the rows of each 'query' in order; judge it by a CrossValidation with new GroupKFold(5, \"query\")");
    }

    @ParameterizedTest
    @MethodSource("rankers")
    void itSaysWhatPythonsSays(JsonObject expected) {
        var judging = rows("test", expected.get("binary").getAsBoolean());
        try (var model = fitted(expected)) {
            assertThat(model.predict(judging).numbers())
                    .containsExactly(doubles(expected.getAsJsonArray("said")), within(1e-5));

            var relevant = ofRelevantQueries(judging);
            var report = RankingReport.of(model, relevant);
            assertThat(report.queries()).isEqualTo(expected.get("queries").getAsInt());
            assertThat(report.ndcg(3))
                    .isCloseTo(expected.get("ndcg_score@3").getAsDouble(), within(1e-9));
            // XGBoost counts a query without relevant rows 1, and all others as we do.
            double all = RankingReport.of(model, judging).queries();
            double share = report.queries() / all;
            var metrics = expected.getAsJsonObject("xgboost");
            for (var each : metrics.entrySet()) {
                var ours = each.getKey().replace("ndcg", "ndcg_exp");
                double value =
                        ours.equals("ndcg_exp@3")
                                ? report.exponentialNdcg(3)
                                : Metric.named(ours).of(report);
                assertThat(value * share + 1 - share)
                        .as(each.getKey())
                        .isCloseTo(each.getValue().getAsDouble(), within(1e-6));
            }
        }
    }

    private static Table ofRelevantQueries(Table rows) {
        var relevance = rows.intColumn("relevance");
        var queries = rows.intColumn("query");
        var found =
                IntStream.range(0, rows.rowCount())
                        .filter(i -> relevance.getInt(i) > 0)
                        .map(queries::getInt)
                        .boxed()
                        .toList();
        return Tables.rows(
                rows,
                IntStream.range(0, rows.rowCount())
                        .filter(i -> found.contains(queries.getInt(i)))
                        .toArray());
    }

    @Test
    void rowsOfAQueryAreBroughtTogetherAndNothingElseChanges() {
        var queries = train.intColumn("query");
        var places = new int[train.rowCount()];
        for (int i = 1; i < places.length; i++) {
            places[i] = queries.getInt(i) == queries.getInt(i - 1) ? places[i - 1] + 1 : 0;
        }
        var dealt =
                IntStream.range(0, places.length)
                        .boxed()
                        .sorted(Comparator.comparingInt(i -> places[i]))
                        .mapToInt(i -> i)
                        .toArray();
        var apart = Tables.rows(train, dealt);
        try (var together = TRAINER.fit(train, "relevance");
                var model = TRAINER.fit(apart, "relevance")) {
            assertThat(model.predict(test)).isEqualTo(together.predict(test));
            assertThat(apart.intColumn("query").asList().subList(0, 3)).containsExactly(0, 1, 2);
        }
    }

    @Test
    void theQueryIsNoFeatureAndAPredictionIsAScore() throws Exception {
        var file = folder.resolve("search.model");
        try (var model = TRAINER.fit(train, "relevance")) {
            model.save(file);
            assertThat(model.schema().featureNames()).containsExactly("x0", "x1", "x2", "x3");
            assertThat(model.schema().target()).isEqualTo(new Target.Numbers("relevance"));
            assertThat(model.provenance().learntFrom(train, "relevance")).isPositive();
            var said = model.predict(test.rejectColumns("query", "relevance"));
            assertThat(said).isEqualTo(model.predict(test));
            try (var again = Model.load(file)) {
                assertThat(again.predict(test)).isEqualTo(said);
                assertThat(again.trainer()).isEqualTo(TRAINER);
            }
            var shap = ShapValues.of(model, test);
            var answers = WrittenModels.query(model, test).doubleColumn("prediction");
            for (int row = 0; row < test.rowCount(); row++) {
                assertThat(shap.base() + Arrays.stream(shap.values()[row]).sum())
                        .isCloseTo(said.number(row), within(1e-4));
                assertThat(answers.get(row)).isCloseTo(said.number(row), within(1e-6));
            }
        }
    }

    @Test
    void itIsJudgedByTheOrderOfEachQuery() {
        var scores =
                CrossValidation.of(TRAINER, train, "relevance", new GroupKFold(4, "query"))
                        .scores("ndcg", "ndcg@5", "ndcg_exp@5", "map", "map@5", "mrr");
        assertThat(scores.mean("ndcg@5")).isBetween(0.85, 0.98);
        assertThat(scores.interval("map", 0.95).high()).isLessThanOrEqualTo(1);
        try (var model = TrainedModel.of(TRAINER, train, "relevance", test)) {
            var report = model.ranking();
            assertThat(report.metrics())
                    .containsOnlyKeys("ndcg", "ndcg@10", "ndcg_exp", "map", "mrr");
            assertThat(Evaluation.of(model, test).metrics()).isEqualTo(report.metrics());
            assertThat(report.toString())
                    .startsWith(
                            "GradientBoostingRanker on %d rows of 15 queries, ranking by relevance: ndcg 0.9"
                                    .formatted(test.rowCount()));
            assertThatThrownBy(model::regression)
                    .hasMessage("this model ranks the rows of a query; ask ranking()");
        }
        assertThatThrownBy(
                        () ->
                                CrossValidation.of(
                                                TRAINER,
                                                train,
                                                "relevance",
                                                new GroupKFold(4, "query"))
                                        .scores("rmse"))
                .hasMessage(
                        "rmse judges numbers, and GradientBoostingRanker ranks the rows of a query; take one of map, mrr, ndcg, ndcg@10, ndcg_exp");
        assertThatThrownBy(
                        () -> Metric.named("ndcg").checkFits(new GradientBoostingRegressor(5, 42)))
                .hasMessageStartingWith(
                        "ndcg judges rankings, and GradientBoostingRegressor predicts numbers; take one of explained_variance, ");
    }

    @Test
    void inAPipelineTheQueryGoesAlongAndNobodyAsksForItAgain() {
        var scaled = Pipeline.of(new StandardScaler(List.of("x0", "x1"))).train(TRAINER);
        try (var model = scaled.fit(train, "relevance")) {
            assertThat(model.schema().featureNames()).containsExactly("x0", "x1", "x2", "x3");
            assertThat(model.predict(test.rejectColumns("query")).size())
                    .isEqualTo(test.rowCount());
            assertThat(((RankingReport) Evaluation.of(model, test)).ndcg(3)).isGreaterThan(0.9);
        }
        assertThat(
                        CrossValidation.of(scaled, train, "relevance", new GroupKFold(3, "query"))
                                .scores("ndcg@5")
                                .mean("ndcg@5"))
                .isGreaterThan(0.85);
    }

    /** Whole queries are kept aside, and more of the metric is better. */
    @Test
    void itStopsEarlyByQueries() {
        var early = BoostingOptions.NONE.earlyStopping(5, 0.3);
        var trainer = new GradientBoostingRanker(300, "query", 42).with(early);
        try (var model = trainer.fit(train, "relevance");
                var again = trainer.fit(train, "relevance")) {
            assertThat(model.outcome())
                    .matches(
                            "kept \\d{1,2} of 300 rounds: later ones were no better for the rows that were kept aside");
            assertThat(again.predict(test)).isEqualTo(model.predict(test));
            assertThat(RankingReport.of(model, test).ndcg()).isGreaterThan(0.9);
        }
        var one = Tables.rows(train, IntStream.range(0, 4).toArray());
        assertThatThrownBy(() -> trainer.fit(one, "relevance"))
                .hasMessage(
                        "early stopping sets 0.3 of the one query aside to judge each round by, and leaves none to learn from; take a smaller share, or train without it");
    }

    @Test
    void pairsAreLearntOfAnyRelevance() {
        var high = train.copy();
        var grades = high.intColumn("relevance");
        for (int row = 0; row < grades.size(); row++) {
            grades.set(row, 100 * grades.getInt(row));
        }
        var options = BoostingOptions.NONE.earlyStopping(10, 0.2);
        try (var model = TRAINER.by(Objective.PAIRWISE).with(options).fit(high, "relevance")) {
            assertThat(RankingReport.of(model, test).ndcg()).isGreaterThan(0.9);
        }
        assertThatThrownBy(() -> TRAINER.fit(high, "relevance"))
                .hasMessageMatching(
                        "relevance 'relevance' is \\d00\\.0 in row \\d+, and XGBoost's rank:ndcg takes at most 31; number the grades from 0 on, or take PAIRWISE");
        assertThatThrownBy(() -> TRAINER.by(Objective.MAP).fit(train, "relevance"))
                .hasMessageEndingWith(
                        "and XGBoost's rank:map takes at most 1; take NDCG or PAIRWISE, or make it 1 from some relevance on");
    }

    private static Table small(double second, int... queries) {
        var relevance = new double[queries.length];
        relevance[1] = second;
        return Table.create(
                "searches",
                DoubleColumn.create(
                        "x", IntStream.range(0, queries.length).asDoubleStream().toArray()),
                IntColumn.create("query", queries),
                DoubleColumn.create("relevance", relevance));
    }

    @Test
    void slipsAreToldWithTheirValueAndTheWayOut() {
        var ranker = new GradientBoostingRanker(5, "query", 42);
        assertThatThrownBy(
                        () ->
                                new GradientBoostingRanker(5, "querry", 42)
                                        .fit(small(1, 0, 0), "relevance"))
                .hasMessageStartingWith(
                        "no column 'querry' in table 'searches'; did you mean 'query'?");
        assertThatThrownBy(
                        () ->
                                new GradientBoostingRanker(5, "relevance", 42)
                                        .fit(small(1, 0, 0), "relevance"))
                .hasMessage(
                        "'relevance' is the label, and cannot name the query of a row, too; name another column");
        var missing = small(1, 0, 0, 1, 1);
        missing.column("query").setMissing(2);
        assertThatThrownBy(() -> ranker.fit(missing, "relevance"))
                .hasMessage("row 2 has no query in 'query'; fill it, or drop the row");
        assertThatThrownBy(() -> ranker.fit(small(1, 0, 1, 2), "relevance"))
                .hasMessage(
                        "each query in 'query' has one row, and there is nothing to put in order; name the column that rows of a query share");
        assertThatThrownBy(() -> ranker.fit(small(0, 0, 0, 1), "relevance"))
                .hasMessage(
                        "all rows of a query in 'query' have the same relevance 'relevance', and there is no order to learn; add rows that are more or less relevant");
        for (double wrong : new double[] {-1, 0.5}) {
            assertThatThrownBy(() -> ranker.fit(small(wrong, 0, 0), "relevance"))
                    .hasMessage(
                            "relevance 'relevance' is %s in row 1; it must be a whole number of 0 or more, such as 0 to 4: round it, or number its grades"
                                    .formatted(wrong));
        }
        assertThatThrownBy(() -> ranker.fit(small(1, 0, 0, 1), "relevance", new double[] {1, 2, 1}))
                .hasMessage(
                        "row 1 weighs 2.0, and another row of its query 1.0; XGBoost weighs whole queries, so give all rows of one the same weight");
        assertThatThrownBy(
                        () ->
                                ranker.with(new BoostingOptions(Map.of("query", 1), 0, 0))
                                        .fit(small(1, 0, 0), "relevance"))
                .hasMessage("'query' names the query, and is no column to be monotone in");
        assertThatThrownBy(
                        () ->
                                RankingReport.of(
                                        new GradientBoostingRegressor(2, 42)
                                                .fit(small(1, 0, 0), "relevance"),
                                        small(1, 0, 0)))
                .hasMessage(
                        "GradientBoostingRegressor does not rank the rows of a query; name the query: RankingReport.of(model.predict(test), test, label, query)");
    }
}
