package himalia.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.evaluation.folds.KFold;
import himalia.evaluation.folds.StratifiedKFold;
import himalia.evaluation.validation.CrossValidation;
import himalia.features.Pipeline;
import himalia.features.StandardScaler;
import himalia.model.Trainer;
import himalia.search.pruners.MedianPruner;
import himalia.search.samplers.GridSearch;
import himalia.search.samplers.RandomSearch;
import himalia.table.Seeds;
import himalia.training.DecisionTree;
import himalia.training.DummyRegressor;
import himalia.training.GradientBoosting;
import himalia.training.LogisticRegression;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class TrainerSearchTest {
    private final Table table = rows();

    /** Four quarters of a square, crosswise: one question tells nothing, two tell all. */
    private static Table rows() {
        var random = Seeds.random(1);
        var a = DoubleColumn.create("a");
        var b = DoubleColumn.create("b");
        var y = StringColumn.create("y");
        for (int i = 0; i < 200; i++) {
            double one = random.nextDouble() - 0.5;
            double other = random.nextDouble() - 0.5;
            a.append(one);
            b.append(other);
            y.append(one * other > 0 ? "same" : "other");
        }
        return Table.create("square", a, b, y);
    }

    private TrainerSearch search(Trainer trainer) {
        return TrainerSearch.of(trainer, table, "y", new StratifiedKFold(4, 42), "accuracy");
    }

    @Test
    void aFileOfOtherValuesIsRefusedAndStaysAsItIs(@TempDir Path folder) throws IOException {
        var file = folder.resolve("study.log");
        var space = SearchSpace.of("depth=int(1, 6)");
        var search = search(new DecisionTree(1, 42));
        search.study(space, new RandomSearch(1)).at(file).run(2, search);
        var before = Files.readString(file);

        var folds = new StratifiedKFold(4, 42);
        var tree = new DecisionTree(1, 42);
        for (var other :
                List.of(
                        TrainerSearch.of(tree, table, "y", folds, "f1_macro"),
                        TrainerSearch.of(tree, table.first(150), "y", folds, "accuracy"),
                        TrainerSearch.of(tree, table, "y", new KFold(4, 42), "accuracy"),
                        search(new DecisionTree(1, 43)))) {
            assertThatThrownBy(() -> other.study(space, new RandomSearch(1)).at(file))
                    .hasMessageStartingWith(
                            "the values in %s are accuracy of DecisionTree[depth=?, ", file)
                    .hasMessageEndingWith("; begin another file");
        }
        assertThat(Files.readString(file)).isEqualTo(before);
        // The depth is searched, so that of the trainer says nothing.
        search = search(new DecisionTree(5, 42));
        var again = search.study(space, new RandomSearch(1)).at(file).run(1, search);
        assertThat(again.trials()).hasSize(3);
    }

    @Test
    void theBestSettingsAreFoundByCrossValidation() {
        var search = search(new DecisionTree(1, 42));
        var study = search.study(SearchSpace.of("depth=int(1, 6)"), new GridSearch(6));
        study.run(10, search);
        assertThat(study.direction()).isEqualTo(Direction.MAXIMIZE);
        assertThat(study.trials()).hasSize(6);
        for (var trial : study.trials()) {
            var scores =
                    CrossValidation.of(
                                    new DecisionTree((int) trial.setting("depth"), 42),
                                    table,
                                    "y",
                                    new StratifiedKFold(4, 42))
                            .scores("accuracy");
            assertThat(trial.value()).isEqualTo(scores.mean("accuracy"));
            assertThat(trial.reports()).hasSize(4).containsEntry(4, trial.value());
            assertThat(trial.reports()).containsEntry(1, scores.values("accuracy")[0]);
        }
        assertThat(study.trials().get(0).value()).isLessThan(0.7);
        assertThat(study.best().value()).isGreaterThan(0.85);
        var tuning = new Tuning(search, study);
        assertThat(tuning.trainer())
                .isEqualTo(new DecisionTree((int) study.best().setting("depth"), 42));
    }

    @Test
    void settingsOfAPipelinesTrainerAreNamedThroughIt() {
        var pipeline = Pipeline.of(new StandardScaler()).train(new GradientBoosting(5, 42));
        var search = search(pipeline);
        var changed =
                (Pipeline)
                        search.trainer(
                                Map.of(
                                        "trainer.depth",
                                        3,
                                        "trainer.options.patience",
                                        2,
                                        "trainer.options.validation",
                                        0.2,
                                        "trainer.rate",
                                        1));
        var boosting = (GradientBoosting) changed.trainer();
        assertThat(boosting.depth()).isEqualTo(3);
        assertThat(boosting.rate()).isEqualTo(1);
        assertThat(boosting.options().patience()).isEqualTo(2);
        assertThat(boosting.rounds()).isEqualTo(5);
    }

    @Test
    void foldsAreLeftOutWhereTheFirstOnesAreBad() {
        var search = search(new DecisionTree(1, 42));
        var study =
                search.study(SearchSpace.of("depth=choice(5, 4, 3, 1)"), new GridSearch(4))
                        .with(new MedianPruner(3, 0, 1))
                        .run(4, search);
        var last = study.trials().get(3);
        assertThat(last.state()).isEqualTo(TrialState.PRUNED);
        assertThat(last.reports()).hasSize(1);
        assertThat(last.why()).contains("up to step 1 is worse than", "the median of 3 trials");
    }

    @Test
    void aNameOrAKindThatTheTrainerDoesNotHaveIsRefusedBeforeAnythingIsTrained() {
        var search = search(new DecisionTree(1, 42));
        refused(
                search,
                "deep=int(1, 6)",
                "DecisionTree has no setting 'deep'; it has: depth, features, entropy, seed");
        refused(
                search,
                "depth=uniform(1, 6)",
                "'depth' of DecisionTree is of whole numbers, such as int(2, 8), and the space has uniform(1.0, 6.0)");
        refused(
                search,
                "entropy=int(0, 1)",
                "'entropy' of DecisionTree is of choice(true, false), and the space has int(0, 1)");
        refused(
                TrainerSearch.of(
                        new DummyRegressor(DummyRegressor.Strategy.MEAN, 0),
                        table,
                        "a",
                        new KFold(3, 1),
                        "rmse"),
                "strategy=choice(mean, most)",
                "'strategy' of DummyRegressor is of choice(mean, median, quantile, constant), and the space has choice(mean, most)");
        assertThatThrownBy(
                        () ->
                                TrainerSearch.of(
                                        new DecisionTree(1, 42),
                                        table,
                                        "z",
                                        new KFold(3, 1),
                                        "accuracy"))
                .hasMessageStartingWith("no column 'z' in table 'square'");
    }

    private static void refused(TrainerSearch search, String space, String message) {
        assertThatThrownBy(() -> search.study(SearchSpace.of(space), new RandomSearch(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void aConstantOfAnEnumIsChosenByItsName() {
        var search =
                TrainerSearch.of(
                        new DummyRegressor(DummyRegressor.Strategy.MEAN, 0),
                        table.selectColumns("a", "b"),
                        "a",
                        new KFold(3, 1),
                        "mae");
        var study =
                search.study(SearchSpace.of("strategy=choice(mean, median)"), new GridSearch(1));
        study.run(2, search);
        assertThat(study.direction()).isEqualTo(Direction.MINIMIZE);
        assertThat(search.trainer(study.trials().get(1).settings()))
                .isEqualTo(new DummyRegressor(DummyRegressor.Strategy.MEDIAN, 0));
    }

    @Test
    void aValueThatTheTrainerRefusesFailsItsTrial() {
        var search = search(new LogisticRegression(1.0));
        var study = search.study(SearchSpace.of("c=choice(-1.0, 1.0)"), new GridSearch(1));
        study.run(2, search);
        assertThat(study.trials().get(0).state()).isEqualTo(TrialState.FAIL);
        assertThat(study.trials().get(0).why()).startsWith("IllegalArgumentException: c must be");
        assertThat(List.of(study.trials().get(1).state())).containsExactly(TrialState.COMPLETE);
        assertThat(study.bundle().text()).contains("trial 0 failed with ");
    }
}
