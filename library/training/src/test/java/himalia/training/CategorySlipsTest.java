package himalia.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What cannot be a category is told by its name, with the way out. */
class CategorySlipsTest {
    private static final GradientBoosting TREES = new GradientBoosting(2, 42);

    private static Table people(int rows) {
        var table = Table.create("people");
        var city = StringColumn.create("city");
        var key = StringColumn.create("key");
        var flat = StringColumn.create("flat");
        var empty = StringColumn.create("empty");
        var isNew = BooleanColumn.create("new");
        var number = IntColumn.create("number");
        var x = DoubleColumn.create("x");
        var day = DateColumn.create("day");
        var y = StringColumn.create("y");
        for (int row = 0; row < rows; row++) {
            city.append(List.of("Oslo", "Rome", "Lima").get(row % 3));
            key.append("key " + row);
            flat.append("Oslo");
            empty.appendMissing();
            isNew.append(true);
            number.append(row);
            x.append(row / 7.0);
            day.append(LocalDate.of(2026, 1, 1).plusDays(row % 5));
            y.append(row % 2 == 0 ? "no" : "yes");
        }
        return table.addColumns(city, key, flat, empty, isNew, number, x, day, y);
    }

    private static void assertRefused(int rows, String column, String message) {
        var others =
                Stream.of("number", "y")
                        .filter(name -> !name.equals(column))
                        .toArray(String[]::new);
        var table = people(rows).selectColumns(column).concat(people(rows).selectColumns(others));
        var trainer = TREES.with(BoostingOptions.NONE.categorical(column));
        assertThatThrownBy(() -> trainer.fit(table, "y")).hasMessage(message);
    }

    @Test
    void aColumnThatIsNoCategoryIsToldWithTheWayOut() {
        assertRefused(
                40,
                "x",
                "column 'x' holds numbers, and a category is a text, a whole number, or true or false; take it out of categorical(…), and it is cut as the number that it is");
        assertRefused(
                40,
                "day",
                "column 'day' holds dates, and a category is a text, a whole number, or true or false; take it out of categorical(…) and turn it into one of these, or into numbers");
        assertRefused(
                40,
                "flat",
                "column 'flat' is 'Oslo' in every row that has a value, and a category has two levels at least; leave it out with table.rejectColumns(\"flat\")");
        assertRefused(
                40,
                "new",
                "column 'new' is 'true' in every row that has a value, and a category has two levels at least; leave it out with table.rejectColumns(\"new\")");
        assertRefused(
                40,
                "empty",
                "column 'empty' has no value in any row, and a category has two levels at least; leave it out with table.rejectColumns(\"empty\")");
        assertRefused(
                40,
                "y",
                "'y' is the label, and no column to be a category; take it out of categorical(…)");
    }

    @Test
    void tooManyLevelsAreCounted() {
        assertRefused(
                10_000,
                "key",
                "column 'key' has 10,000 different values in 10,000 rows, and a category has up to 1,000, and half as many as rows; let rare ones share a column, new OneHotEncoder(\"key\").minFrequency(20) in a Pipeline, count them by new CountEncoder(\"key\"), or leave it out with table.rejectColumns(\"key\")");
        assertRefused(
                10_000,
                "number",
                "column 'number' has 10,000 different values in 10,000 rows, and a category has up to 1,000; take it out of categorical(…), and it is cut as the number that it is, or let rare ones share a column: new OneHotEncoder(\"number\").minFrequency(20) in a Pipeline");
    }

    @Test
    void namesAreChecked() {
        var table = people(40).selectColumns("x", "city", "y");
        assertThatThrownBy(
                        () -> TREES.with(BoostingOptions.NONE.categorical("town")).fit(table, "y"))
                .hasMessageStartingWith("no column 'town'");
        assertThatThrownBy(() -> BoostingOptions.NONE.categorical(new String[0]))
                .hasMessage(
                        "categorical names no column; name one at least, as in categorical(\"city\")");
        var both =
                "'city' is named by categorical and by monotone, and the levels of a category have no order to be monotone in; take it out of one of them";
        var sets = BoostingOptions.NONE.categorical("city");
        assertThatThrownBy(() -> sets.monotone("city", 1)).hasMessage(both);
        assertThatThrownBy(() -> BoostingOptions.NONE.monotone("city", 1).categorical("city"))
                .hasMessage(both);
        assertThat(sets.monotone("x", 1).earlyStopping(3, 0.1).categorical("city", "new"))
                .isEqualTo(
                        new BoostingOptions(
                                Map.of("x", 1),
                                3,
                                0.1,
                                List.of("city", "new"),
                                BoostingObjective.OWN))
                .hasToString(
                        "[monotone {x=1}, categorical [city, new], stops after 3 rounds by 0.1 of the rows]");
    }

    @Test
    void aTextThatNobodyNamedIsToldOfBothWays() {
        var numbers = people(40).selectColumns("city", "x");
        assertThatThrownBy(() -> new GradientBoostingRegressor(2, 42).fit(numbers, "x"))
                .hasMessage(
                        "column 'city' holds text, and this model takes numbers; name it as a category, new GradientBoostingRegressor(100, 42).with(BoostingOptions.NONE.categorical(\"city\")), put a OneHotEncoder before it in a Pipeline, or leave it out with table.rejectColumns(\"city\")");
    }

    @Test
    void otherProcessesTakeNone() {
        var table = people(40).selectColumns("x", "city", "y");
        var trainer = TREES.with(BoostingOptions.NONE.categorical("city"));
        assertThatThrownBy(
                        () ->
                                trainer.fit(
                                        table,
                                        "y",
                                        trainer,
                                        task -> {
                                            throw new AssertionError("trees grow");
                                        }))
                .hasMessage(
                        "GradientBoosting takes no categories in other processes, and 'city' is one; train in this one, without workers, or put new OneHotEncoder(\"city\") before it in a Pipeline in place of categorical(\"city\")");
    }

    @Test
    void aQueryOfMoreLevelsThanCanBeReadIsRefused() {
        var tree =
                new Tree(
                        new int[] {0, -1, -1},
                        new double[3],
                        new int[] {1, -1, -1},
                        new int[] {2, -1, -1},
                        new double[][] {{}, {1}, {2}});
        var sets = new int[][] {new int[200_001], {}, {}};
        var written = new WrittenTree(tree, new boolean[3], 0, sets);
        assertThatThrownBy(() -> TreesSql.sums(List.of(written), 1))
                .hasMessage(
                        "the sets that the trees ask for have 200,001 levels, and a query in SQL is sane up to 200,000; take fewer or lower trees, or fewer levels, or write the model as ONNX, Onnx.write(model, file)");
    }

    /** They are in the order of numbers, and of the schema they stay numbers. */
    @Test
    void wholeNumbersBelowZeroAndBeyondIntsAreLevels() {
        var table = people(60).selectColumns("y");
        var far = LongColumn.create("far");
        IntStream.range(0, 60)
                .forEach(row -> far.append(row % 2 == 0 ? -7 : 9_007_199_254_740_991L));
        table.addColumns(far);
        var trainer = TREES.with(BoostingOptions.NONE.categorical("far"));
        try (var model = trainer.fit(table, "y")) {
            assertThat(model.predict(table).label(0)).isEqualTo("no");
            assertThat(model.predict(table).label(1)).isEqualTo("yes");
            var asked = Table.create(LongColumn.create("far", 9L));
            assertThatThrownBy(() -> model.predict(asked))
                    .hasMessageStartingWith("column 'far' has '9' in row 0");
        }
    }
}
