package himalia.training;

import static himalia.reference.ModelReference.heldOut;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import himalia.display.bundle.Display;
import himalia.evaluation.Report;
import himalia.evaluation.TrainedModel;
import himalia.evaluation.folds.StratifiedKFold;
import himalia.features.Pipeline;
import himalia.features.StandardScaler;
import himalia.model.Model;
import himalia.model.Provenance;
import himalia.model.Trainer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What trees and ensembles do besides being good, which EnsembleBandsTest holds. */
@Tag("once")
class EnsemblesTest {
    /** A member sees a part of the rows, and none of them more than the table has. */
    @Test
    void missingCellsAreCountedInTheTableAndNotInADraw() {
        var table =
                Table.create(
                        DoubleColumn.create(
                                "a", IntStream.range(0, 300).asDoubleStream().toArray()),
                        IntColumn.create(
                                "y", IntStream.range(0, 300).map(i -> i % 6 / 5).toArray()));
        for (int row = 0; row < 60; row++) {
            table.doubleColumn("a").setMissing(row);
        }
        for (var trainer : List.of(new EasyEnsemble(2, 42), new RusBoost(2, 42))) {
            assertThatThrownBy(() -> trainer.fit(table, "y"))
                    .hasMessageStartingWith(
                            "column 'a' has 60 missing values, and %s takes none; put a SimpleImputer"
                                    .formatted(trainer.name()));
        }
    }

    @Test
    void aTreeAsksWhatPartsTheRows() {
        var steps =
                Table.create(
                        DoubleColumn.create("a", 1, 2, 3, 4, 5, 6, 7, 8),
                        DoubleColumn.create("noise", 5, 5, 5, 5, 5, 5, 5, 5),
                        StringColumn.create(
                                "y", "lo", "lo", "mid", "mid", "mid", "hi", "hi", "hi"));

        var model = new DecisionTree(0, 42).fit(steps, "y");

        assertThat(Report.of(model, steps).accuracy()).isOne();
        assertThat(model).isInstanceOf(ForestModel.class);
        assertThat(((ForestModel) model).leaves()).isEqualTo(3);
        assertThat(((ForestModel) model).depth()).isEqualTo(2);
    }

    @Test
    void aRowOfNoWeightIsNotLearntFrom() {
        var rows =
                Table.create(
                        DoubleColumn.create("x", 1, 2, 3, 4),
                        StringColumn.create("y", "a", "b", "a", "b"));
        var model = new DecisionTree(0, 42).fit(rows, "y", new double[] {1, 0, 0, 3});
        assertThat(model.predict(rows).labels()).containsExactly("a", "a", "b", "b");
    }

    /** By hand, as in Zhu and others: the first stump is wrong for two rows of eight, so it has ln 3 votes. */
    @Test
    void votesAreThoseOfTheFormula() {
        var rows =
                Table.create(
                        DoubleColumn.create("x", 1, 2, 3, 4, 5, 6, 7, 8),
                        StringColumn.create("y", "a", "a", "b", "a", "b", "b", "a", "b"));
        var model = (BoostedModel) new AdaBoost(new DecisionTree(1, 42), 3, 1).fit(rows, "y");
        assertThat(model.votes()[0]).isEqualTo(Math.log(3), within(1e-9));
        assertThat(model.members()).hasSize(model.votes().length);
        for (var row = 0; row < 8; row++) {
            assertThat(Arrays.stream(model.predict(rows).probabilities(row)).sum())
                    .isEqualTo(1, within(1e-12));
        }
    }

