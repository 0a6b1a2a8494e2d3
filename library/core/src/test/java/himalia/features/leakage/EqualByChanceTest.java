package himalia.features.leakage;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.evaluation.Split;
import himalia.table.Columns;
import java.util.ArrayList;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Rows that are equal and may be so by chance. */
class EqualByChanceTest {
    private static final int ROWS = 400;

    /** No two rows have the same. */
    private static DoubleColumn own() {
        return DoubleColumn.create("own", IntStream.range(0, ROWS).asDoubleStream());
    }

    private static StringColumn label() {
        return StringColumn.create(
                "y", IntStream.range(0, ROWS).mapToObj(i -> i % 3 == 0 ? "up" : "down"));
    }

    private static Leak equal(Table train, Table test) {
        return LeakageCheck.of("y").check(train, test).leaks().stream()
                .filter(leak -> !leak.rows().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private static Leak copied(Table table, int copies, long seed) {
        var split = Split.random(table, 0.25, seed);
        return equal(split.train(), split.test().copy().append(split.train().first(copies)));
    }

    /** Whether rows of it were copied, or drawn and cleaned, nobody knows. */
    @Test
    void ofRowsWhoseValuesNeverComeTwiceNobodySaysThatTheyAreFew() {
        var table = Table.create(own(), label());

        for (int copies : new int[] {3, 30}) {
            var alone = copied(table, copies, 1);
            assertThat(alone.kind()).isEqualTo(Leak.Kind.EQUAL_ROWS);
            assertThat(alone.text()).doesNotContain("few values");
        }
        var five = DoubleColumn.create("five", new Random(1).ints(ROWS, 0, 5).asDoubleStream());
        assertThat(copied(Table.create(own(), five, label()), 3, 1).text())
                .doesNotContain("few values");
    }

    /** Coarse numbers and what follows from them, by chance; also where duplicates of either table were dropped after the split. */
    @ParameterizedTest
    @CsvSource({"300", "1000", "3000", "10000"})
    void chanceIsNoFactHoweverRowsWereDroppedAfterTheSplit(int values) {
        var accused = new ArrayList<String>();
        for (int seed = 0; seed < 25; seed++) {
            var table = coarse(new Random(seed), values);
            var split = Split.random(table, 0.25, seed);
            var train = Columns.dropDuplicates(split.train());
            var test = Columns.dropDuplicates(split.test());
            accuse(accused, split.train(), split.test());
            accuse(accused, train, split.test());
            accuse(accused, train, test);
        }

        assertThat(accused).isEmpty();
    }

    private static Table coarse(Random random, int values) {
        var numbers = random.ints(200 + random.nextInt(800), 0, values).toArray();
        return Table.create(
                DoubleColumn.create("x", IntStream.of(numbers).asDoubleStream()),
                DoubleColumn.create(
                        "part", IntStream.of(numbers).map(i -> 20 * i / values).asDoubleStream()),
                StringColumn.create(
                        "y", IntStream.of(numbers).mapToObj(i -> i % 100 < 30 ? "a" : "b")));
    }

    private static void accuse(ArrayList<String> accused, Table train, Table test) {
        for (var leak : LeakageCheck.of("y").check(train, test).leaks(Leak.Kind.DUPLICATES)) {
            accused.add(leak.text());
        }
    }

    @Tag("once")
    @Test
    void twoHundredHonestTablesOfCoarseColumnsHaveNoCopies() {
        var accused = new ArrayList<String>();
        for (int seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            int rows = 150 + random.nextInt(500);
            var table = Table.create("honest");
            for (int j = 0; j < 1 + seed % 3; j++) {
                int values = new int[] {5, 20, 50, 300, 1000, 5000}[random.nextInt(6)];
                table.addColumns(
                        DoubleColumn.create(
                                "x" + j, random.ints(rows, 0, values).asDoubleStream()));
            }
            if (seed % 4 == 0) {
                table.addColumns(
                        DoubleColumn.create("i", IntStream.range(0, rows).asDoubleStream()));
            }
            table.addColumns(
                    StringColumn.create(
                            "y", random.ints(rows, 0, 4).mapToObj(i -> i == 0 ? "a" : "b")));
            var split = Split.stratified(table, "y", 0.1 + 0.1 * random.nextInt(5), seed);
            accuse(accused, split.train(), split.test());
            accuse(accused, Columns.dropDuplicates(split.train()), split.test());
        }

        assertThat(accused).isEmpty();
    }
}
