package himalia.features.leakage;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.evaluation.Split;
import himalia.sampling.Smote;
import himalia.sampling.Strategy;
import himalia.table.Seeds;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Rows that were made between coarse numbers have digits that no other row has. */
@Tag("once")
class FinerRowsTest {
    private static final int CLASSES = 10;

    private static Table laboratory(int columns, long seed) {
        var random = Seeds.random(seed);
        var table = Table.create("laboratory");
        for (int j = 0; j < columns; j++) {
            table.addColumns(numbers("v" + j, 800, i -> tenths(random.nextGaussian())));
        }
        return table.addColumns(
                StringColumn.create(
                        "y",
                        IntStream.range(0, 800)
                                .mapToObj(i -> random.nextDouble() < 0.12 ? "ill" : "well")));
    }

    private static double tenths(double value) {
        return Math.rint(10 * value) / 10;
    }

    private static DoubleColumn numbers(String name, int rows, DoubleUnaryOperator of) {
        return DoubleColumn.create(
                name, IntStream.range(0, rows).mapToDouble(i -> of.applyAsDouble(i)));
    }

    /** Sixteen whole numbers of a small range, and ten classes as far apart as those of handwritten digits. */
    private static Table pixels(long seed) {
        var random = Seeds.random(seed);
        var table = Table.create("pixels");
        for (int j = 0; j < 16; j++) {
            var centre = random.doubles(CLASSES, -6, 6).toArray();
            table.addColumns(
                    numbers(
                            "p" + j,
                            1000,
                            i ->
                                    Math.rint(
                                            2
                                                    * (centre[(int) i % CLASSES]
                                                            + random.nextGaussian()))));
        }
        return table.addColumns(
                StringColumn.create(
                        "y", IntStream.range(0, 1000).mapToObj(i -> "c" + i % CLASSES)));
    }

    private static Strategy ofEach(int rows) {
        return new Strategy(
                IntStream.range(0, CLASSES)
                        .mapToObj(code -> "c" + code + "=" + rows)
                        .collect(Collectors.joining(",")));
    }

    private static Table floats(Table table) {
        var floats = Table.create("floats");
        for (var column : table.columns()) {
            floats.addColumns(
                    column instanceof DoubleColumn numbers
                            ? numbers.asFloatColumn().setName(column.name())
                            : column);
        }
        return floats;
    }

    private static Table rounded(Table table, int decimals) {
        double parts = Math.pow(10, decimals);
        var rounded = Table.create("rounded");
        for (var column : table.columns()) {
            rounded.addColumns(
                    column instanceof DoubleColumn numbers
                            ? numbers(
                                    column.name(),
                                    table.rowCount(),
                                    i -> Math.rint(numbers.getDouble((int) i) * parts) / parts)
                            : column);
        }
        return rounded;
    }

    private static boolean areMade(Table train, Table test) {
        return !LeakageCheck.of("y").check(train, test).leaks(Leak.Kind.SYNTHETIC).isEmpty();
    }

    private static boolean areMadeBefore(Table table, Smote smote, UnaryOperator<Table> written) {
        var split = Split.stratified(written.apply(smote.resample(table, "y")), "y", 0.25, 0);
        return areMade(split.train(), split.test());
    }

    private static boolean areMadeAfter(Table table, Smote smote, UnaryOperator<Table> written) {
        var split = Split.stratified(table, "y", 0.25, 0);
        return areMade(
                written.apply(smote.resample(split.train(), "y")), written.apply(split.test()));
    }

    @ParameterizedTest
    @CsvSource({"3, 1", "5, 1", "5, 2", "8, 1"})
    void floatsBetweenTenthsWereMade(int columns, long seed) {
        var table = laboratory(columns, seed);
        var smote = new Smote(5, 42);

        assertThat(areMadeBefore(table, smote, FinerRowsTest::floats)).isTrue();
        assertThat(areMadeAfter(table, smote, FinerRowsTest::floats)).isFalse();
        assertThat(areMadeBefore(table, smote, rows -> rounded(rows, 3))).isTrue();
        assertThat(areMadeAfter(table, smote, rows -> rounded(rows, 3))).isFalse();
    }

    /** What a scaler has made of whole numbers has all digits; that its values come again tells. */
    @Test
    void floatsBetweenValuesThatComeAgainWereMade() {
        var random = Seeds.random(4);
        var table = Table.create("scaled");
        for (int j = 0; j < 5; j++) {
            table.addColumns(numbers("x" + j, 800, i -> (random.nextInt(30) - 14.217) / 8.7713));
        }
        table.addColumns(
                StringColumn.create(
                        "y", IntStream.range(0, 800).mapToObj(i -> i % 9 == 0 ? "ill" : "well")));

        assertThat(areMadeBefore(table, new Smote(5, 1), FinerRowsTest::floats)).isTrue();
        assertThat(areMadeAfter(table, new Smote(5, 1), FinerRowsTest::floats)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "2"})
    void aFewRowsOfEachClassBetweenWholeNumbersWereMade(long seed) {
        var table = pixels(seed);

        assertThat(areMadeBefore(table, new Smote(5, ofEach(120), 42), rows -> rows)).isTrue();
        assertThat(areMadeAfter(table, new Smote(5, ofEach(95), 42), rows -> rows)).isFalse();
        assertThat(areMadeBefore(table, new Smote(5, ofEach(120), 42), FinerRowsTest::floats))
                .isTrue();
    }

    /** A second instrument writes more digits; nothing was made. */
    @ParameterizedTest
    @CsvSource({"2, 3", "2, 9", "4, 3", "4, 9"})
    void rowsOfAFinerInstrumentWereNotMade(int columns, int decimals) {
        for (int seed = 0; seed < 3; seed++) {
            var random = Seeds.random(seed);
            var table = Table.create("two instruments");
            for (int j = 0; j < columns; j++) {
                table.addColumns(numbers("x" + j, 600, i -> measured(random, i, decimals)));
            }
            if (seed == 2) {
                // And one that follows from another: all rows are on a line.
                table.addColumns(
                        numbers("f", 600, i -> 32 + 1.8 * table.doubleColumn(0).get((int) i)));
            }
            table.addColumns(
                    StringColumn.create(
                            "y",
                            IntStream.range(0, 600).mapToObj(i -> i % 7 == 0 ? "ill" : "well")));
            var split = Split.stratified(table, "y", 0.25, seed);

            assertThat(areMade(split.train(), split.test())).as("seed " + seed).isFalse();
            assertThat(areMadeAfter(table, new Smote(5, seed), rows -> rows)).isFalse();
        }
    }

    private static double measured(Random random, double row, int decimals) {
        double value = random.nextGaussian();
        double parts = Math.pow(10, decimals);
        return row % 3 == 0 ? Math.rint(value * parts) / parts : tenths(value);
    }
}
