package himalia.features;

import static himalia.reference.ModelReference.doubles;
import static himalia.reference.ModelReference.elements;
import static himalia.reference.ModelReference.json;
import static himalia.reference.ModelReference.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import himalia.table.Tables;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;

/** Missing numbers are filled by lines as scikit-learn's IterativeImputer fills them: reference/kept_columns.json. */
class ImputationReferenceTest {
    static Stream<JsonObject> imputed() {
        return elements(json("kept_columns").getAsJsonArray("imputed"))
                .map(JsonElement::getAsJsonObject);
    }

    /** The same holes as kept_columns.py makes. */
    private static Table holed(Table rows) {
        var holed = Table.create(rows.name());
        for (int j = 0; j < rows.columnCount() - 1; j++) {
            var values = Tables.doubles((NumericColumn<?>) rows.column(j)).clone();
            for (int row = 0; row < values.length; row++) {
                if ((7 * row + 3 * j) % 11 == 0 && j != 1) {
                    values[row] = Double.NaN;
                }
            }
            holed.addColumns(DoubleColumn.create(rows.column(j).name(), values));
        }
        return holed;
    }

    @ParameterizedTest
    @MethodSource("imputed")
    void cellsAreFilledByLinesFromAllOtherColumns(JsonObject expected) {
        var name = expected.get("data").getAsString();
        var rows = holed(table(name).first(expected.get("rows").getAsInt()));
        var fitted = new IterativeImputer().fit(rows.first(expected.get("learnt").getAsInt()));
        if (name.equals("wine")) {
            IntStream.range(170, rows.rowCount()).forEach(row -> rows.column(1).setMissing(row));
        }
        var filled = fitted.apply(rows);

        var numbers = doubles(expected.getAsJsonArray("filled"));
        int next = 0;
        for (int row = 0; row < rows.rowCount(); row++) {
            for (int j = 0; j < rows.columnCount(); j++) {
                if (rows.column(j).isMissing(row)) {
                    assertThat(filled.doubleColumn(j).getDouble(row))
                            .as("row %d, column %d", row, j)
                            .isCloseTo(
                                    numbers[next],
                                    within(1e-6 * Math.max(1, Math.abs(numbers[next]))));
                    next++;
                }
            }
        }
        assertThat(next).isEqualTo(numbers.length);
    }

    @Test
    void aColumnAloneIsFilledWithItsMean() {
        var table = Table.create(DoubleColumn.create("x", new Double[] {1.0, null, 3.0}));

        assertThat(new IterativeImputer().fit(table).apply(table).doubleColumn("x").asList())
                .containsExactly(1.0, 2.0, 3.0);
    }

    /** scikit-learn 1.9 takes three rounds by default, and raises ConvergenceWarning after two. */
    @Test
    void whatIsShownSaysHowManyRoundsItTookAndWhetherThatWasEnough() {
        var table =
                Table.create(
                        DoubleColumn.create("x", new Double[] {1.0, 2.0, null, 4.0, 5.0, 6.0}),
                        DoubleColumn.create("y", new Double[] {2.1, null, 5.9, 8.2, 9.9, 12.3}),
                        DoubleColumn.create("z", new Double[] {1.0, 3.0, 2.0, null, 5.0, 4.0}));

        assertThat(Learnt.of(new IterativeImputer().fit(table)))
                .contains(
                        new Learnt("x", "filled by a line from the others, at first with 3.6"),
                        new Learnt("rounds", "3"));
        assertThat(Learnt.of(new IterativeImputer(2, 1e-3, List.of()).fit(table)))
                .contains(new Learnt("rounds", "2, and cells still change; raise maxIter or tol"));
    }

    @Test
    void slipsAreToldWithTheirValue() {
        var table = Table.create(DoubleColumn.create("x", new Double[] {null, null}));

        assertThatThrownBy(() -> new IterativeImputer().fit(table))
                .hasMessage(
                        "column 'x' has no value to learn from; leave it out with table.rejectColumns(\"x\")");
        assertThatThrownBy(() -> new IterativeImputer(0, 1e-3, List.of()))
                .hasMessage("maxIter must be at least 1, got 0");
        assertThatThrownBy(() -> new IterativeImputer(1, -1, List.of()))
                .hasMessage("tol must be at least 0, got -1.0");
    }
}
