package himalia.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Cells that are missing by chance are called so, however few they are and however rare a level is. */
class ByChanceTest {
    /** scipy 1.17: fisher_exact of [[4, 0], [16, 20]], [[1, 0], [19, 180]] and [[1, 0], [9, 990]]. */
    @Test
    void fewMissingCellsAreHeldAgainstTheLabelExactly() {
        assertThat(pOfLabel(4, 20, 20)).isCloseTo(0.10602910602910603, within(1e-12));
        assertThat(pOfLabel(1, 20, 180)).isCloseTo(0.1, within(1e-12));
        assertThat(pOfLabel(1, 10, 990)).isCloseTo(0.01, within(1e-12));
    }

    private static double pOfLabel(int missing, int rare, int others) {
        var values = DoubleColumn.create("a", IntStream.range(0, rare + others).asDoubleStream());
        IntStream.range(0, missing).forEach(values::setMissing);
        var label = StringColumn.create("y");
        IntStream.range(0, rare + others).forEach(row -> label.append(row < rare ? "pos" : "neg"));
        var report = MissingReport.of(Table.create(values, label), "y");
        boolean isNamed = report.doubleColumn("p of the label").getDouble(0) < 0.05;
        assertThat(report.stringColumn("depends on").get(0)).isEqualTo(isNamed ? "y" : "");
        return report.doubleColumn("p of the label").getDouble(0);
    }

    /** By all tables of the same sums in Python (math.comb): {[3, 0, 1], [10, 20, 7]} and so on. */
    @Test
    void countsOfManyLevelsAreToldAsByFreemanAndHalton() {
        assertThat(exactly(new long[] {3, 0, 1}, 10, 20, 7))
                .isCloseTo(0.07015898094203614, within(1e-10));
        assertThat(exactly(new long[] {5, 1, 0, 2}, 9, 30, 12, 3))
                .isCloseTo(0.0025411178898366005, within(1e-10));
        assertThat(exactly(new long[] {0, 4, 0, 0, 1}, 12, 5, 13, 9, 21))
                .isCloseTo(0.0019907049587113046, within(1e-10));
        assertThat(exactly(new long[] {2, 2, 2, 2}, 100, 100, 100, 100)).isCloseTo(1, within(1e-9));
    }

    private static double exactly(long[] some, long... others) {
        double chance = Dependence.ofCounts(new long[][] {some, others});
        assertThat(Dependence.ofCounts(new long[][] {others, some})).isEqualTo(chance);
        return chance;
    }

    /** Chi-squared named some column in half of such tables. */
    @Test
    void ofTablesWithoutAReasonOneInTwentyHasAColumnThatDependsOnOthers() {
        var random = new Random(1);
        int named = 0;
        for (int time = 0; time < 100; time++) {
            int missing = List.of(1, 2, 5, 20).get(time % 4);
            var table = table(random, 500);
            for (var column : table.columns()) {
                if (!column.name().equals("y")) {
                    random.ints(0, 500).distinct().limit(missing).forEach(column::setMissing);
                }
            }
            var report = MissingReport.of(table, "y");
            named += report.stringColumn("depends on").isNotEqualTo("").isEmpty() ? 0 : 1;
        }
        assertThat(named).isLessThanOrEqualTo(9);
    }

    /** All that are missing are the last of 500, or the rare ones: no exact test overlooks that. */
    @Test
    void aReasonIsSeenOfFewCells() {
        var day = IntColumn.create("day", IntStream.range(0, 500).toArray());
        var rare = IntColumn.create("rare", IntStream.range(0, 500).map(i -> i < 490 ? 0 : 1));
        var value = DoubleColumn.create("value", IntStream.range(0, 500).mapToDouble(i -> i % 7));
        IntStream.range(494, 500).forEach(value::setMissing);

        assertThat(MissingReport.of(Table.create(value, day)).stringColumn("depends on").get(0))
                .isEqualTo("day");
        assertThat(MissingReport.of(Table.create(value, rare)).stringColumn("depends on").get(0))
                .isEqualTo("rare");
    }

    private static Table table(Random random, int rows) {
        var normal = DoubleColumn.create("normal");
        var lognormal = DoubleColumn.create("lognormal");
        var few = IntColumn.create("few");
        var rareOnes = IntColumn.create("ones");
        var many = StringColumn.create("many");
        var zipf = StringColumn.create("zipf");
        var cauchy = DoubleColumn.create("cauchy");
        var three = StringColumn.create("three");
        var whole = IntColumn.create("whole");
        var y = StringColumn.create("y");
        for (int row = 0; row < rows; row++) {
            normal.append(random.nextGaussian());
            lognormal.append(Math.exp(2 * random.nextGaussian()));
            few.append(random.nextInt(3));
            rareOnes.append(random.nextInt(100) == 0 ? 1 : 0);
            many.append("m" + random.nextInt(40));
            zipf.append("z" + (int) Math.min(45, 1 / random.nextDouble()));
            cauchy.append(Math.tan(Math.PI * (random.nextDouble() - 0.5)));
            three.append("t" + random.nextInt(3));
            whole.append(random.nextInt(10));
            y.append(random.nextInt(10) == 0 ? "rare" : "usual");
        }
        return Table.create(normal, lognormal, few, rareOnes, many, zipf, cauchy, three, whole, y);
    }
}
