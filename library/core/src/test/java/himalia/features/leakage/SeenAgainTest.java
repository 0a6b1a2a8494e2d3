package himalia.features.leakage;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.evaluation.Split;
import himalia.sampling.RandomOverSampler;
import himalia.sampling.Smote;
import himalia.table.Seeds;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Things that are in the tables three times and more: copied, drawn from few, or measured again. */
class SeenAgainTest {
    private static double rounded(double value, int digits) {
        double parts = Math.pow(10, digits);
        return Math.rint(value * parts) / parts;
    }

    private static StringColumn label(int rows, double rare, Random random) {
        return StringColumn.create(
                "y",
                IntStream.range(0, rows).mapToObj(i -> random.nextDouble() < rare ? "p" : "q"));
    }

    private static Table normal(int rows, int columns, int digits, long seed) {
        var random = Seeds.random(seed);
        var table = Table.create("rows");
        for (int j = 0; j < columns; j++) {
            table.addColumns(
                    DoubleColumn.create(
                            "x" + j,
                            IntStream.range(0, rows)
                                    .mapToDouble(
                                            i ->
                                                    rounded(
                                                            100 + 15 * random.nextGaussian(),
                                                            digits))));
        }
        return table.addColumns(label(rows, 0.25, random));
    }

    private static Table loans(int rows, long seed) {
        var random = Seeds.random(seed);
        var amount = DoubleColumn.create("amount");
        var job = StringColumn.create("job");
        var owner = BooleanColumn.create("owner");
        var opened = DateColumn.create("opened");
        for (int row = 0; row < rows; row++) {
            amount.append(rounded(Math.exp(9 + random.nextGaussian()), 2));
            job.append("job " + random.nextInt(6));
            owner.append(random.nextBoolean());
            opened.append(LocalDate.of(2021, 1, 1).plusDays(random.nextInt(1000)));
        }
        return Table.create("loans", amount, job, owner, opened, label(rows, 0.25, random));
    }

    private static Table times(Table table, int times) {
        var all = table.emptyCopy();
        IntStream.range(0, times).forEach(i -> all.append(table));
        return all;
    }

    private static List<Leak> leaks(Table train, Table test) {
        return LeakageCheck.of("y").check(train, test).leaks();
    }

    private static List<Leak> leaks(Table all, long seed) {
        var split = Split.stratified(all, "y", 0.25, seed);
        return leaks(split.train(), split.test());
    }

    private static boolean has(List<Leak> leaks, Leak.Kind kind) {
        return leaks.stream().anyMatch(leak -> leak.kind() == kind);
    }

    @Test
    void exactCopiesOfEveryRowAreAFact() {
        for (var rows :
                List.of(
                        normal(180, 1, 12, 1),
                        normal(180, 2, 2, 1),
                        normal(180, 5, 12, 1),
                        loans(180, 1))) {
            var validated = Split.stratified(times(rows, 2), "y", 0.2, 2).train();

            assertThat(has(leaks(times(rows, 2), 3), Leak.Kind.DUPLICATES)).isTrue();
            assertThat(has(leaks(validated, 3), Leak.Kind.DUPLICATES)).isTrue();
        }
    }

