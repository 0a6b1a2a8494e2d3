package himalia.sampling.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.sampling.drawing.StratifiedSample.Allocation;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What samples of groups and of many strata say. */
class GroupedReportTest {
    private static final int PATIENTS = 50;
    private static final int VISITS = 20;

    private static Table visits() {
        var random = new Random(7);
        var patients = IntStream.range(0, PATIENTS * VISITS).map(i -> i / VISITS).toArray();
        var cities = random.ints(PATIENTS * VISITS, 0, 4).toArray();
        return Table.create(
                StringColumn.create(
                        "patient", Arrays.stream(patients).mapToObj(i -> "p" + i).toList()),
                StringColumn.create(
                        "city", Arrays.stream(patients).mapToObj(i -> "c" + cities[i]).toList()),
                StringColumn.create("day", Arrays.stream(cities).mapToObj(i -> "d" + i).toList()));
    }

    /** Of fair samples 95 in 100 hold all shares; rows of a patient are no rows of their own. */
    @Test
    void fairSamplesOfGroupsAreNotBlamed() {
        var table = visits();
        for (var column : new String[] {"city", "day"}) {
            int blamed = 0;
            for (int seed = 0; seed < 200; seed++) {
                var report = new ClusterSample("patient", 5, seed).draw(table).report(column);
                boolean isFair =
                        report.underRepresented().isEmpty() && report.overRepresented().isEmpty();
                blamed += isFair ? 0 : 1;
            }
            assertThat(blamed).isLessThanOrEqualTo(16);
        }
    }

    /** Of groups of all sizes, a few left out may be large ones, or small. */
    @Test
    void fairSamplesOfNearlyAllGroupsAreNotBlamed() {
        var random = new Random(11);
        var group = StringColumn.create("group");
        var value = StringColumn.create("value");
        for (int i = 0; i < 120; i++) {
            int rows = (int) (3 / (0.005 + random.nextDouble()));
            int own = random.nextInt(30);
            for (int row = 0; row < rows; row++) {
                group.append("g" + i);
                value.append("v" + (random.nextInt(3) == 0 ? own : random.nextInt(30)));
            }
        }
        var table = Table.create("groups", group, value);
        for (int drawn : new int[] {70, 100, 114, 118}) {
            int blamed = 0;
            for (int seed = 0; seed < 100; seed++) {
                var report = new ClusterSample("group", drawn, seed).draw(table).report();
                blamed += report.underRepresented().isEmpty() ? 0 : 1;
            }
            assertThat(blamed).as("%d of 120 groups", drawn).isLessThanOrEqualTo(9);
        }
    }

    /** The rows that are missing can have a value all or none of them: no interval is wider. */
    @Test
    void intervalsNarrowAsLessIsLeftOut() {
        var random = new Random(8);
        var group = IntColumn.create("group");
        var value = StringColumn.create("value");
        for (int row = 0; row < 1200; row++) {
            group.append(row / 10);
            value.append(random.nextDouble() < 0.3 ? "a" : "b");
        }
        var table = Table.create(group, value);
        for (int left : new int[] {1, 2, 10}) {
            var report = new ClusterSample("group", 120 - left, 3).draw(table).report();
            assertThat(report.shares())
                    .allMatch(share -> share.high() - share.low() <= left / 120.0 + 1e-9)
                    .noneMatch(share -> share.isTooRare() || share.isTooFrequent());
        }
    }

    /** Where a group has one value, as many rows as groups; where values come by chance, nearly all. */
    @Test
    void aSampleSaysAsMuchAsItsGroupsDiffer() {
        var table = visits();
        var effect = new ClusterEffect(table, new ClusterSample("patient", 5, 1), 5 * VISITS);

        // 49 of 50: the deviation of all groups is by one fewer.
        assertThat(Arrays.stream(effect.rows(ValueParts.of(table.column("city")))).boxed())
                .allSatisfy(rows -> assertThat(rows).isBetween(5 * 0.979, 5.0));
        assertThat(Arrays.stream(effect.rows(ValueParts.of(table.column("day")))).boxed())
                .allSatisfy(rows -> assertThat(rows).isBetween(60.0, 100.0));
    }

