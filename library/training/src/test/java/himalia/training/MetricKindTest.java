package himalia.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.evaluation.Metric;
import himalia.evaluation.Scoring;
import himalia.evaluation.comparison.ModelComparison;
import himalia.evaluation.folds.KFold;
import himalia.evaluation.validation.CrossValidation;
import himalia.evaluation.validation.ModelSelector;
import himalia.evaluation.validation.ScoreCurve;
import himalia.features.Pipeline;
import himalia.features.Rfe;
import himalia.features.RfeCv;
import himalia.features.SequentialFeatureSelector;
import himalia.features.StandardScaler;
import himalia.model.Classifier;
import himalia.model.Model;
import himalia.model.Regressor;
import himalia.model.Target;
import himalia.model.Trainer;
import himalia.search.PopulationBasedTraining;
import himalia.search.SearchSpace;
import himalia.search.TrainerSearch;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** A metric of the other kind is refused before anything is trained, with the metrics that fit. */
class MetricKindTest {
    private static final KFold FOLDS = new KFold(2, 42);

    private final Table rows =
            Table.create(
                    DoubleColumn.create("x", IntStream.range(0, 8).asDoubleStream().toArray()),
                    IntColumn.create("y", IntStream.range(0, 8).map(i -> i % 2)));

    record NeverClassifies() implements Classifier {
        @Override
        public Model fit(Table table, String label) {
            throw new AssertionError("trained");
        }
    }

    record NeverRegresses() implements Regressor {
        @Override
        public Model fit(Table table, String label) {
            throw new AssertionError("trained");
        }
    }

    static Stream<Trainer> classifiers() {
        return TrainerContractTest.trainers();
    }

    static Stream<Trainer> regressors() {
        return RegressorContractTest.trainers();
    }

    @ParameterizedTest
    @MethodSource("classifiers")
    void aClassifierKnowsWhatItPredicts(Trainer trainer) {
        assertThat(trainer.predicts()).contains(Target.Kind.CLASSES);
    }

    @ParameterizedTest
    @MethodSource("regressors")
    void aRegressorKnowsWhatItPredicts(Trainer trainer) {
        assertThat(trainer.predicts()).contains(Target.Kind.NUMBERS);
    }

    private List<ThrowingCallable> asked(Trainer trainer, String metric) {
        var space = SearchSpace.of("trainer.x=int(2, 8)");
        return List.of(
                () -> CrossValidation.of(trainer, rows, "y", FOLDS).scores(metric),
                () -> new ModelSelector(List.of(trainer), FOLDS, metric),
                () ->
                        ModelComparison.of(
                                List.of(trainer, bagged(trainer)), rows, "y", FOLDS, metric),
                () -> ScoreCurve.learning(trainer, rows, "y", FOLDS, metric, 0.5, 1),
                () -> TrainerSearch.of(trainer, rows, "y", FOLDS, metric),
                () ->
                        new PopulationBasedTraining(space, 4, 42)
                                .start(trainer, rows, "y", rows, metric));
    }

    private static Trainer bagged(Trainer trainer) {
        return new Bagging(trainer, 3, 42);
    }

    @Test
    void nothingIsTrainedForAMetricOfTheOtherKind() {
        for (var trainer : wrapped(new NeverClassifies())) {
            for (var each : asked(trainer, "rmse")) {
                assertThatThrownBy(each)
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageMatching(
                                "rmse judges numbers, and \\w+ tells classes apart; take one of accuracy, .*roc_auc, .*");
            }
        }
        for (var trainer : wrapped(new NeverRegresses())) {
            for (var each : asked(trainer, "f1(1)")) {
                assertThatThrownBy(each)
                        .hasMessageMatching(
                                "f1\\(1\\) judges classes, and \\w+ predicts numbers; take one of .*, r2, rmse, rmsle");
            }
        }
    }

    private List<ThrowingCallable> selecting(Trainer trainer, Scoring scoring) {
        return List.of(
                () -> new RfeCv(trainer, 1, 2, scoring, Rfe.By.PERMUTATION, 42).fit(rows, "y"),
                () ->
                        new SequentialFeatureSelector(
                                        trainer,
                                        1,
                                        SequentialFeatureSelector.Direction.FORWARD,
                                        2,
                                        scoring)
                                .fit(rows, "y"));
    }

    @Test
    void columnsAreSelectedByAScoringThatFits() {
        for (var each : selecting(new NeverClassifies(), Scoring.R2)) {
            assertThatThrownBy(each)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageMatching(
                            "r2 judges numbers, and \\w+ tells classes apart; take one of accuracy, .*, neg_brier_score");
        }
        for (var each : selecting(new NeverRegresses(), Scoring.F1)) {
            assertThatThrownBy(each)
                    .hasMessageMatching(
                            "f1 judges classes, and \\w+ predicts numbers; take one of r2, neg_mean_squared_error, .*");
        }
        Scoring.ACCURACY_OR_R2.checkFits(new NeverClassifies());
    }

    private static List<Trainer> wrapped(Trainer trainer) {
        return List.of(
                trainer,
                Pipeline.of(new StandardScaler()).train(trainer),
                bagged(trainer),
                new Voting(List.of(trainer)),
                new Stacking(List.of(trainer), trainer, FOLDS),
                new ModelSelector(List.of(trainer), FOLDS, metric(trainer)));
    }

    private static String metric(Trainer trainer) {
        return trainer instanceof Classifier ? "accuracy" : "rmse";
    }

    /** Who does not say what it predicts is judged once it has learnt. */
    @Test
    void whatIsNotKnownIsTried() {
        Trainer silent = (table, label) -> new DecisionTree(2, 42).fit(table, label);
        Metric.named("rmse").checkFits(silent);
        Metric.of("hits", true, report -> 1).checkFits(new DecisionTree(2, 42));
        assertThatThrownBy(() -> CrossValidation.of(silent, rows, "y", FOLDS).scores("rmse"))
                .hasMessage(
                        "rmse judges numbers, and classes were predicted; ask accuracy, f1 or roc_auc");
    }
}
