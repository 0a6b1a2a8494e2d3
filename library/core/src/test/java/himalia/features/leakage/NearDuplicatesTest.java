package himalia.features.leakage;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.evaluation.Split;
import himalia.table.Seeds;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** What is near is near as most rows are far from each other, and more often than chance has it. */
class NearDuplicatesTest {
    private static Table normal(int rows, int columns, Random random) {
        var table = Table.create("rows");
        for (int j = 0; j < columns; j++) {
            table.addColumns(
                    DoubleColumn.create(
                            "x" + j,
                            IntStream.range(0, rows).mapToDouble(i -> random.nextGaussian())));
        }
        return table.addColumns(
                IntColumn.create("y", IntStream.range(0, rows).map(row -> row % 2).toArray()));
    }

    private static List<Leak> near(Table train, Table test) {
        return LeakageCheck.of("y").check(train, test).leaks(Leak.Kind.NEAR_DUPLICATES);
    }

    private static List<Leak> near(Split split) {
        return near(split.train(), split.test());
    }

    @Test
    void aNumberFarOffInEachColumnMakesNoOtherRowsNear() {
        for (double far : new double[] {1e6, 1e18}) {
            var all = normal(1_000, 3, Seeds.random(1));
            for (int j = 0; j < 3; j++) {
                all.doubleColumn(j).set(0, far);
            }

            assertThat(near(all.first(700), all.last(300))).isEmpty();
        }
    }

    /** Most amounts are 0: the others say how far apart amounts are. */
    @Test
    void aColumnThatIsMostlyZeroHasTheScaleOfTheOthers() {
        var random = Seeds.random(2);
        var all = normal(1_000, 3, random);
        for (int j = 0; j < 3; j++) {
            var column = all.doubleColumn(j);
            for (int row = 0; row < 1_000; row++) {
                column.set(row, row % 10 < 9 - j ? 0 : 100 + column.get(row));
            }
            column.set(0, 1e9);
        }

        var leaks = near(all.first(700), all.last(300));

        assertThat(leaks.stream().flatMap(leak -> leak.rows().stream()).toList()).isEmpty();
    }

    /** One number and two flags: each row has others beside it, and nobody has seen it twice. */
    @Test
    void rowsThatAreNearByChanceInThreeColumnsAreNotNamed() {
        for (int seed = 0; seed < 2; seed++) {
            var random = Seeds.random(seed);
            var all = normal(1_000, 3, random);
            for (int j = 1; j < 3; j++) {
                var flag = all.doubleColumn(j);
                for (int row = 0; row < 1_000; row++) {
                    flag.set(row, random.nextInt(2));
                }
            }

            assertThat(near(Split.random(all, 0.3, seed))).isEmpty();
        }
    }

    @Test
    void thingsThatAreSeenTenTimesAreNamed() {
        var random = Seeds.random(4);
        var things = normal(40, 3, random);
        var seen = things.emptyCopy();
        for (int i = 0; i < 10; i++) {
            var again = things.copy();
            for (int j = 0; j < 3; j++) {
                again.replaceColumn(
                        j,
                        again.doubleColumn(j)
                                .map(value -> value + 1e-4 * random.nextGaussian())
                                .setName("x" + j));
            }
            seen.append(again);
        }

        assertThat(near(Split.random(seen, 0.3, 4)))
                .singleElement()
                .satisfies(leak -> assertThat(leak.rows()).hasSize(120));
    }

    @Test
    void aSingleRowOfFourNumbersIsNamed() {
        var all = normal(1_000, 4, Seeds.random(5));
        for (int j = 0; j < 4; j++) {
            all.doubleColumn(j).set(900, all.doubleColumn(j).get(7) + 1e-3);
        }

        assertThat(near(all.first(700), all.last(300)))
                .singleElement()
                .satisfies(leak -> assertThat(leak.text()).endsWith("row 200 is near its row 7"));
    }
}