    /** Three times and more is what a plan does, too, or a store in each week: that is to look at, beside a key as well. */
    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 8, 13})
    void moreCopiesOfEveryRowAreTold(int times) {
        for (var rows : List.of(normal(180, 1, 12, 1), normal(180, 5, 12, 1), loans(180, 1))) {
            var all = times(rows, times);
            var keyed = all.copy().addColumns(IntColumn.indexColumn("id", all.rowCount(), 0));

            for (var table : List.of(all, keyed)) {
                assertThat(leaks(table, 3))
                        .filteredOn(leak -> leak.kind() == Leak.Kind.EQUAL_ROWS)
                        .singleElement()
                        .satisfies(
                                leak -> {
                                    assertThat(leak.text())
                                            .contains("as copies do, and as things that are seen");
                                    assertThat(leak.advice()).contains("--group", "--from");
                                });
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void copiesOfSomeRowsAreAFact(int times) {
        var rows = normal(400, 5, 12, 8);
        var half = times(rows.first(200), times).append(rows.last(200));
        var learnt = times(rows.first(300), times);

        assertThat(has(leaks(half, 5), Leak.Kind.DUPLICATES)).isTrue();
        assertThat(leaks(learnt, rows.last(150)))
                .filteredOn(leak -> leak.kind() == Leak.Kind.DUPLICATES)
                .singleElement()
                .satisfies(leak -> assertThat(leak.rows()).hasSize(50));
    }

    /** A machine that is off, or a sensor that was lost: of one row that comes again and again nobody made copies. */
    @ParameterizedTest
    @CsvSource({"0, 1, 0.02", "0, 1, 0.1", "-999, 1, 0.05", "0, 3, 0.1"})
    void aStateThatComesAgainIsNoFact(int off, int states, double share) {
        for (int seed = 0; seed < 3; seed++) {
            var random = Seeds.random(seed);
            var all = normal(600, 4, 2, seed);
            for (int row = 0; row < 600; row++) {
                if (random.nextDouble() < share) {
                    int state = random.nextInt(states);
                    for (int j = 0; j < 4; j++) {
                        all.doubleColumn(j).set(row, off + state);
                    }
                    all.stringColumn("y").set(row, "q");
                }
            }

            assertThat(leaks(all, seed))
                    .filteredOn(leak -> leak.kind() != Leak.Kind.DISTINGUISHABLE)
                    .extracting(Leak::kind)
                    .containsExactly(Leak.Kind.EQUAL_ROWS);
        }
    }

    /** Those that were copied are told by rows that are no such state. */
    @Test
    void aStateOfTwoLabelsHidesNoCopies() {
        var random = Seeds.random(3);
        var all = normal(2_000, 3, 12, 3);
        for (int row = 0; row < 2_000; row++) {
            if (random.nextDouble() < 0.1) {
                for (int j = 0; j < 3; j++) {
                    all.doubleColumn(j).set(row, 0);
                }
            }
        }
        var split = Split.stratified(all, "y", 0.25, 3);
        var train = split.train().copy().append(split.test());

        assertThat(has(leaks(train, split.test()), Leak.Kind.DUPLICATES)).isTrue();
    }

    /** Of a class of five rows nobody knows how often chance brings them; that they have few values would not be so. */
    @Test
    void noReasonIsToldOfAFewRowsThatWereRepeated() {
        var rows = normal(1_000, 5, 12, 4);
        var y = rows.stringColumn("y");
        IntStream.range(0, 1_000).forEach(row -> y.set(row, row < 5 ? "p" : "q"));

        assertThat(leaks(new RandomOverSampler(1).resample(rows, "y"), 3))
                .isNotEmpty()
                .allSatisfy(leak -> assertThat(leak.text()).doesNotContain("few values"));
    }

    /** A price, a town and its country: they look as nothing else does, and come as often as they are drawn. */
    @ParameterizedTest
    @CsvSource({"1, 50", "3, 60"})
    void thingsThatAreDrawnFromFewAreNoFact(int columns, int things) {
        for (int seed = 0; seed < 6; seed++) {
            var random = Seeds.random(seed);
            var all = normal(700, columns, 12, seed);
            for (int row = 0; row < 700; row++) {
                int thing = (int) (things * Math.pow(random.nextDouble(), 1 + seed % 2));
                for (int j = 0; j < columns; j++) {
                    all.doubleColumn(j).set(row, new Random(thing + 100L * j).nextGaussian());
                }
                all.stringColumn("y").set(row, thing % 3 == 0 ? "p" : "q");
            }
            var split = Split.stratified(all, "y", 0.25, seed);

            assertThat(has(leaks(split.train(), split.test()), Leak.Kind.DUPLICATES)).isFalse();
            assertThat(has(leaks(times(split.train(), 3), split.test()), Leak.Kind.DUPLICATES))
                    .isFalse();
        }
    }

    /** Two of three thousand names may be the same, and a training table may hold each row three times. */
    @Test
    void namesThatChanceRepeatsAreNoFactWhereTrainingRowsAreThereThreeTimes() {
        for (int seed = 0; seed < 6; seed++) {
            var random = Seeds.random(seed);
            var names = StringColumn.create("name");
            IntStream.range(0, 400).forEach(i -> names.append("name " + random.nextInt(3_000)));
            var all = Table.create("names", names, label(400, 0.25, random));
            var split = Split.stratified(all, "y", 0.25, seed);
            var found = leaks(times(split.train(), 3), split.test());

            assertThat(has(found, Leak.Kind.DUPLICATES)).isFalse();
        }
    }

    /** Each of a class, a sex and a town as often as the others, as in a planned experiment. */
    @Test
    void fewValuesInEvenNumbersAreNoFact() {
        var random = Seeds.random(1);
        var all = normal(480, 3, 12, 1);
        for (int row = 0; row < 480; row++) {
            all.doubleColumn(0).set(row, row % 4);
            all.doubleColumn(1).set(row, row / 4 % 2);
            all.doubleColumn(2).set(row, 7.0 * (row / 8 % 12));
        }
        all.replaceColumn("y", label(480, 0.25, random));

        assertThat(leaks(all, 1))
                .filteredOn(leak -> leak.kind() == Leak.Kind.EQUAL_ROWS)
                .singleElement()
                .satisfies(leak -> assertThat(leak.text()).contains("as rows of so few values do"));
    }

    /** Weight and sugar differ from visit to visit, pressure and height do not. */
    private static Table visits(int patients, int visits, double noise, int digits, long seed) {
        var random = Seeds.random(seed);
        double[] middles = {75, 5.5, 125, 172};
        double[] deviations = {12, 1, 15, 9};
        var all = normal(patients * visits, 4, 12, seed);
        for (int row = 0; row < patients * visits; row++) {
            int first = row - row % visits;
            for (int j = 0; j < 4; j++) {
                double value =
                        row == first
                                ? middles[j] + deviations[j] * random.nextGaussian()
                                : all.doubleColumn(j).get(first);
                double moved = j < 2 ? noise * (1 - j / 2.0) * random.nextGaussian() : 0;
                all.doubleColumn(j).set(row, rounded(value + moved, digits - j / 2));
            }
            all.stringColumn("y").set(row, all.stringColumn("y").get(first));
        }
        return all;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 8})
    void patientsWhoCameAgainAreNearAndNobodyMadeThem(int times) {
        for (int seed = 5; seed < 8; seed++) {
            for (int digits : new int[] {2, 12}) {
                var all = visits(720 / times, times, 0.05, digits, seed);
                var found = leaks(all, 3);

                assertThat(has(found, Leak.Kind.NEAR_DUPLICATES)).isTrue();
                assertThat(has(found, Leak.Kind.SYNTHETIC)).isFalse();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1, false", "2, false", "1, true", "2, true"})
    void rowsThatWereMeasuredTwiceAreNearAndNobodyMadeThem(int digits, boolean isEach) {
        for (int seed = 0; seed < 3; seed++) {
            var random = Seeds.random(seed);
            var once = normal(400, 4, digits, seed);
            var again = once.copy();
            for (int j = 0; j < (isEach ? 4 : 1); j++) {
                var column = again.doubleColumn(j);
                for (int row = 0; row < 400; row++) {
                    int step = isEach ? random.nextInt(3) - 1 : 2 * random.nextInt(2) - 1;
                    column.set(
                            row, rounded(column.get(row) + step * Math.pow(10, -digits), digits));
                }
            }
            var found = leaks(once, again);

            assertThat(has(found, Leak.Kind.NEAR_DUPLICATES)).isTrue();
            assertThat(has(found, Leak.Kind.SYNTHETIC)).isFalse();
        }
    }

    /** A tenth of the way at most, and rounded: most made rows are near to what they were made from. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 6})
    void rowsThatWereMadeBesideOthersAreMadeRows(int digits) {
        for (int seed = 0; seed < 2; seed++) {
            var random = Seeds.random(seed);
            var real = normal(500, 5, 12, seed);
            var rare = real.where(real.stringColumn("y").isEqualTo("p"));
            var made = new Smote(5, seed).resample(real, "y");
            for (int row = 500; row < made.rowCount(); row++) {
                int one = random.nextInt(rare.rowCount());
                int other = (one + 1 + random.nextInt(rare.rowCount() - 1)) % rare.rowCount();
                double at = 0.1 * random.nextDouble();
                for (int j = 0; j < 5; j++) {
                    double from = rare.doubleColumn(j).get(one);
                    double to = rare.doubleColumn(j).get(other);
                    made.doubleColumn(j).set(row, from + at * (to - from));
                }
            }
            for (int j = 0; j < 5; j++) {
                made.replaceColumn(
                        j,
                        made.doubleColumn(j).map(value -> rounded(value, digits)).setName("x" + j));
            }

            assertThat(has(leaks(made, seed), Leak.Kind.SYNTHETIC)).isTrue();
        }
    }

    /** Powers of one number, and prices with and without a tax: of a few hundred, most are near another. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void pointsOfLinesAreNearByNature(boolean arePowers) {
        for (int seed = 0; seed < 4; seed++) {
            var random = Seeds.random(seed);
            var all = normal(600, arePowers ? 3 : 14, 12, seed);
            for (int row = 0; row < 600; row++) {
                double value = random.nextGaussian();
                int kind = random.nextInt(12);
                for (int j = 0; j < all.columnCount() - 1; j++) {
                    double price = j == 12 ? value : value * (kind % 2 == 0 ? 1.07 : 1.19);
                    double ofKind = j > 11 ? price : j == kind ? 1 : 0;
                    all.doubleColumn(j).set(row, arePowers ? Math.pow(value, j + 1) : ofKind);
                }
            }

            assertThat(has(leaks(all, seed), Leak.Kind.NEAR_DUPLICATES)).isFalse();
        }
    }
}
