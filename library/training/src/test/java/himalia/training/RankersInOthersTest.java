package himalia.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.evaluation.Evaluation;
import himalia.evaluation.RankingReport;
import himalia.evaluation.costs.ClassWeights;
import himalia.evaluation.folds.GroupKFold;
import himalia.evaluation.validation.CrossValidation;
import himalia.evaluation.validation.ModelSelector;
import himalia.model.Trainer;
import himalia.sampling.Strategy;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.Table;

/** Rankers as members of other trainers. */
class RankersInOthersTest {
    private static final GradientBoostingRanker RANKER = new GradientBoostingRanker(5, "query", 42);
    private static final GroupKFold FOLDS = new GroupKFold(3, "query");

    private final Table train = GradientBoostingRankerTest.rows("train", false);
    private final Table test = GradientBoostingRankerTest.rows("test", false);

    static Stream<Trainer> wholes() {
        var two = List.<Trainer>of(RANKER, RANKER.by(GradientBoostingRanker.Objective.PAIRWISE));
        return Stream.of(
                new Bagging(RANKER, 3, 42), new Voting(two), new ModelSelector(two, FOLDS, "ndcg"));
    }

    @ParameterizedTest
    @MethodSource("wholes")
    void whatHoldsRankersRanksAndIsJudgedSo(Trainer whole) {
        assertThat(whole.ranksWithin()).contains("query");
        try (var model = whole.fit(train, "relevance")) {
            assertThat(((RankingReport) Evaluation.of(model, test)).ndcg()).isGreaterThan(0.85);
        }
        var scores = CrossValidation.of(whole, train, "relevance", FOLDS).scores("ndcg");
        assertThat(scores.mean("ndcg")).isGreaterThan(0.8);
    }

    @Test
    void theyRankWithinTheSameQuery() {
        var other = new GradientBoostingRanker(5, "session", 42);
        assertThatThrownBy(() -> new Voting(List.of(RANKER, other)))
                .hasMessage(
                        "GradientBoostingRanker ranks the rows of a query in 'query', and GradientBoostingRanker those of one in 'session'; take rankers of the same query, or none");
        assertThatThrownBy(() -> new Voting(List.of(new Ridge(1.0), RANKER)))
                .hasMessage(
                        "GradientBoostingRanker ranks the rows of a query in 'query', and Ridge ranks none; take rankers of the same query, or none");
        assertThatThrownBy(() -> new ModelSelector(List.of(RANKER, other), FOLDS, "ndcg"))
                .hasMessageEndingWith("take rankers of the same query, or none");
    }

    @Test
    void whatTellsClassesApartTakesNone() {
        var words =
                " tells classes apart, and GradientBoostingRanker ranks the rows of a query; take a classifier, such as new DecisionTree(1, 42)";
        var weights = ClassWeights.of(Map.of("0", 1.0, "1", 2.0));
        assertThatThrownBy(() -> new ClassWeighted(RANKER, weights))
                .hasMessage("ClassWeighted" + words);
        assertThatThrownBy(() -> new AdaBoost(RANKER, 5, 1)).hasMessage("AdaBoost" + words);
        assertThatThrownBy(() -> new RusBoost(RANKER, 5, 1, Strategy.AUTO, 42))
                .hasMessage("RusBoost" + words);
    }

    @Test
    void aStackingTakesNone() {
        var words =
                "GradientBoostingRanker ranks the rows of a query, and Stacking learns from scores of all queries together; average rankers by a Voting, or train it alone";
        assertThatThrownBy(() -> new Stacking(List.of(RANKER), new Ridge(1.0), FOLDS))
                .hasMessage(words);
        assertThatThrownBy(() -> new Stacking(List.of(new Ridge(1.0)), RANKER, FOLDS))
                .hasMessage(words);
    }
}
