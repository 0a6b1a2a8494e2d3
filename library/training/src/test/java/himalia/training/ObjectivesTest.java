package himalia.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import himalia.model.Model;
import himalia.model.Trainer;
import himalia.objectives.CombinedComparison;
import himalia.objectives.Objective;
import himalia.objectives.Objectives;
import himalia.table.Seeds;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A model for each objective. */
class ObjectivesTest {
    private static final double[][] WEIGHTS = {{1, 1}, {1, 0.2}, {0.1, 1}};

    private final Table train = posts(200, 1);
    private final Table items = posts(60, 2);

    private static Table posts(int count, long seed) {
        var random = Seeds.random(seed);
        var length = random.doubles(count).toArray();
        var shouting = random.doubles(count).toArray();
        var quality = DoubleColumn.create("quality");
        var engagement = DoubleColumn.create("engagement");
        for (int i = 0; i < count; i++) {
            quality.append(length[i] - shouting[i] / 2 + random.nextGaussian() / 10);
            engagement.append(shouting[i] + length[i] / 4 + random.nextGaussian() / 10);
        }
        return Table.create(
                "posts",
                DoubleColumn.create("length", length),
                DoubleColumn.create("shouting", shouting),
                quality,
                engagement);
    }

    @Test
    void weightsChangeWithoutTrainingAndNoModelSeesTheOtherObjective() {
        var trainings = new AtomicInteger();
        Trainer counted =
                (table, label) -> {
                    trainings.incrementAndGet();
                    return new LinearRegression().fit(table, label);
                };
        var objectives = Objectives.train(counted, train, "quality", "engagement");
        var scored = objectives.with(1, 0.2).score(items);

        scored.with(0.1, 1).ranking();
        scored.with(1, 1).ranking();

        assertThat(trainings).hasValue(2);
        assertThat(objectives.objectives())
                .allSatisfy(
                        each ->
                                assertThat(each.model().schema().featureNames())
                                        .containsExactly("length", "shouting"));
        assertThat(objectives.with(1, 0.2)).hasToString("1.0 × quality + 0.2 × engagement");
    }

    /** The sum of two least-squares fits is the fit of the sum. */
    @Test
    void ofLinearModelsTheCombinedOneRanksAsTheDecoupledOnesDo() {
        var comparison =
                CombinedComparison.of(
                        new LinearRegression(),
                        train,
                        items,
                        List.of("quality", "engagement"),
                        WEIGHTS,
                        10);

        for (int i = 0; i < WEIGHTS.length; i++) {
            assertThat(comparison.decoupled()[i])
                    .isCloseTo(comparison.anew()[i], within(1e-12))
                    .isLessThanOrEqualTo(comparison.best()[i]);
        }
        assertThat(comparison.once()[0]).isEqualTo(comparison.anew()[0]);
        assertThat(comparison.once()[2]).isLessThan(comparison.decoupled()[2]);
        assertThat(comparison.trainings()).isEqualTo(2);
        assertThat(comparison.bundle().text()).contains("combined, trained once");
    }

    @Test
    void aClassCountsByTheProbabilityOfTheSecond() {
        var clicked = StringColumn.create("clicked");
        train.doubleColumn("engagement")
                .forEach(value -> clicked.append(value > 0.6 ? "yes" : "no"));
        var table = train.rejectColumns("quality", "engagement").addColumns(clicked);
        Model model = new LogisticRegression(1.0).fit(table, "clicked");

        assertThat(Objectives.of(model, 2).score(items).scores("clicked"))
                .isEqualTo(model.predict(items).probabilities("yes"));
    }

    @Test
    void slipsAreToldWithTheirValueAndTheWayOut() {
        Model model = new LinearRegression().fit(train.rejectColumns("quality"), "engagement");
        assertThatThrownBy(() -> Objectives.of(model, 1).and(model, 2))
                .hasMessage(
                        "two objectives are called 'engagement'; name them, as in Objectives.of(\"clicks\", model, 1.0)");
        assertThatThrownBy(() -> Objectives.of(model, Double.NaN))
                .hasMessageStartingWith(
                        "the weight of 'engagement' must be 0 or more and finite, got NaN");
        assertThatThrownBy(() -> Objectives.train(new LinearRegression(), train, "qality"))
                .hasMessageStartingWith(
                        "no column 'qality' in table 'posts'; did you mean 'quality'?");
        assertThatThrownBy(() -> Objectives.train(new LinearRegression(), train))
                .hasMessage("there are no objectives; give one at least");
        var grades = StringColumn.create("grade");
        train.doubleColumn("quality")
                .forEach(value -> grades.append(value > 0.5 ? "a" : value > 0 ? "b" : "c"));
        var graded = train.rejectColumns("quality", "engagement").addColumns(grades);
        assertThatThrownBy(
                        () ->
                                new Objective(
                                        "grade", new LogisticRegression(1).fit(graded, "grade"), 1))
                .hasMessage(
                        "the model of 'grade' tells 3 classes apart, and none of them is the one that is wanted; train one for the class against all others");
        assertThatThrownBy(
                        () ->
                                CombinedComparison.of(
                                        new LinearRegression(),
                                        train,
                                        items,
                                        List.of("quality"),
                                        new double[][] {{1}},
                                        99))
                .hasMessage("first must be from 1 to the number of items, 60, got 99");
    }
}
