package himalia.training;

import static himalia.reference.ModelReference.doubles;
import static himalia.reference.ModelReference.elements;
import static himalia.reference.ModelReference.heldOut;
import static himalia.reference.ModelReference.json;
import static himalia.reference.ModelReference.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import himalia.evaluation.Report;
import himalia.model.Feature;
import himalia.model.Model;
import himalia.model.OnlineLearner;
import himalia.model.OnlineTrainer;
import himalia.model.Schema;
import himalia.model.Target;
import himalia.table.Tables;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Learners of rows that come one after the other, against scikit-learn's partial_fit: online.py made online.json. */
class OnlineLearnersTest {
    static Stream<JsonObject> sgd() {
        return cases("sgd");
    }

    static Stream<JsonObject> bayes() {
        return cases("gaussian_nb");
    }

    static Stream<OnlineTrainer> trainers() {
        return Stream.of(new SgdClassifier(), new GaussianNB());
    }

    private static Stream<JsonObject> cases(String name) {
        return elements(json("online").getAsJsonArray(name)).map(JsonElement::getAsJsonObject);
    }

    /** scikit-learn's partial_fit(classes=["up", "up", "down"]) makes two classes of them; a name that is there twice has no place of its own in a prediction. */
    @Test
    void aClassThatIsNamedTwiceIsRefused() {
        var table = table("wine");
        assertThatThrownBy(() -> new GaussianNB().start(table, "y", List.of("0", "0", "1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("class '0' of label 'y' is named twice, in [0, 0, 1]; name each once");
    }

    @ParameterizedTest
    @MethodSource("sgd")
    void batchesGiveTheWeightsOfTheReference(JsonObject expected) {
        var rows = mixed(expected);
        var settings = expected.getAsJsonObject("settings");
        double alpha = settings.get("alpha").getAsDouble();
        boolean isScaled = expected.get("scaled").getAsBoolean();
        boolean isNumber = expected.get("data").getAsString().equals("diabetes");
        var rate = rate(settings);
        OnlineTrainer trainer =
                isNumber
                        ? new SgdRegressor(alpha, rate, isScaled, 1, 42)
                        : new SgdClassifier(alpha, rate, isScaled, 1, 42);

        var said = learnt(trainer, rows, expected).snapshot().predict(rows.first(5));

        var wanted = expected.getAsJsonArray("predictions");
        for (int row = 0; row < wanted.size(); row++) {
            var numbers = doubles(wanted.get(row).getAsJsonArray());
            var ours = isNumber ? new double[] {said.number(row)} : said.probabilities(row);
            assertThat(ours).hasSize(numbers.length);
            for (int k = 0; k < numbers.length; k++) {
                assertThat(ours[k])
                        .isCloseTo(numbers[k], within(1e-9 * Math.max(1, Math.abs(numbers[k]))));
            }
        }
    }

    private static LearningRate rate(JsonObject settings) {
        return switch (settings.get("learning_rate").getAsString()) {
            case "optimal" -> LearningRate.optimal();
            case "constant" -> LearningRate.constant(settings.get("eta0").getAsDouble());
            default ->
                    LearningRate.invScaling(
                            settings.get("eta0").getAsDouble(),
                            settings.get("power_t").getAsDouble());
        };
    }

    @ParameterizedTest
    @MethodSource("bayes")
    void batchesGiveTheCurvesOfTheReference(JsonObject expected) {
        var rows = mixed(expected);
        var trainer = new GaussianNB(expected.get("smoothing").getAsDouble());

        var said = learnt(trainer, rows, expected).snapshot().predict(rows.first(8));

        var wanted = expected.getAsJsonArray("log_probabilities");
        for (int row = 0; row < wanted.size(); row++) {
            var logs = doubles(wanted.get(row).getAsJsonArray());
            for (int k = 0; k < logs.length; k++) {
                assertThat(said.probabilities(row)[k])
                        .isCloseTo(Math.exp(logs[k]), within(1e-9 * Math.exp(logs[k]) + 1e-300));
            }
        }
    }

    /** The rows in the order in which the reference had them. */
    private static Table mixed(JsonObject expected) {
        var rows = table(expected.get("data").getAsString());
        int step = expected.get("step").getAsInt();
        return Tables.rows(
                rows,
                IntStream.range(0, rows.rowCount()).map(i -> i * step % rows.rowCount()).toArray());
    }

    private static OnlineLearner learnt(OnlineTrainer trainer, Table rows, JsonObject expected) {
        int batch = expected.get("batch").getAsInt();
        var learner = trainer.start(rows, "y");
        for (int from = 0; from < rows.rowCount(); from += batch) {
            learner.partialFit(rows.inRange(from, Math.min(from + batch, rows.rowCount())));
        }
        return learner;
    }

    @ParameterizedTest
    @MethodSource("trainers")
    void aSnapshotStaysAndACopyGoesItsOwnWay(OnlineTrainer trainer) {
        var train = heldOut("breast_cancer", false);
        var test = heldOut("breast_cancer", true);
        var learner = trainer.start(train, "y");
        learner.partialFit(train.first(100));
        Model early = learner.snapshot();
        var before = early.predict(test);
        var other = learner.copy();

        learner.partialFit(train.inRange(100, 300));

        assertThat(early.predict(test)).isEqualTo(before);
        assertThat(other.snapshot().predict(test)).isEqualTo(before);
        assertThat(learner.snapshot().predict(test)).isNotEqualTo(before);
        assertThat(learner.rows()).isEqualTo(300);
        assertThat(learner.snapshot().provenance().seenIn(train)).isEqualTo(300);
        other.partialFit(train.inRange(100, 300));
        assertThat(other.snapshot().predict(test)).isEqualTo(learner.snapshot().predict(test));
        assertThat(Report.of(learner.snapshot(), test).accuracy()).isGreaterThan(0.9);
    }

    @ParameterizedTest
    @MethodSource("trainers")
    void refusedRowsChangeNothing(OnlineTrainer trainer) {
        var rows = rows();
        var learner = trainer.start(rows, "y");
        learner.partialFit(rows);
        var before = learner.snapshot().predict(rows);
        var late = Table.create(DoubleColumn.create("x", 1, 2), StringColumn.create("y", "a", "c"));
        assertThatThrownBy(() -> learner.partialFit(late))
                .hasMessage(
                        "row 1 has class 'c' in 'y', and a learner knows only the classes that it was started with, start(table, label, classes): a, b");
        var missing =
                Table.create(
                        DoubleColumn.create("x", 1, Double.NaN),
                        StringColumn.create("y", "a", "b"));
        assertThatThrownBy(() -> learner.partialFit(missing))
                .hasMessageContaining("column 'x' has 1 missing value");
        assertThatThrownBy(() -> learner.partialFit(rows.emptyCopy()))
                .hasMessage("the table has no rows; there is nothing to learn from");
        assertThatThrownBy(() -> learner.partialFit(rows.rejectColumns("y")))
                .hasMessageStartingWith("no column 'y'");
        assertThatThrownBy(() -> learner.partialFit(rows.rejectColumns("x")))
                .hasMessageStartingWith("no column 'x'");
        var huge =
                Table.create(
                        DoubleColumn.create("x", 1e300, -1e300, 1),
                        StringColumn.create("y", "a", "b", "b"));
        assertThatThrownBy(() -> learner.partialFit(huge))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(learner.rows()).isEqualTo(6);
        assertThat(learner.snapshot().predict(rows)).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("trainers")
    void classesMayComeLateWhereTheyAreNamed(OnlineTrainer trainer, @TempDir Path folder) {
        var rows = rows();
        var learner = trainer.start(rows, "y", List.of("a", "b", "late"));
        assertThatThrownBy(learner::snapshot)
                .hasMessage(
                        "the learner has learnt from no rows yet; give it some with partialFit(table)");
        learner.partialFit(rows);

        var model = learner.snapshot();
        model.save(folder.resolve("model"));

        assertThat(model.classes()).containsExactly("a", "b", "late");
        assertThat(model.predict(rows).label(0)).isEqualTo("a");
        assertThat(Model.load(folder.resolve("model")).predict(rows))
                .isEqualTo(model.predict(rows));
    }

    @Test
    void slipsAreToldWithTheirValueAndTheWayOut() {
        assertThatThrownBy(() -> new SgdClassifier(0, LearningRate.optimal()))
                .hasMessage(
                        "alpha is 0, and the optimal rate is told by alpha; take LearningRate.constant(0.01), or an alpha above 0");
        assertThatThrownBy(() -> LearningRate.constant(0))
                .hasMessage("eta0 must be above 0.0 and finite, got 0.0");
        assertThatThrownBy(() -> new SgdRegressor(-1, LearningRate.constant(1)))
                .hasMessage("alpha must be 0 or above and finite, got -1.0");
        var numbers = new Schema(List.of(Feature.number("x")), new Target.Numbers("y"));
        assertThatThrownBy(() -> new SgdClassifier().start(numbers))
                .hasMessage(
                        "'y' is a number, and an SgdClassifier tells classes apart; take an SgdRegressor");
        assertThatThrownBy(() -> new GaussianNB().start(numbers))
                .hasMessage(
                        "'y' is a number, and a GaussianNB tells classes apart; take an SgdRegressor");
        assertThatThrownBy(() -> new SgdRegressor().start(rows(), "x", List.of("a", "b")))
                .hasMessage(
                        "an SgdRegressor predicts numbers of 'x', and there are no classes [a, b]; leave them out");
        var steep = new SgdRegressor(0, LearningRate.constant(1), false, 1, 42);
        var wide =
                Table.create(
                        DoubleColumn.create(
                                "x", IntStream.range(0, 99).mapToDouble(i -> 1e300 * i / 99)),
                        DoubleColumn.create("y", IntStream.range(0, 99).mapToDouble(i -> i)));
        assertThatThrownBy(() -> steep.fit(wide, "y"))
                .hasMessage(
                        "the weights grow beyond all numbers by these rows, which were not learnt from; let columns be scaled, or take shorter steps than those of LearningRate[schedule=CONSTANT, eta0=1.0, power=0.5]");
        var still =
                Table.create(DoubleColumn.create("x", 1, 1), StringColumn.create("y", "a", "b"));
        var learner = new GaussianNB().start(still, "y");
        learner.partialFit(still);
        assertThatThrownBy(learner::snapshot)
                .hasMessage(
                        "column 'x' is the same in the 1 row of class 'a' so far, and a bell curve needs a width; learn from more rows, or take a larger smoothing than 1.0E-9");
    }

    private static Table rows() {
        return Table.create(
                "rows",
                DoubleColumn.create("x", 1, 2, 1.5, 5, 6, 5.5),
                StringColumn.create("y", "a", "a", "a", "b", "b", "b"));
    }
}
