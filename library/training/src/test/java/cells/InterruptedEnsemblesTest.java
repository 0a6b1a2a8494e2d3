package cells;

import static cells.InterruptedTrainingTest.HAS_SOMETHING;
import static cells.InterruptedTrainingTest.interrupted;
import static cells.InterruptedTrainingTest.interruptedAtOnce;
import static himalia.reference.ModelReference.heldOut;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.evaluation.folds.StratifiedKFold;
import himalia.model.Model;
import himalia.model.ScorePredictions;
import himalia.model.Trainer;
import himalia.sampling.Strategy;
import himalia.table.Quantile;
import himalia.training.AdaBoost;
import himalia.training.Bagging;
import himalia.training.BalancedBagging;
import himalia.training.DecisionTree;
import himalia.training.EasyEnsemble;
import himalia.training.EnsembleModel;
import himalia.training.ExtraTrees;
import himalia.training.ForestModel;
import himalia.training.IsolationForest;
import himalia.training.RandomForest;
import himalia.training.RandomForestRegressor;
import himalia.training.RusBoost;
import himalia.training.Stacking;
import himalia.training.TrainingInterrupted;
import himalia.training.Voting;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Members that were finished before an interrupt; as from a cell. */
@Timeout(120)
class InterruptedEnsemblesTest {
    private static final int MANY = 100_000;
    private static final Pattern THOSE =
            Pattern.compile(
                    "interrupted after (\\d+) of 100000 (?:members|rounds|trees): this is the model of those");

    @TempDir Path folder;

    /** A kind of ensemble, by how many members it has. */
    record Kind(IntFunction<Trainer> of, String data) {}

    static Stream<Kind> inOrder() {
        var stump = new DecisionTree(1, 42);
        return Stream.of(
                new Kind(members -> new Bagging(stump, members, 42), "breast_cancer"),
                new Kind(members -> new BalancedBagging(stump, members, 42), "breast_cancer"),
                new Kind(members -> new EasyEnsemble(members, 42), "breast_cancer"),
                new Kind(rounds -> new AdaBoost(stump, rounds, 1), "breast_cancer"),
                new Kind(
                        rounds -> new RusBoost(stump, rounds, 1, Strategy.AUTO, 42),
                        "breast_cancer"));
    }

    static Stream<Kind> besideEachOther() {
        return Stream.of(
                new Kind(trees -> new RandomForest(trees, 42), "breast_cancer"),
                new Kind(trees -> new ExtraTrees(trees, 42), "breast_cancer"),
                new Kind(trees -> new RandomForestRegressor(trees, 42), "diabetes"));
    }

    private static int done(Model model) {
        var words = THOSE.matcher(model.outcome());
        assertThat(words.matches()).as(model.outcome()).isTrue();
        return Integer.parseInt(words.group(1));
    }

    @ParameterizedTest
    @MethodSource("inOrder")
    void theMembersSoFarAreTheModelOfAsMany(Kind kind) throws Exception {
        var train = heldOut(kind.data, false);
        var test = heldOut(kind.data, true);

        var ended = interrupted(HAS_SOMETHING, () -> kind.of.apply(MANY).fit(train, "y"));

        assertThat(ended.isInterrupted()).as("whoever loops over fits ends").isTrue();
        var model = ended.result();
        var same = kind.of.apply(done(model)).fit(train, "y");
        assertThat(same.outcome()).isEmpty();
        assertThat(model.predict(test)).isEqualTo(same.predict(test));
        isKept(model);
    }

