package himalia.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import himalia.evaluation.Metric;
import himalia.evaluation.RankingReport;
import himalia.evaluation.Scoring;
import himalia.evaluation.explanation.PermutationImportance;
import himalia.evaluation.folds.KFold;
import himalia.evaluation.folds.TimeSeriesSplit;
import himalia.evaluation.validation.CrossValidation;
import himalia.features.CountEncoder;
import himalia.features.KBinsDiscretizer;
import himalia.features.Pipeline;
import himalia.features.StandardScaler;
import himalia.features.Step;
import himalia.model.Scorer;
import himalia.sampling.RandomOverSampler;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The column that names the query of each row, wherever a ranker is trained, judged or explained. */
class QueriesOfRankersTest {
    private static final GradientBoostingRanker RANKER =
            new GradientBoostingRanker(10, "query", 42);

    private final Table train = GradientBoostingRankerTest.rows("train", false);
    private final Table test = GradientBoostingRankerTest.rows("test", false);

    @Test
    void theQueryIsNoCategory() {
        var options = BoostingOptions.NONE.categorical("query");
        assertThatThrownBy(() -> RANKER.with(options).fit(train, "relevance"))
                .hasMessage(
                        "'query' names the query, and is no column to be a category; take it out of categorical(…)");
    }

    @Test
    void aTextIsToldOfTheRankerThatWasAsked() {
        var cities = StringColumn.create("city", train.rowCount());
        for (int row = 0; row < cities.size(); row++) {
            cities.set(row, row % 2 == 0 ? "Oslo" : "Bonn");
        }
        train.addColumns(cities);
        assertThatThrownBy(() -> RANKER.fit(train, "relevance"))
                .hasMessage(
                        "column 'city' holds text, and this model takes numbers; name it as a category, new GradientBoostingRanker(100, \"query\", 42).with(BoostingOptions.NONE.categorical(\"city\")), put a OneHotEncoder before it in a Pipeline, or leave it out with table.rejectColumns(\"city\")");
        assertThatThrownBy(() -> new XgboostForestRegressor(5, 42).fit(train, "relevance"))
                .hasMessage(
                        "column 'city' holds text, and this model takes numbers; put a OneHotEncoder before it in a Pipeline, or leave it out with table.rejectColumns(\"city\")");
    }

    /** A query in both parts is learnt from and judged by, and only some of its rows are put in order. */
    @Test
    void foldsThatTearAQueryApartAreRefused() {
        assertThatThrownBy(() -> CrossValidation.of(RANKER, train, "relevance", new KFold(5, 42)))
                .hasMessageMatching(
                        "KFold tears queries apart: of '\\d+' in 'query' fold 0 learns from some rows and is judged by others, and GradientBoostingRanker ranks the rows of a query together; cut by it, new GroupKFold\\(5, \"query\"\\)");
        assertThatThrownBy(
                        () ->
                                CrossValidation.of(
                                        Pipeline.of(new StandardScaler()).train(RANKER),
                                        train,
                                        "relevance",
                                        new TimeSeriesSplit(7)))
                .hasMessageStartingWith("TimeSeriesSplit tears queries apart: ");
    }

    static Stream<Step> ofAllColumns() {
        return Stream.of(new KBinsDiscretizer(4), new StandardScaler());
    }

    /** Bins of queries would be other queries: many become one. */
    @ParameterizedTest
    @MethodSource("ofAllColumns")
    void stepsThatDoAllColumnsDoNotSeeTheQuery(Step step) {
        var fitted = step.fit(train.rejectColumns("query"), "relevance");
        var done = fitted.apply(train.rejectColumns("query"));
        done.addColumns(train.column("query").copy());
        try (var model = Pipeline.of(step).train(RANKER).fit(train, "relevance");
                var alone = RANKER.fit(done, "relevance")) {
            assertThat(model.predict(test)).isEqualTo(alone.predict(fitted.apply(test)));
            assertThat(model.predict(test.rejectColumns("query"))).isEqualTo(model.predict(test));
            assertThat(model.schema().featureNames()).doesNotContain("query");
        }
    }

    @Test
    void stepsThatNameTheQueryAndSamplersAreRefused() {
        var naming = Pipeline.of(new CountEncoder("query")).train(RANKER);
        assertThatThrownBy(() -> naming.fit(train, "relevance"))
                .hasMessage(
                        "'query' names the query of each row, and steps before a ranker do not see it: leave 'query' out of them");
        assertThatThrownBy(() -> Pipeline.of(new RandomOverSampler(42)).train(RANKER))
                .hasMessage(
                        "RandomOverSampler makes or drops rows, and GradientBoostingRanker ranks the rows of whole queries; leave RandomOverSampler out");
    }

    @Test
    void mixedColumnsAreJudgedByTheOrderOfEachQuery() {
        try (var model = RANKER.fit(train, "relevance")) {
            var report = RankingReport.of(model, test);
            var usual = PermutationImportance.of(model, test, "relevance", 2, 42);
            assertThat(usual.metric()).isEqualTo("ndcg");
            assertThat(usual.whole()).isCloseTo(report.ndcg(), within(1e-12));
            var first = PermutationImportance.of(model, test, "relevance", "ndcg@5", 2, 42);
            assertThat(first.whole()).isCloseTo(Metric.named("ndcg@5").of(report), within(1e-12));
            for (var scorer : new Scorer[] {Scoring.R2, Metric.named("r2")}) {
                assertThatThrownBy(
                                () ->
                                        PermutationImportance.of(
                                                model, test, "relevance", scorer, 2, 42))
                        .hasMessageStartingWith(
                                "r2 judges numbers, and GradientBoostingRanker ranks the rows of a query; take one of map, ");
            }
        }
    }
}
