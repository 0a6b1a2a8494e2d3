package himalia.sampling.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import himalia.display.bundle.Display;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Estimates without an interval say why, and what would give one. */
class IntervalsTest {
    private static Table table() {
        return Table.create(
                "t",
                StringColumn.create(
                        "y", IntStream.range(0, 100).mapToObj(i -> i < 10 ? "1" : "0").toList()),
                DoubleColumn.create("a", IntStream.range(0, 100).mapToDouble(i -> i)));
    }

    @Test
    void aStratumOfOneDrawnRowIsNamed() {
        var mean = new StratifiedSample("y", 9, 42).draw(table()).mean("a");

        assertThat(mean.doubt())
                .isEqualTo(
                        "one row of stratum '1' of y; draw more rows, or by Allocation.EQUAL, so that each"
                                + " gives two");
        assertThat(mean).asString().contains(" (no interval: one row of stratum '1' of y");
    }

    @Test
    void oneRowAndOneGroupHaveNoInterval() {
        assertThat(new SimpleRandomSample(1, 42).draw(table()).mean("a").doubt())
                .isEqualTo("one row was drawn; draw two or more");
        assertThat(new ClusterSample("y", 1, 42).draw(table()).mean("a").doubt())
                .isEqualTo("one group was drawn; draw two or more");
        // All drawn rows are alike, which says nothing of others.
        assertThat(new SimpleRandomSample(1, 42).draw(table()).share("y", "0").low()).isNaN();
        assertThat(new ClusterSample("y", 1, 42).draw(table()).share("y", "0").high()).isNaN();
        assertThat(ImportanceSample.of(new double[] {1}, new double[] {1}).mean(new double[] {3}))
                .hasToString("3.0000 (no interval: there is one row; take two or more)");
    }

    @Test
    void aWholeTableLeavesNoDoubt() {
        var two = table().inRange(9, 11);

        var mean = new StratifiedSample("y", 2, 42).draw(two).mean("a");

        assertThat(mean).hasToString("9.5000 (95 %: 9.5000 to 9.5000)");
    }

    @Test
    void rowsThatComeAgainAreMoreThanTheTableHas() {
        assertThat(new SimpleRandomSample(1000, true, 42).draw(table().first(10)).report("y"))
                .asString()
                .startsWith("1,000 rows, drawn from 10: ");
    }

    @Test
    void wholeGroupsAreNotBlamedForThoseThatWereNotDrawn() {
        var sample = new ClusterSample("y", 1, 42).draw(table());

        assertThat(sample.report().shares()).noneMatch(share -> share.column().equals("y"));
        assertThat(sample.report("y").shares()).hasSize(2);
    }

    @Test
    void aSampleIsShownWithItsRows() {
        assertThat(Display.renderers().render(new SimpleRandomSample(3, 42).draw(table())).text())
                .startsWith("3 of 100 rows, drawn by SimpleRandomSample")
                .contains("3 rows × 2 columns");
    }

    /** Rows of a group are alike here, so forty groups say as much as forty rows. */
    @Test
    void ofGroupsThatAreAllAlikeTheIntervalIsThatOfGroups() {
        var group = IntColumn.create("g", IntStream.range(0, 1000).map(i -> i / 5).toArray());
        var value = StringColumn.create("v");
        IntStream.range(0, 1000).forEach(i -> value.append(i / 5 % 25 == 0 ? "odd" : "even"));
        var table = Table.create(group, value);
        int covered = 0;
        for (int seed = 0; seed < 300; seed++) {
            var share = new ClusterSample("g", 40, seed).draw(table).share("v", "odd");
            covered += share.low() <= 0.04 && 0.04 <= share.high() ? 1 : 0;
        }
        assertThat(covered).isGreaterThan(275);
    }

    /** The large stratum often shows no row of the value, which is no sign that it has none. */
    @Test
    void aStratumThatShowedNoneIsNotTakenToHaveNone() {
        var table = parts(i -> i % 20 == 7);
        int covered = 0;
        for (int seed = 0; seed < 400; seed++) {
            var share = equal(table, 40, seed);
            covered += share.low() <= 0.05 && 0.05 <= share.high() ? 1 : 0;
        }

        assertThat(covered).isBetween(375, 398);
        var sure = equal(table, 40, 1);
        assertThat(sure.value()).isCloseTo(0.005, within(1e-12));
        assertThat(sure.high()).isGreaterThan(0.1);
    }

    /** Of strata whose rows have the value alike, the ends are Wilson's of as many rows. */
    @Test
    void strataThatAreAlikeAreOneStratum() {
        var halves =
                List.of(new Estimate.Stratum(0.5, 20, 0.1), new Estimate.Stratum(0.5, 20, 0.1));
        // scipy: binomtest(4, 40).proportion_ci(method="wilson")
        var ends = new ScoreInterval(halves);

        assertThat(ends.end(1.959963984540054, -1)).isCloseTo(0.03957953, within(1e-6));
        assertThat(ends.end(1.959963984540054, 1)).isCloseTo(0.23051775, within(1e-6));
    }

    private static Estimate equal(Table table, int size, long seed) {
        var design = new StratifiedSample("h", size, StratifiedSample.Allocation.EQUAL, seed);
        return design.draw(table).share("v", "x");
    }

    private static Table parts(IntPredicate has) {
        return Table.create(
                "u",
                StringColumn.create(
                        "h", IntStream.range(0, 1000).mapToObj(i -> i < 900 ? "big" : "small")),
                StringColumn.create(
                        "v", IntStream.range(0, 1000).mapToObj(i -> has.test(i) ? "x" : "y")));
    }
}
