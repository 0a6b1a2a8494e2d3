package himalia.features;

import static himalia.reference.ModelReference.elements;
import static himalia.reference.ModelReference.ints;
import static himalia.reference.ModelReference.json;
import static himalia.reference.ModelReference.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import himalia.features.FeatureScores.By;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** Columns are kept by their scores as scikit-learn keeps them: reference/kept_columns.json. */
class ScoredSelectionTest {
    private static Stream<JsonObject> cases(String name) {
        return elements(json("kept_columns").getAsJsonArray(name))
                .map(JsonElement::getAsJsonObject);
    }

    static Stream<JsonObject> chosen() {
        return cases("chosen");
    }

    static Stream<JsonObject> percentiles() {
        return cases("percentiles");
    }

    /** Three times three of wine's columns stand beside the others, their rows moved, as in kept_columns.py. */
    private static Table noisy(String name) {
        var table = table(name);
        if (!name.equals("wine")) {
            return table;
        }
        var noisy = table.rejectColumns("y").copy();
        int rows = table.rowCount();
        for (int times = 1; times <= 3; times++) {
            int moved = 17 * times;
            for (int j = 0; j < 3; j++) {
                var column = table.numberColumn(j);
                noisy.addColumns(
                        DoubleColumn.create(
                                column.name() + times,
                                IntStream.range(0, rows)
                                        .mapToDouble(
                                                row ->
                                                        column.getDouble(
                                                                (row - moved + rows) % rows))
                                        .toArray()));
            }
        }
        return noisy.addColumns(table.column("y"));
    }

    private static void assertKept(FittedStep fitted, Table table, JsonArray places) {
        assertThat(fitted.apply(table).rejectColumns("y").columnNames())
                .containsExactly(
                        IntStream.of(ints(places))
                                .mapToObj(place -> table.column(place).name())
                                .toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("chosen")
    void whatIsImprobableByChanceIsKept(JsonObject expected) {
        var table = noisy(expected.get("data").getAsString());
        double alpha = expected.get("alpha").getAsDouble();
        Map.of(
                        "SelectFpr", new SelectFpr(By.F_CLASSIF, alpha),
                        "SelectFdr", new SelectFdr(By.F_CLASSIF, alpha),
                        "SelectFwe", new SelectFwe(By.F_CLASSIF, alpha))
                .forEach(
                        (name, step) ->
                                assertKept(
                                        step.fit(table, "y"),
                                        table,
                                        expected.getAsJsonArray(name)));
    }

    @ParameterizedTest
    @MethodSource("percentiles")
    void aShareOfTheColumnsIsKept(JsonObject expected) {
        var table = table(expected.get("data").getAsString());
        var step = new SelectPercentile(By.F_CLASSIF, expected.get("percentile").getAsInt());

        assertKept(step.fit(table, "y"), table, expected.getAsJsonArray("kept"));
    }

    @Test
    void slipsAreToldWithTheirValueAndTheWayOut() {
        var table =
                Table.create(
                        DoubleColumn.create("x", 1, 2, 1, 2),
                        DoubleColumn.create("same", 3, 3, 3, 3),
                        IntColumn.create("y", 0, 0, 1, 1));

        assertThatThrownBy(() -> new SelectFdr(By.F_CLASSIF, 0.05).fit(table, "y"))
                .hasMessage(
                        "SelectFdr keeps no column by alpha 0.05: the least p of 2 is 1.0; raise alpha, or take SelectKBest");
        var same = table.selectColumns("same", "y");
        assertThatThrownBy(() -> new SelectFpr("same").fit(same, "y"))
                .hasMessage(
                        "SelectFpr keeps no column by alpha 0.05: none of 1 has a p, as where each holds one value only; leave the step out, or name other columns");
        assertThatThrownBy(() -> new SelectFpr(By.F_CLASSIF, 1.5))
                .hasMessage("alpha must be between 0 and 1, got 1.5");
        assertThatThrownBy(() -> new SelectFwe(By.MUTUAL_INFO_CLASSIF, 0.1))
                .hasMessage(
                        "SelectFwe goes by how probable a score is by chance, which MUTUAL_INFO_CLASSIF does not tell; take F_CLASSIF, CHI2 or F_REGRESSION, or SelectKBest");
        assertThatThrownBy(() -> new SelectPercentile(By.F_CLASSIF, 0))
                .hasMessage("percentile must be from 1 to 100, got 0");
    }

    /** scikit-learn 1.9 keeps none of them by 10 and warns, and "a" by 34. */
    @Test
    void theBestOfAFewThatScoreAlikeAreNotLostSilently() {
        var table =
                Table.create(
                        DoubleColumn.create("a", 1, 2, 3, 4),
                        DoubleColumn.create("b", 1, 2, 3, 4),
                        DoubleColumn.create("c", 1, 2, 1, 2),
                        IntColumn.create("y", 0, 0, 1, 1));

        assertThatThrownBy(() -> new SelectPercentile().fit(table, "y"))
                .hasMessage(
                        "SelectPercentile keeps no column: 10 % of 3 columns is less than one, and the best 2 score alike; raise percentile to 34, or take SelectKBest");
        assertThat(
                        new SelectPercentile(By.F_CLASSIF, 34)
                                .fit(table, "y")
                                .apply(table)
                                .columnNames())
                .containsExactly("a", "y");
        assertThat(new SelectKBest().fit(table, "y").apply(table).columnNames())
                .containsExactly("a", "b", "c", "y");
    }
}