    @ParameterizedTest
    @MethodSource("besideEachOther")
    void theTreesThatWereFinishedAreTheForest(Kind kind) throws Exception {
        var train = heldOut(kind.data, false);
        var ended = interrupted(HAS_SOMETHING, () -> kind.of.apply(MANY).fit(train, "y"));

        assertThat(ended.isInterrupted()).isTrue();
        assertThat(((ForestModel) ended.result()).trees()).hasSize(done(ended.result()));
        assertThat(ended.result().predict(train).size()).isEqualTo(train.rowCount());
        isKept(ended.result());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1})
    void theIsolationTreesThatWereFinishedAreTheForest(double contamination) throws Exception {
        var train = heldOut("breast_cancer", false).rejectColumns("y");
        var forest = new IsolationForest(MANY, 64, contamination, 42);
        var ended = interrupted(HAS_SOMETHING, () -> forest.fit(train));

        assertThat(ended.isInterrupted()).isTrue();
        assertThat(done(ended.result())).isPositive();
        assertThat(ended.result().predict(train).size()).isEqualTo(train.rowCount());
        isKept(ended.result());
    }

    /** Rows are scored as trees grow: by all of them at the end it took minutes. */
    @Test
    void anInterruptWaitsForTheThresholdOfTheTreesSoFarAlone() throws Exception {
        var train = heldOut("breast_cancer", false).rejectColumns("y");
        var forest = new IsolationForest(MANY, 64, 0.1, 42);

        var ended =
                interrupted(
                        thread -> scoresRows(thread) && HAS_SOMETHING.test(thread),
                        () -> forest.fit(train));

        assertThat(ended.isInterrupted()).isTrue();
        var model = ended.result();
        int done = done(model);
        assertThat(done).isLessThan(MANY / 2);
        var said = (ScorePredictions) model.predict(train);
        var sorted = DoubleStream.of(said.scores()).sorted().toArray();
        assertThat(model.threshold()).isEqualTo(Quantile.of(sorted, 0.9));
    }

    private static boolean scoresRows(Thread thread) {
        return Stream.of(thread.getStackTrace())
                .anyMatch(frame -> frame.getClassName().endsWith("PathLengths"));
    }

    /** Of other trainers' members a part is another model: all that is left is to say so. */
    @Test
    void aVoteOrAStackOfSomeMembersSaysThatNothingIsKept() {
        var train = heldOut("breast_cancer", false);
        var tree = new DecisionTree(2, 42);
        var slow = new RandomForest(MANY, 42);
        for (Trainer trainer :
                List.of(
                        new Voting(List.of(tree, slow)),
                        new Stacking(List.of(tree, slow), tree, new StratifiedKFold(3, 42)))) {
            assertThatThrownBy(
                            () ->
                                    interrupted(
                                            InterruptedEnsemblesTest::growsAForest,
                                            () -> trainer.fit(train, "y")))
                    .isInstanceOf(TrainingInterrupted.class)
                    .hasMessage(
                            trainer.name()
                                    + " was interrupted after 1 of 2 members; nothing is kept, since fewer of them are another model");
        }
    }

    private static boolean growsAForest(Thread thread) {
        return Stream.of(thread.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals("himalia.training.Forest"));
    }

    private void isKept(Model model) throws Exception {
        var file = folder.resolve("interrupted.model");
        model.save(file);
        try (var again = Model.load(file)) {
            assertThat(again.outcome()).isEqualTo(model.outcome());
        }
    }

    @Test
    void anEnsembleWithinAnotherEndsThatWithItsWholeMembers() throws Exception {
        var train = heldOut("breast_cancer", false);
        var forest = new RandomForest(5, 42);

        var model =
                interrupted(HAS_SOMETHING, () -> new Bagging(forest, MANY, 42).fit(train, "y"))
                        .result();

        assertThat(done(model)).isPositive();
        assertThat(((EnsembleModel) model).members())
                .allSatisfy(each -> assertThat(((ForestModel) each).trees()).hasSize(5));
    }

    @Test
    void beforeTheFirstMemberThereIsNothingToKeep() {
        var train = heldOut("breast_cancer", false);
        for (var kind : Stream.concat(inOrder(), besideEachOther()).limit(7).toList()) {
            var trainer = kind.of.apply(MANY);
            assertThatThrownBy(() -> interruptedAtOnce(trainer, train))
                    .isInstanceOf(TrainingInterrupted.class)
                    .hasMessageMatching(
                            trainer.name() + " was interrupted after 0 of 100,?000 \\w+");
        }
    }
}
