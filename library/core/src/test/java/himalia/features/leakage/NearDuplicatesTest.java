package himalia.features.leakage;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.evaluation.Split;
import himalia.sampling.augmentation.AddNoise;
import himalia.table.Seeds;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.api.TimeColumn;

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

    private static Table twice(Table all, int rows, UnaryOperator<Table> changed) {
        return all.copy().append(changed.apply(all.first(rows).copy()));
    }

    /** What was logged twice, a second apart. */
    @Test
    void aMomentIsNearToOneThatDiffersByASecond() {
        var random = Seeds.random(6);
        var all = normal(400, 2, random);
        var at = DateTimeColumn.create("at");
        var hour = TimeColumn.create("hour");
        for (int row = 0; row < 400; row++) {
            at.append(LocalDateTime.of(2024, 1, 1, 0, 0).plusHours(row));
            hour.append(LocalTime.ofSecondOfDay(random.nextInt(86_000)));
        }
        all.addColumns(at, hour);
        var logged =
                twice(
                        all,
                        100,
                        again -> {
                            again.replaceColumn("at", at.first(100).plusSeconds(1).setName("at"));
                            again.replaceColumn(
                                    "hour", hour.first(100).plusSeconds(2).setName("hour"));
                            return again;
                        });

        assertThat(near(Split.random(all, 0.25, 1))).isEmpty();
        assertThat(near(Split.random(logged, 0.25, 1)))
                .singleElement()
                .satisfies(leak -> assertThat(leak.rows()).hasSizeBetween(30, 40));
    }

    /** Rain is 0 on so many days; a flag, where it is 1 on all others. */
    private static Table rain(double zeros, boolean isFlag, long seed) {
        var random = Seeds.random(seed);
        var all = normal(400, 3, random);
        for (int row = 0; row < 400; row++) {
            double wet = isFlag ? 1 : 20 * random.nextDouble();
            all.doubleColumn("x1").set(row, random.nextDouble() < zeros ? 0 : wet);
        }
        return all;
    }

    /** The noise of copies is no deviation of the column. */
    @Test
    void copiesWithNoiseAreFoundWhereMostOfAColumnIsOneValue() {
        for (double zeros : new double[] {0.5, 0.6, 0.9}) {
            for (boolean isFlag : new boolean[] {false, true}) {
                var all = rain(zeros, isFlag, 7);
                var moved =
                        twice(
                                all,
                                100,
                                again -> {
                                    var rain = again.doubleColumn("x1");
                                    again.replaceColumn("x1", rain.add(0.001).setName("x1"));
                                    return again;
                                });
                var noisy = new AddNoise(0.001, 1, 4).resample(all, "y");

                assertThat(near(Split.random(moved, 0.25, 1)))
                        .singleElement()
                        .satisfies(leak -> assertThat(leak.rows()).hasSizeBetween(30, 40));
                assertThat(near(Split.random(noisy, 0.25, 1)))
                        .singleElement()
                        .satisfies(leak -> assertThat(leak.rows()).hasSizeGreaterThan(130));
            }
        }
    }

    /** In every third of these some rows are near, and what imitations have no row of is named. */
    @Test
    void ofRightMadeTablesOneInFiftyIsNamed() {
        long named =
                IntStream.range(0, 100)
                        .filter(
                                seed ->
                                        !near(Split.random(rain(0.6, seed % 2 == 0, seed), 0.25, 1))
                                                .isEmpty())
                        .count();

        assertThat(named).isLessThanOrEqualTo(2);
    }

    /** Truths of which one row misses what another has: that they are the same nobody knows. */
    @Test
    void aMissingCellIsNearToAMissingCellOnly() {
        for (int seed = 0; seed < 12; seed++) {
            var random = Seeds.random(seed);
            var all = normal(400, 9, random);
            for (int j = 0; j < 9; j++) {
                var column = all.doubleColumn(j);
                for (int row = 0; row < 400; row++) {
                    column.set(row, j == 0 ? random.nextInt(90) : random.nextInt(4) / 3);
                    if (random.nextInt(4) == 0) {
                        column.setMissing(row);
                    }
                }
            }

            assertThat(near(Split.random(all, 0.25, seed))).isEmpty();
        }
    }

    @Test
    void rowsThatMissTheSameCellsMayBeNear() {
        var random = Seeds.random(8);
        var all = normal(400, 4, random);
        for (int row = 0; row < 400; row++) {
            all.doubleColumn(random.nextInt(3)).setMissing(row);
        }
        var again =
                twice(
                        all,
                        100,
                        copy -> {
                            var last = copy.doubleColumn("x3");
                            copy.replaceColumn("x3", last.add(1e-3).setName("x3"));
                            return copy;
                        });

        assertThat(near(Split.random(all, 0.25, 1))).isEmpty();
        assertThat(near(Split.random(again, 0.25, 1)))
                .singleElement()
                .satisfies(leak -> assertThat(leak.rows()).hasSizeBetween(30, 40));
    }

    /** Orders and when they were sent, codes, prices: a day more or less makes none of them the same. */
    @Test
    void rowsOfDaysAndCodesThatAreNearByChanceAreNotNamed() {
        for (int seed = 0; seed < 20; seed++) {
            var random = Seeds.random(seed);
            var all = normal(seed % 2 == 0 ? 80 : 400, 1, random);
            var ordered = DateColumn.create("ordered");
            var sent = DateColumn.create("sent");
            var month = IntColumn.create("month");
            for (int row = 0; row < all.rowCount(); row++) {
                var day = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(700));
                ordered.append(day);
                sent.append(day.plusDays(random.nextInt(6)));
                month.append(1 + random.nextInt(12));
            }
            all.addColumns(ordered, sent, month);

            assertThat(near(Split.random(all, 0.25, seed))).isEmpty();
        }
    }

    /** The steps of rounded numbers are no distance by nature of copies that lie beside these steps, whatever the number of rows. */
    @ParameterizedTest
    @CsvSource({"200, 10", "600, 10", "2000, 10", "2000, 40", "2000, 100"})
    void copiesOfRoundedNumbersWithSomeNoiseAreNamed(int rows, double steps) {
        var random = Seeds.random(1);
        var all = Table.create("rounded");
        for (int j = 0; j < 5; j++) {
            all.addColumns(
                    DoubleColumn.create(
                            "x" + j,
                            random.doubles(rows)
                                    .map(
                                            any ->
                                                    Math.round(steps * random.nextGaussian())
                                                            / steps)));
        }
        all.addColumns(IntColumn.create("y", random.ints(rows, 0, 2).toArray()));
        var split = Split.random(all, 0.25, 1);
        var noised = new AddNoise(0.003, 1, 42).resample(split.test(), "y").last(rows / 4);

        assertThat(near(Split.random(all, 0.25, 1))).isEmpty();
        assertThat(near(Split.random(new AddNoise(0.003, 1, 42).resample(all, "y"), 0.25, 1)))
                .singleElement()
                .satisfies(leak -> assertThat(leak.rows()).hasSizeGreaterThan(rows / 3));
        assertThat(near(new Split(split.train().copy().append(noised), split.test())))
                .singleElement()
                .satisfies(leak -> assertThat(leak.rows()).hasSizeGreaterThan(rows / 5));
    }

    @Test
    void oneNearRowIsToldAsOne() {
        var random = Seeds.random(2);
        var all = Table.create("one");
        for (int j = 0; j < 5; j++) {
            all.addColumns(DoubleColumn.create("x" + j, random.doubles(400)));
        }
        all.addColumns(IntColumn.create("y", random.ints(400, 0, 2).toArray()));
        var split = Split.random(all, 0.25, 1);
        var noised = new AddNoise(0.003, 1, 42).resample(split.test(), "y").last(1);

        assertThat(near(new Split(split.train().copy().append(noised), split.test())))
                .singleElement()
                .satisfies(
                        leak ->
                                assertThat(leak.text())
                                        .startsWith(
                                                "1 of 100 test rows is almost a row of the training table: row "));
    }
}