    @Test
    void aMemberNoBetterThanChanceIsRefused() {
        var rows =
                Table.create(
                        DoubleColumn.create("x", 1, 1, 1, 1),
                        StringColumn.create("y", "a", "b", "a", "b"));
        assertThatThrownBy(() -> new AdaBoost(new DecisionTree(1, 1), 5, 1).fit(rows, "y"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no better than chance");
    }

    /** By slice the whole, and what it would be without each. */
    @Test
    void whichMemberHelpsWhichSlice() {
        var random = new Random(3);
        var x = DoubleColumn.create("x");
        var z = DoubleColumn.create("z");
        var slice = StringColumn.create("place");
        var y = IntColumn.create("y");
        for (var i = 0; i < 400; i++) {
            var north = i % 2 == 0;
            var signal = random.nextDouble() - 0.5;
            x.append(north ? signal : 0);
            z.append(north ? 0 : signal);
            slice.append(north ? "north" : "south");
            y.append(signal > 0 ? 1 : 0);
        }
        var rows = Table.create("rows", x, z, y);
        var model =
                (EnsembleModel) new BalancedBagging(new DecisionTree(0, 42), 4, 42).fit(rows, "y");

        var helps = model.helps(rows.copy().addColumns(slice), "place");

        assertThat(helps.columnNames())
                .containsExactly(
                        "place",
                        "rows",
                        "accuracy",
                        "member 0",
                        "member 1",
                        "member 2",
                        "member 3");
        assertThat(helps.intColumn("rows").asIntArray()).containsExactly(200, 200);
        assertThat(helps.doubleColumn("accuracy").min()).isGreaterThan(0.95);
        assertThatThrownBy(() -> model.helps(rows, "plaice")).hasMessageContaining("no column");
    }

    @Test
    void theSameSeedGrowsTheSameForestOnAnyNumberOfThreads() {
        var train = heldOut("imb_10d", false);
        Model one = new BalancedRandomForest(20, 42).fit(train, "y");
        Model other = new BalancedRandomForest(20, 42).fit(train, "y");
        assertThat(one.predict(train)).isEqualTo(other.predict(train));
    }

    @Test
    void aModelSaysHowManyRoundsItKept() {
        var rows =
                Table.create(
                        DoubleColumn.create("x", 1, 2, 3, 4), IntColumn.create("y", 0, 0, 1, 1));
        var tuned = new AdaBoost(new DecisionTree(1, 42), 50, 1).fit(rows, "y");

        assertThat(tuned.outcome())
                .isEqualTo(
                        "kept 1 of 50 rounds: it ends where one makes no mistake, or none does better than chance");
        assertThat(
                        Display.renderers()
                                .render(Pipeline.of().train(tuned.trainer()).fit(rows, "y"))
                                .text())
                .contains(tuned.outcome());
        assertThat(new DecisionTree(1, 42).fit(rows, "y").outcome()).isEmpty();
    }

    static Stream<Trainer> ensembles() {
        return Stream.of(
                new BalancedBagging(new DecisionTree(0, 42), 3, 42),
                new BalancedBagging(new LogisticRegression(1.0), 3, 42),
                new BalancedBagging(new GradientBoosting(3, 42), 3, 42),
                new BalancedBagging(new AdaBoost(new DecisionTree(1, 42), 3, 1), 3, 42),
                new BalancedBagging(
                        Pipeline.of(new StandardScaler()).train(new LogisticRegression(1.0)),
                        3,
                        42),
                new BalancedBagging(
                        (rows, label) -> TrainedModel.of(new LogisticRegression(1.0), rows, label),
                        3,
                        42),
                new EasyEnsemble(3, 42),
                new RusBoost(5, 42));
    }

    @ParameterizedTest
    @MethodSource("ensembles")
    void theRowsAreKnownToTheEnsembleAndKeptOnce(Trainer trainer) {
        var train = heldOut("imb_10d", false);

        try (var model = trainer.fit(train, "y")) {
            assertThat(model.provenance().rows().countIn(train)).isEqualTo(train.rowCount());
            var members =
                    model instanceof EnsembleModel ensemble
                            ? ensemble.members()
                            : ((BoostedModel) model).members();
            assertThat(members)
                    .isNotEmpty()
                    .noneMatch(member -> member.provenance().rows().areKnown());
        }
    }

    /** A hundred answers of these rows at once would take more than the tests' heap. */
    @Test
    void anEnsembleHoldsTheAnswerOfOneMemberAtATime() {
        var x = DoubleColumn.create("x", new double[400_000]);
        var small =
                Table.create(DoubleColumn.create("x", 0, 1), StringColumn.create("y", "a", "b"));
        var stump = new DecisionTree(1, 42).fit(small, "y");
        var members = Collections.nCopies(100, stump);
        var votes = new double[100];
        Arrays.fill(votes, 1);

        var bagged =
                new EnsembleModel(stump.schema(), stump.trainer(), members, Provenance.UNKNOWN);
        assertThat(bagged.predict(Table.create(x)).probability(399_999, "a"))
                .isEqualTo(1, within(1e-9));
        var boosted =
                new BoostedModel(
                        stump.schema(), stump.trainer(), members, votes, Provenance.UNKNOWN, "");
        assertThat(boosted.predict(Table.create(x)).label(399_999)).isEqualTo("a");
    }

    @Test
    void anInterruptEndsATreeThatGrows() {
        var train = heldOut("imb_10d", false);
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> new DecisionTree(0, 42).fit(train, "y"))
                .isInstanceOf(TrainingInterrupted.class)
                .hasMessage("DecisionTree was interrupted after 0 trees");
        assertThat(Thread.interrupted()).isTrue();
    }

    /** As in the middle of a round: the part that is trained notices it, and the whole says how far it came. */
    @Test
    void anInterruptedMemberIsTheEnsemblesInterruption() {
        var train = heldOut("imb_10d", false);
        var tree = new DecisionTree(0, 42);

        assertThatThrownBy(
                        () ->
                                new BalancedBagging(new InterruptedAt(2, tree), 5, 42)
                                        .fit(train, "y"))
                .isInstanceOf(TrainingInterrupted.class)
                .hasMessage("BalancedBagging was interrupted after 2 of 5 members");
        assertThat(Thread.interrupted()).isTrue();
        var stump = new InterruptedAt(3, new DecisionTree(1, 42));
        assertThatThrownBy(() -> new AdaBoost(stump, 50, 1).fit(train, "y"))
                .isInstanceOf(TrainingInterrupted.class)
                .hasMessage("AdaBoost was interrupted after 3 of 50 rounds");
        assertThat(Thread.interrupted()).isTrue();
    }

    private static final class InterruptedAt implements RowWeighted {
        private final int at;
        private final RowWeighted trainer;
        private int fitted;

        private InterruptedAt(int at, RowWeighted trainer) {
            this.at = at;
            this.trainer = trainer;
        }

        @Override
        public Model fit(Table table, String label) {
            interrupt();
            return trainer.fit(table, label);
        }

        @Override
        public Model fit(Table table, String label, double[] weights) {
            interrupt();
            return trainer.fit(table, label, weights);
        }

        private void interrupt() {
            if (fitted++ == at) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Three say b, two a: without one of the three both have two votes, and the first class is taken. */
    @Test
    void aTieWithoutAMemberStaysATie() {
        var x = DoubleColumn.create("x", 0, 1);
        var saysA = Table.create(x, StringColumn.create("y", "a", "b"));
        var saysB = Table.create(x, StringColumn.create("y", "b", "a"));
        var members =
                Stream.of(saysB, saysB, saysB, saysA, saysA)
                        .map(rows -> new DecisionTree(1, 42).fit(rows, "y"))
                        .toList();
        var one = members.get(0);
        var model = new EnsembleModel(one.schema(), one.trainer(), members, Provenance.UNKNOWN);

        var helps =
                model.helps(
                        Table.create(
                                DoubleColumn.create("x", 0.0),
                                StringColumn.create("y", "a"),
                                StringColumn.create("place", "north")),
                        "place");

        assertThat(helps.doubleColumn("accuracy").get(0)).isZero();
        // Without it two say a and two b.
        assertThat(helps.doubleColumn("member 0").get(0)).isEqualTo(-0.5);
        assertThat(helps.doubleColumn("member 4").get(0)).isZero();
    }

    /** Which class a tie goes to is a matter of names, and says nothing of a member. */
    @Test
    void aMemberHelpsAsMuchWhateverTheClassesAreCalled() {
        var random = new Random(5);
        var x = DoubleColumn.create("x");
        var fraud = StringColumn.create("y");
        var renamed = StringColumn.create("y");
        for (var i = 0; i < 800; i++) {
            double at = random.nextGaussian();
            boolean is = at + random.nextGaussian() > 1.3;
            x.append(at);
            fraud.append(is ? "fraud" : "honest");
            renamed.append(is ? "fraud" : "azz");
        }
        var gains = new ArrayList<double[]>();
        for (var y : List.of(fraud, renamed)) {
            var rows = Table.create(x, y);
            var model =
                    (EnsembleModel)
                            new BalancedBagging(new DecisionTree(0, 1), 7, 1)
                                    .fit(rows.first(500), "y");
            var test = rows.last(300);
            test.addColumns(StringColumn.create("one", Collections.nCopies(300, "x")));
            var helps = model.helps(test, "one");
            gains.add(
                    IntStream.range(0, 7)
                            .mapToDouble(m -> helps.doubleColumn("member " + m).get(0))
                            .toArray());
        }

        assertThat(gains.get(0)).containsExactly(gains.get(1), within(1e-9));
        assertThat(Arrays.stream(gains.get(0)).max().orElse(1)).isLessThan(0.03);
    }

    /** What is said by the last one is what the members' schema tells of. */
    @Test
    void theLastOfAStackIsOfTheKindOfItsMembers() {
        var cells = heldOut("breast_cancer", false);
        var folds = new StratifiedKFold(3, 42);

        assertThatThrownBy(
                        () ->
                                new Stacking(List.of(new GaussianNB()), new Ridge(1), folds)
                                        .fit(cells, "y"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the members predict classes of 'y', and Ridge")
                .hasMessageEndingWith("take a classifier such as LogisticRegression in its place");
        assertThatThrownBy(
                        () ->
                                new Stacking(
                                                List.of(new Ridge(1)),
                                                new LogisticRegression(1.0),
                                                folds)
                                        .fit(cells, "y"))
                .hasMessageContaining("the members predict numbers of 'y'")
                .hasMessageEndingWith("take a regressor such as Ridge in its place");
    }
}
