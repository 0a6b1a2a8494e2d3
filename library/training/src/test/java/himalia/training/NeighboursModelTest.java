package himalia.training;

import static himalia.reference.ModelReference.doubles;
import static himalia.reference.ModelReference.elements;
import static himalia.reference.ModelReference.heldOut;
import static himalia.reference.ModelReference.ints;
import static himalia.reference.ModelReference.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import himalia.evaluation.RegressionReport;
import himalia.evaluation.Report;
import himalia.features.Pipeline;
import himalia.features.StandardScaler;
import himalia.model.UnfitCell;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The nearest rows' answers against reference/models.json, which scikit-learn computed. */
class NeighboursModelTest {
    private static Stream<JsonObject> cases(String model) {
        return elements(json("models").getAsJsonArray("exact"))
                .map(JsonElement::getAsJsonObject)
                .filter(one -> one.get("model").getAsString().equals(model));
    }

    static Stream<JsonObject> classes() {
        return cases("k nearest neighbours");
    }

    @ParameterizedTest
    @MethodSource("classes")
    void classesAreTheReferences(JsonObject expected) {
        var data = expected.get("data").getAsString();
        var settings = expected.getAsJsonObject("params");
        var trainer =
                new KNeighborsClassifier(
                        settings.get("k").getAsInt(),
                        settings.get("weights").getAsString().equals("distance"));

        var model = Pipeline.of(new StandardScaler()).train(trainer).fit(heldOut(data, false), "y");

        var wanted =
                Arrays.stream(ints(expected.getAsJsonArray("test_pred"))).mapToObj(String::valueOf);
        assertThat(model.predict(heldOut(data, true)).labels()).isEqualTo(wanted.toList());
        assertThat(Report.of(model, heldOut(data, true)).accuracy())
                .isCloseTo(expected.get("accuracy").getAsDouble(), within(1e-12));
    }

    @Test
    void numbersAreTheReferences() {
        var expected = cases("knn 5").findFirst().orElseThrow();
        var test = heldOut("diabetes", true);

        var model =
                Pipeline.of(new StandardScaler())
                        .train(new KNeighborsRegressor(5))
                        .fit(heldOut("diabetes", false), "y");

        assertThat(Arrays.copyOf(model.predict(test).numbers(), 5))
                .containsExactly(doubles(expected.getAsJsonArray("pred_first_5")), within(1e-9));
        var report = RegressionReport.of(model, test);
        assertThat(report.rmse()).isCloseTo(expected.get("rmse").getAsDouble(), within(1e-9));
        assertThat(report.r2()).isCloseTo(expected.get("r2").getAsDouble(), within(1e-12));
    }

    /** A third of 7, three times, is 6.999999999999999. */
    @ParameterizedTest
    @ValueSource(doubles = {7, 0.1, -7, 1e308})
    void theMeanOfEqualNumbersIsThatNumber(double number) {
        var random = new Random(1);
        var rows =
                Table.create(
                        DoubleColumn.create("x", random.doubles(40).toArray()),
                        DoubleColumn.create("y", DoubleStream.generate(() -> number).limit(40)));
        for (boolean byDistance : new boolean[] {false, true}) {
            for (int neighbours = 1; neighbours < 12; neighbours++) {
                var model = new KNeighborsRegressor(neighbours, byDistance).fit(rows, "y");
                assertThat(model.predict(rows).numbers()).containsOnly(number);
                var between = Table.create(DoubleColumn.create("x", random.doubles(9).toArray()));
                assertThat(model.predict(between).numbers()).containsOnly(number);
            }
        }
    }

    /** By hand: neighbours at 1 and 2 count 1 and a half, and an equal row alone counts. */
    @Test
    void nearerRowsCountMore() {
        var rows =
                Table.create(
                        DoubleColumn.create("x", 0, 1, 4),
                        StringColumn.create("y", "a", "b", "b"),
                        DoubleColumn.create("z", 10, 40, 90));
        var asked = Table.create(DoubleColumn.create("x", 2, 1));
        var classes =
                new KNeighborsClassifier(2, true).fit(rows.rejectColumns("z"), "y").predict(asked);
        assertThat(classes.probabilities(0))
                .containsExactly(new double[] {1 / 3.0, 2 / 3.0}, within(1e-12));
        assertThat(classes.probabilities(1)).containsExactly(0, 1);
        var numbers =
                new KNeighborsRegressor(2, true).fit(rows.rejectColumns("y"), "z").predict(asked);
        assertThat(numbers.numbers()).containsExactly(new double[] {30, 40}, within(1e-12));
    }

    @Test
    void moreNeighboursThanRowsAreRefused() {
        var rows = Table.create(DoubleColumn.create("x", 0, 1), StringColumn.create("y", "a", "b"));
        assertThatThrownBy(() -> new KNeighborsClassifier(3).fit(rows, "y"))
                .hasMessage("3 neighbours cannot be asked of 2 rows; take fewer neighbours");
        assertThatThrownBy(() -> new KNeighborsClassifier(0))
                .hasMessage("neighbours must be at least 1, got 0");
    }

    /** Beyond all squares every row is as far away; a StandardScaler brings them closer. */
    @Test
    void aNumberWithoutASquareIsNamedByItsCell() {
        var y = DoubleColumn.create("y", 1, 2, 3);
        var near = Table.create(DoubleColumn.create("price", 1, 2, 3), y);
        var far = Table.create(DoubleColumn.create("price", 1, 1e200, 3e200), y);
        var wanted =
                "column 'price' has 1.0E200 in row 1, whose square is infinite, and KNeighborsRegressor measures distances; put a StandardScaler before it in a Pipeline, or drop that row";
        var trainer = new KNeighborsRegressor(1);

        assertThatThrownBy(() -> trainer.fit(far, "y"))
                .isInstanceOf(UnfitCell.class)
                .hasMessage(wanted);
        assertThatThrownBy(() -> trainer.fit(near, "y").predict(far)).hasMessage(wanted);
        assertThatThrownBy(() -> new KNeighborsClassifier(1).fit(far, "y"))
                .hasMessageStartingWith("column 'price' has 1.0E200 in row 1");
        assertThatThrownBy(() -> new KMeans(2, 42).fit(near).predict(far))
                .hasMessageStartingWith("column 'price' has 1.0E200 in row 1");
        var scaled = Pipeline.of(new StandardScaler()).train(trainer);
        assertThat(scaled.fit(far, "y").predict(far).numbers()).containsExactly(1, 2, 3);
    }
}