    @Test
    void equalStrataGiveOneRowEachInTurn() {
        var random = new Random(3);
        for (int time = 0; time < 300; time++) {
            var counts = random.ints(1 + random.nextInt(6), 1, 9).toArray();
            int size = 1 + random.nextInt(Arrays.stream(counts).sum());
            var turns = new int[counts.length];
            for (int left = size, k = 0; left > 0; k = (k + 1) % counts.length) {
                if (turns[k] < counts[k]) {
                    turns[k]++;
                    left--;
                }
            }

            assertThat(new StratifiedSample("s", size, Allocation.EQUAL, 1).sizes(counts))
                    .containsExactly(turns);
        }
    }

    @Test
    void manySmallStrataBesideALargeOneTakeNoTurns() {
        var counts = new int[10_001];
        Arrays.fill(counts, 1);
        counts[10_000] = 1_000_000;
        var sample = new StratifiedSample("s", 1_000_000, Allocation.EQUAL, 1);

        var sizes =
                Assertions.assertTimeoutPreemptively(
                        Duration.ofSeconds(2), () -> sample.sizes(counts));

        assertThat(sizes[10_000]).isEqualTo(990_000);
        assertThat(sizes[0]).isEqualTo(1);
    }

    @Test
    void groupsComeAsTheirFirstRowsDoAndMissingIsOne() {
        var groups =
                Draws.groups(DoubleColumn.create("x", 2, Double.NaN, -0.0, 2, 0.0, Double.NaN));

        assertThat(groups.keySet()).containsExactly("2", "", "0");
        assertThat(groups.values())
                .containsExactly(new int[] {0, 3}, new int[] {1, 5}, new int[] {2, 4});
    }

    /** Ten different numbers are values, the most first; eleven are cut into quarters. */
    @Test
    void manyNumbersAreQuartersAndFewAreValues() {
        var few = DoubleColumn.create("x", IntStream.range(0, 30).mapToDouble(i -> i * i % 13));
        var many = DoubleColumn.create("x", IntStream.range(0, 11).asDoubleStream().toArray());

        assertThat(ValueParts.of(few).names()).containsExactly("1", "4", "9", "3", "12", "10", "0");
        few.appendMissing();
        assertThat(ValueParts.of(few).names()).endsWith("(missing)").hasSize(8);
        assertThat(ValueParts.of(many).names())
                .containsExactly("below 2", "2 to below 5", "5 to below 8", "8 and more");
        many.appendMissing();
        assertThat(ValueParts.of(many).names()).endsWith("8 and more", "(missing)");
    }

    @Test
    void weightsOfWhichNoDoubleHoldsTheSumAreRefused() {
        var table = Table.create(DoubleColumn.create("w", 1e308, 1e308, 1));

        assertThatThrownBy(() -> new WeightedSample("w", 2, true, 42).draw(table))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "weight 'w' adds up to more than a double holds in all 3 rows; divide it by the largest, 1.0E308");
        assertThatThrownBy(
                        () -> ImportanceSample.of(new double[] {1e308, 1e308}, new double[] {1, 1}))
                .hasMessageStartingWith("the weight adds up to more");
    }

    @Test
    void anInterruptEndsAStreamThatHasNoEnd() {
        var reservoir = new Reservoir<Integer>(2, 42);
        var endless =
                Stream.iterate(1, i -> i + 1)
                        .peek(
                                i -> {
                                    if (i == 1_000) {
                                        Thread.currentThread().interrupt();
                                    }
                                });
        try {
            assertThatThrownBy(() -> reservoir.addAll(endless))
                    .isInstanceOf(CancellationException.class);
        } finally {
            Thread.interrupted();
        }
        assertThat(reservoir.seen()).isEqualTo(1_000);
    }

    @Test
    void daysAreCutAtQuartersAndKeysAreLeftOut() {
        var day = tech.tablesaw.api.DateColumn.create("day");
        var key = StringColumn.create("key");
        for (int i = 0; i < 400; i++) {
            day.append(java.time.LocalDate.of(2022, 1, 1).plusDays(i));
            key.append("k" + i);
        }
        var table = Table.create(key, day);

        var report = SampleReport.of(table.last(120), table);

        assertThat(report.underRepresented().stream().map(SampleReport.Share::value))
                .contains("below 2022-04-11", "2022-04-11 to below 2022-07-20");
        assertThat(report.shares()).noneMatch(share -> share.column().equals("key"));
    }
}
