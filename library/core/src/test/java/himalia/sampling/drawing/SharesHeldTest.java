package himalia.sampling.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.IntPredicate;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Intervals of shares hold the truth in 95 of 100 samples, also where little of a value was seen. */
class SharesHeldTest {
    private static final int SEEDS = 800;

    /** 93 of 100, the least that is let pass. */
    private static final int LEAST = 744;

    /** Rows of weight 1 to 10; those of 1 and 2 are the few, those of 9 and 10 the heavy ones. */
    private static Table weighted() {
        return Table.create(
                "weighted",
                DoubleColumn.create("w", IntStream.range(0, 200).mapToDouble(i -> 1 + i % 10)),
                StringColumn.create("light", texts(200, i -> i % 10 < 2)),
                StringColumn.create("heavy", texts(200, i -> i % 10 > 7)),
                StringColumn.create("half", texts(200, i -> i / 10 % 2 == 0)));
    }

    /** Patients of 1 to 20 rows; every sixth is ill most of the time. */
    private static Table patients() {
        var random = new Random(5);
        var patient = StringColumn.create("patient");
        var state = StringColumn.create("state");
        for (int i = 0; i < 60; i++) {
            int rows = 1 + random.nextInt(20);
            for (int row = 0; row < rows; row++) {
                patient.append("p" + i);
                state.append(random.nextDouble() < (i % 6 == 0 ? 0.6 : 0.02) ? "yes" : "no");
            }
        }
        return Table.create("patients", patient, state);
    }

    private static Stream<String> texts(int rows, IntPredicate has) {
        return IntStream.range(0, rows).mapToObj(i -> has.test(i) ? "yes" : "no");
    }

    private static double truth(Table table, String column) {
        double has = table.where(table.stringColumn(column).isEqualTo("yes")).rowCount();
        return has / table.rowCount();
    }

