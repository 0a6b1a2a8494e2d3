package himalia.training;

import static himalia.reference.ModelReference.doubles;
import static himalia.reference.ModelReference.elements;
import static himalia.reference.ModelReference.heldOut;
import static himalia.reference.ModelReference.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import himalia.evaluation.Report;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Naive Bayes against reference/models.json, which scikit-learn computed. */
class GaussianNBTest {
    static Stream<JsonObject> cases() {
        return elements(json("models").getAsJsonArray("exact"))
                .map(JsonElement::getAsJsonObject)
                .filter(one -> one.get("model").getAsString().equals("gaussian naive bayes"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void probabilitiesAreTheReferences(JsonObject expected) {
        var data = expected.get("data").getAsString();
        double smoothing = expected.getAsJsonObject("params").get("var_smoothing").getAsDouble();
        var test = heldOut(data, true);

        var model = new GaussianNB(smoothing).fit(heldOut(data, false), "y");

        var first = expected.getAsJsonArray("test_log_proba_first_5");
        var said = model.predict(test);
        for (int row = 0; row < first.size(); row++) {
            var logs = doubles(first.get(row).getAsJsonArray());
            for (int k = 0; k < logs.length; k++) {
                // The logarithm of a double is not below -745.
                if (logs[k] > -700) {
                    assertThat(Math.log(said.probabilities(row)[k]))
                            .isCloseTo(logs[k], within(1e-8 * Math.max(1, -logs[k])));
                } else {
                    assertThat(said.probabilities(row)[k]).isLessThan(1e-300);
                }
            }
        }
        assertThat(Report.of(model, test).accuracy())
                .isCloseTo(expected.get("accuracy").getAsDouble(), within(1e-12));
    }

    @Test
    void aFeatureWithoutWidthIsRefusedWithTheWayOut() {
        var rows =
                Table.create(
                        DoubleColumn.create("x", 1, 1, 1, 2, 3),
                        StringColumn.create("y", "a", "a", "b", "b", "b"));
        assertThatThrownBy(() -> new GaussianNB(0).fit(rows, "y"))
                .hasMessage(
                        "column 'x' is the same in the 2 rows of class 'a', and a bell curve needs a width; take a smoothing such as 1e-9, new GaussianNB()");
        assertThat(new GaussianNB().fit(rows, "y").predict(rows).label(0)).isEqualTo("a");
        var still = rows.rejectColumns("x").addColumns(DoubleColumn.create("x", 1, 1, 1, 1, 1));
        assertThatThrownBy(() -> new GaussianNB().fit(still, "y"))
                .hasMessageEndingWith(
                        "no column varies: another model is wanted, or other columns");
        var huge = rows.copy();
        huge.doubleColumn("x").set(0, 1e300);
        assertThatThrownBy(() -> new GaussianNB().fit(huge, "y"))
                .hasMessage(
                        "column 'x' has numbers whose squares no double holds; divide it by something first");
        var beside = rows.copy().addColumns(DoubleColumn.create("h", 1e300, 1, 2, 3, 4));
        for (var trainer : List.of(new GaussianNB(), new GaussianNB(0))) {
            assertThatThrownBy(() -> trainer.fit(beside, "y"))
                    .hasMessageStartingWith("column 'h' has numbers whose squares");
            assertThatThrownBy(() -> trainer.start(beside, "y").partialFit(beside))
                    .hasMessageStartingWith("column 'h' has numbers whose squares");
        }
        assertThatThrownBy(() -> new GaussianNB(-1))
                .hasMessage("smoothing must be 0 or above and finite, got -1.0");
    }

    @Test
    void aColumnWhoseSquaresAreNothingIsNotCalledTheSame() {
        var tiny =
                Table.create(
                        DoubleColumn.create("same", 1, 1, 1, 1),
                        DoubleColumn.create("x", 1e-200, 2e-200, 3e-200, 4e-200),
                        StringColumn.create("y", "a", "a", "b", "b"));

        for (var rows : List.of(tiny, tiny.rejectColumns("same"))) {
            assertThatThrownBy(() -> new GaussianNB().fit(rows, "y"))
                    .hasMessage(
                            "column 'x' has numbers so near to each other that the squares of their distances are 0 in a double; bring it to scale before, by new StandardScaler(), or multiply it");
        }
        assertThatThrownBy(() -> new GaussianNB(0).fit(tiny, "y"))
                .hasMessageStartingWith("column 'same' is the same in the 2 rows of class 'a'");
    }
}
