package himalia.features.leakage;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.evaluation.Split;
import himalia.features.CyclicEncoder;
import himalia.sampling.RandomOverSampler;
import himalia.sampling.RandomUnderSampler;
import himalia.table.Seeds;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Rows that come as often as somebody planned, or as they were drawn from few things: told, and no fact. */
class PlannedRowsTest {
    /** What a row says of its thing. */
    private enum Columns {
        TEXT {
            @Override
            Table of(int[] things) {
                return Table.create(
                        StringColumn.create("name", IntStream.of(things).mapToObj(i -> "h" + i)));
            }
        },
        FLOAT {
            @Override
            Table of(int[] things) {
                var hour = FloatColumn.create("hour");
                IntStream.of(things).forEach(thing -> hour.append(thing / 167f));
                return Table.create(hour);
            }
        },
        SINE_AND_COSINE {
            @Override
            Table of(int[] things) {
                var angles = IntStream.of(things).mapToDouble(i -> 2 * Math.PI * i / 168).toArray();
                return Table.create(
                        DoubleColumn.create(
                                "sin",
                                IntStream.range(0, angles.length)
                                        .mapToDouble(i -> Math.sin(angles[i]))),
                        DoubleColumn.create(
                                "cos",
                                IntStream.range(0, angles.length)
                                        .mapToDouble(i -> Math.cos(angles[i]))));
            }
        },
        CONSTANTS {
            @Override
            Table of(int[] things) {
                return Table.create(constant("area", things, 0), constant("rent", things, 1_000));
            }
        };

        abstract Table of(int[] things);
    }

    private static DoubleColumn constant(String name, int[] things, long seed) {
        return DoubleColumn.create(
                name, IntStream.of(things).mapToDouble(i -> new Random(i + seed).nextGaussian()));
    }

    private static Table labelled(Table table, int[] things, IntFunction<String> label) {
        return table.addColumns(StringColumn.create("y", IntStream.of(things).mapToObj(label)));
    }

    private static int[] plan(int things, int times) {
        return IntStream.range(0, things * times).map(row -> row % things).toArray();
    }

    private static Split byTime(Table all, int first) {
        return new Split(all.first(first), all.last(all.rowCount() - first));
    }

    private static void assertTold(Table train, Table test) {
        assertThat(LeakageCheck.of("y").check(train, test).leaks())
                .filteredOn(
                        leak ->
                                leak.kind() == Leak.Kind.EQUAL_ROWS
                                        || leak.kind() == Leak.Kind.DUPLICATES)
                .extracting(Leak::kind)
                .containsExactly(Leak.Kind.EQUAL_ROWS);
    }

    private static void assertToldAlsoBehindSamplers(Split split) {
        assertTold(split.train(), split.test());
        assertTold(new RandomOverSampler(1).resample(split.train(), "y"), split.test());
        assertTold(new RandomUnderSampler(1).resample(split.train(), "y"), split.test());
    }

    /** The hours of a week, products and stores, each in every week. */
    @ParameterizedTest
    @EnumSource
    void plansAreToldHoweverTheyAreSplit(Columns columns) {
        for (int[] size : new int[][] {{168, 12}, {50, 20}, {29, 20}, {60, 4}}) {
            int count = size[0];
            var things = plan(count, size[1]);
            var all = labelled(columns.of(things), things, thing -> "y" + thing % 3 % 2);

            assertToldAlsoBehindSamplers(byTime(all, things.length * 3 / 4 / count * count));
            assertToldAlsoBehindSamplers(Split.stratified(all, "y", 0.25, 1));
        }
    }

    /** Forty stores of which each has its area and its rent, and a fraud that comes to any of them. */
    @ParameterizedTest
    @ValueSource(ints = {5, 20})
    void aRareLabelThatGoesByNoStoreIsNoFact(int weeks) {
        for (int seed = 0; seed < 3; seed++) {
            var random = Seeds.random(seed);
            var things = plan(40, weeks);
            var all =
                    labelled(
                            Columns.CONSTANTS.of(things),
                            things,
                            thing -> random.nextDouble() < 0.02 ? "fraud" : "ok");
            var split = Split.random(all, 0.25, seed);

            assertTold(split.train(), split.test());
        }
    }

    /** A product that is new in the last week is in no training table. */
    @Test
    void aPlanWithNewThingsIsNoFact() {
        var things =
                IntStream.concat(IntStream.of(plan(50, 12)), IntStream.of(plan(80, 1))).toArray();
        for (var columns : List.of(Columns.TEXT, Columns.CONSTANTS)) {
            var all = labelled(columns.of(things), things, thing -> "y" + thing % 3 % 2);
            var split = byTime(all, 600);

            assertTold(split.train(), split.test());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 30})
    void fortyClassesOfOneThingEachAreNoFact(int times) {
        for (int seed = 0; seed < 2; seed++) {
            var things = Seeds.random(seed).ints(40 * times, 0, 40).toArray();
            for (var columns : List.of(Columns.TEXT, Columns.CONSTANTS)) {
                var all = labelled(columns.of(things), things, thing -> "y" + thing);

                assertToldAlsoBehindSamplers(Split.stratified(all, "y", 0.25, seed));
            }
        }
    }

    /** Fifty products, of which each was drawn a few times; a sampler leaves a few training rows of the larger class. */
    @ParameterizedTest
    @ValueSource(ints = {3, 4, 8})
    void productsThatAreDrawnAFewTimesAreNoFact(int times) {
        for (int seed = 0; seed < 4; seed++) {
            var things = Seeds.random(seed).ints(50 * times, 0, 50).toArray();
            var all =
                    labelled(
                            Columns.CONSTANTS.of(things),
                            things,
                            thing -> "y" + (thing % 4 + 2) / 5);

            assertToldAlsoBehindSamplers(Split.stratified(all, "y", 0.25, seed));
        }
    }

    /** Sines and cosines have many values; the hours that they were made of have few. */
    @Test
    void whatAStepHasMadeOfFewValuesIsJudgedByThem() {
        var random = Seeds.random(1);
        var hours = random.ints(400, 0, 24).toArray();
        var all =
                labelled(
                        Table.create(
                                DoubleColumn.create("hour", IntStream.of(hours).asDoubleStream()),
                                DoubleColumn.create("on", random.ints(400, 0, 2).asDoubleStream())),
                        hours,
                        hour -> "y" + hour % 2);
        var split = Split.stratified(all, "y", 0.25, 1);
        var step = new CyclicEncoder(24, "hour").fit(split.train(), "y");
        var train = step.apply(split.train());
        var test = step.apply(split.test());

        assertThat(LeakageCheck.of("y").fitted(step).from(all).check(train, test).leaks())
                .filteredOn(leak -> leak.kind() == Leak.Kind.EQUAL_ROWS)
                .singleElement()
                .satisfies(leak -> assertThat(leak.text()).contains("as rows of so few values do"));
    }
}