    private static int held(Table table, String column, LongFunction<SampleDesign> design) {
        double truth = truth(table, column);
        int held = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            var share = design.apply(seed).draw(table).share(column, "yes");
            held += share.low() <= truth && truth <= share.high() ? 1 : 0;
        }
        return held;
    }

    @Test
    void sharesOfLightRowsAreHeld() {
        var table = weighted();
        for (var column : new String[] {"light", "heavy", "half"}) {
            assertThat(held(table, column, seed -> new WeightedSample("w", 25, seed)))
                    .as(column)
                    .isGreaterThanOrEqualTo(LEAST);
            assertThat(held(table, column, seed -> new WeightedSample("w", 25, true, seed)))
                    .as(column + ", put back")
                    .isGreaterThanOrEqualTo(LEAST);
        }
    }

    @Test
    void whereNoLightRowWasDrawnTheyMayBeMany() {
        var table = weighted();
        int none = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            var share = new WeightedSample("w", 25, seed).draw(table).share("light", "yes");
            if (share.value() == 0) {
                none++;
                assertThat(share.high()).isBetween(0.2, 0.6);
            }
        }
        assertThat(none).isGreaterThan(50);
    }

    /** One row next to never drawn is one row: it does not stand for all that was not seen. */
    @Test
    void aRowOfNextToNoWeightWidensNothing() {
        var table = weighted();
        double before = new WeightedSample("w", 25, 1).draw(table).share("half", "yes").rows();
        table.doubleColumn("w").set(0, 1e-12);

        double after = new WeightedSample("w", 25, 1).draw(table).share("half", "yes").rows();

        assertThat(after).isCloseTo(before, within(before / 10));
    }

    /** Of equal weights the interval is that of a simple sample. */
    @Test
    void equalWeightsSayAsMuchAsRowsOfASimpleSample() {
        var table = weighted();
        table.doubleColumn("w").fillWith(3.0);
        var sample = new WeightedSample("w", 40, 1).draw(table);
        var share = sample.share("half", "yes");

        double p = share.value();
        double chance = sample.weights()[0];
        // 40 rows of as many as each stands for; n − 1 of them are free.
        assertThat(share.rows()).isCloseTo(39 / (1 - 1 / chance), within(1.1));
        assertThat(p).isBetween(0.2, 0.8);
    }

    @Test
    void sharesOfFewGroupsAreHeld() {
        var table = patients();
        for (int groups : new int[] {5, 10, 20, 40}) {
            assertThat(held(table, "state", seed -> new ClusterSample("patient", groups, seed)))
                    .as(groups + " groups")
                    .isGreaterThanOrEqualTo(LEAST);
        }
    }

    /** One row more than none makes nobody surer. */
    @Test
    void oneGroupThatShowsTheValueSaysHardlyMoreThanNone() {
        var none = new GroupsShowing(10, 10, 0);
        var one = new GroupsShowing(10, 10, 1);
        var five = new GroupsShowing(10, 10, 5);

        assertThat(none.rows(1000, 1)).isCloseTo(10, within(1e-9));
        assertThat(one.rows(1000, 1)).isBetween(10.0, 13.0);
        assertThat(five.rows(1000, 1)).isCloseTo(1000, within(1e-9));
        assertThat(five.rows(7, 1)).isCloseTo(7, within(1e-9));
        assertThat(new GroupsShowing(1, 1, 0).degrees()).isZero();
        assertThat(new GroupsShowing(20, 3, 3).degrees()).isEqualTo(2);
    }

    @Test
    void groupsCountByTheirSizeAndByWhatTheyShow() {
        var clusters = new int[] {7, 7, 7, 9, 9, 4};

        var showing = GroupsShowing.of(clusters, new double[] {1, 1, 0, 1, 0, 0});

        // (3 + 2 + 1)² / (9 + 4 + 1); with it (2 + 1)² / (4 + 1), without it 3
        assertThat(showing.groups()).isEqualTo(3);
        assertThat(showing.sized()).isCloseTo(36 / 14.0, within(1e-12));
        assertThat(showing.showing()).isCloseTo(9 / 5.0, within(1e-12));
    }

    @Test
    void theShareOfAStratumIsKnown() {
        var table = patients();
        for (var allocation : StratifiedSample.Allocation.values()) {
            var share = new StratifiedSample("state", 20, allocation, 1).draw(table);

            assertThat(share.share("state", "yes").low()).isEqualTo(truth(table, "state"));
            assertThat(share.share("state", "yes").high()).isEqualTo(truth(table, "state"));
        }
    }

    /** As many rows as the table has, put back, are not all of it. */
    @Test
    void rowsThatArePutBackAreNeverAll() {
        var table = patients().first(5);
        table.stringColumn("state").set(4, "rare");
        for (long seed = 0; seed < 20; seed++) {
            var share = new SimpleRandomSample(5, true, seed).draw(table).share("state", "rare");
            assertThat(share.high()).isGreaterThanOrEqualTo(0.2);
        }
    }

    @Test
    void whatIsMadeOfGroupsSaysSo() {
        var sample = new ClusterSample("patient", 10, 1).draw(patients());

        assertThat(sample.share("state", "yes")).asString().contains(" (95 % by 10 groups: ");
        assertThat(sample.report("state"))
                .asString()
                .contains(" rows, with intervals by 10 groups: no value comes");
        assertThat(new SimpleRandomSample(30, 1).draw(patients()).report("state"))
                .asString()
                .doesNotContain("groups");
    }

    @Test
    void aReportOfTheWholeTableIsSure() {
        var table = patients();
        for (var design :
                new SampleDesign[] {
                    new SimpleRandomSample(table.rowCount(), 1), new ClusterSample("patient", 60, 1)
                }) {
            assertThat(design.draw(table).report("state").shares())
                    .allSatisfy(
                            share -> {
                                assertThat(share.low()).isEqualTo(share.population());
                                assertThat(share.high()).isEqualTo(share.population());
                            });
        }
    }

    /** Of a large part of the table little is left to be unsure of, and still few fair samples are blamed. */
    @Test
    void aReportOfMostOfTheTableIsNarrow() {
        var table = patients();
        int blamed = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            var report = new SimpleRandomSample(500, seed).draw(table).report("state");
            boolean isFair =
                    report.underRepresented().isEmpty() && report.overRepresented().isEmpty();
            blamed += isFair ? 0 : 1;
            assertThat(report.shares().get(0).high() - report.shares().get(0).low())
                    .isLessThan(0.035);
        }
        assertThat(blamed).isLessThanOrEqualTo(SEEDS - LEAST);
    }

    /** What one of two values may be, the other may lack; also where each row drawn has the same one, and weights round. */
    @Test
    void theIntervalsOfTwoValuesMirrorEachOther() {
        var weighted = weighted();
        var patients = patients();
        for (long seed = 0; seed < 300; seed++) {
            for (boolean replace : new boolean[] {false, true}) {
                mirror(new WeightedSample("w", 15, replace, seed).draw(weighted), "light");
            }
            mirror(new ClusterSample("patient", 8, seed).draw(patients), "state");
            mirror(new SimpleRandomSample(12, seed).draw(weighted), "heavy");
        }
    }

    private static void mirror(Sample sample, String column) {
        var yes = sample.share(column, "yes");
        var no = sample.share(column, "no");
        assertThat(1 - no.high()).as("%s, %s", sample, yes).isCloseTo(yes.low(), within(1e-9));
        assertThat(1 - no.low()).as("%s, %s", sample, yes).isCloseTo(yes.high(), within(1e-9));
    }
}
