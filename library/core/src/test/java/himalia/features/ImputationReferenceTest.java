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
import java.util.concurrent.CancellationException;
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

    /** More rows than are taken at once, beside each other and far from 0; the numbers are scikit-learn's, 1.9. */
    @Test
    void linesOfManyRowsAreThoseOfAllOfThem() {
        var columns = new double[4][3_000];
        for (int row = 0; row < 3_000; row++) {
            columns[0][row] = Math.sin(row);
            columns[1][row] = Math.cos(3 * row) + 0.5 * Math.sin(row) + 100;
            columns[2][row] = 2 * columns[0][row] - columns[1][row] + 0.1 * Math.sin(7 * row);
            columns[3][row] = 3 * columns[0][row];
        }
        var table = Table.create();
        for (int j = 0; j < 4; j++) {
            for (int row = j + 1; row < 3_000; row += 7) {
                columns[j][row] = Double.NaN;
            }
            table.addColumns(DoubleColumn.create("c" + j, columns[j]));
        }

        var filled = new IterativeImputer(4, 1e-9, List.of()).fit(table).apply(table);

        assertThat(
                        new double[] {
                            filled.doubleColumn(0).getDouble(1),
                            filled.doubleColumn(1).getDouble(2),
                            filled.doubleColumn(2).getDouble(3),
                            filled.doubleColumn(3).getDouble(4),
                            filled.doubleColumn(0).getDouble(2_997),
                            filled.doubleColumn(1).getDouble(2_991)
                        })
                .containsExactly(
                        new double[] {
                            0.8414700185213851,
                            101.30815954243221,
                            -98.87596555112322,
                            -2.270410547210192,
                            -0.07930775225868729,
                            100.81482148117381
                        },
                        within(1e-7));
    }

    /** scikit-learn 1.9: 5.5456 and -2.3390 after four rounds. */
    @Test
    void linesOfFewerRowsThanColumns() {
        var table =
                Table.create(
                        DoubleColumn.create("a", 1, 2, 7),
                        DoubleColumn.create("b", 2, 1, Double.NaN),
                        DoubleColumn.create("c", 3, Double.NaN, 3),
                        DoubleColumn.create("d", 4.5, 5, 2),
                        DoubleColumn.create("e", Double.NaN, 6, 9));

        var filled = new IterativeImputer().fit(table).apply(table);

        assertThat(filled.doubleColumn("e").getDouble(0))
                .isCloseTo(5.545571399780708, within(1e-7));
        assertThat(filled.doubleColumn("b").getDouble(2))
                .isCloseTo(-2.338994549906623, within(1e-7));
        assertThat(filled.doubleColumn("c").getDouble(1)).isCloseTo(3, within(1e-7));
    }

    @Test
    void anInterruptEndsTheTriangleOfManyRows() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> BayesianRidge.line(new double[][] {{1, 2, 3}}, new double[3]))
                    .isInstanceOf(CancellationException.class);
        } finally {
            Thread.interrupted();
        }
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
