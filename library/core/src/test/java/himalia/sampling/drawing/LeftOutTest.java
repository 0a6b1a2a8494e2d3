package himalia.sampling.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.HypergeometricDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Against the definition: of every count that the table may have, how likely the sample then is. */
class LeftOutTest {
    private static boolean mayBe(int rows, int drawn, int having, int all, double tail) {
        var chance = new HypergeometricDistribution(rows, all, drawn);
        return chance.cumulativeProbability(having) >= tail
                && chance.upperCumulativeProbability(having) >= tail;
    }

    @Test
    void theEndsAreTheLeastAndTheMostThatMayBe() {
        for (int rows : new int[] {5, 40, 90}) {
            for (int drawn = 1; drawn <= rows; drawn += 1 + rows / 12) {
                for (int having = 0; having <= drawn; having += 1 + drawn / 7) {
                    for (double tail : new double[] {0.0251, 0.00103}) {
                        int count = having;
                        int some = drawn;
                        var may =
                                IntStream.rangeClosed(having, having + rows - drawn)
                                        .filter(all -> mayBe(rows, some, count, all, tail))
                                        .summaryStatistics();
                        var ends = new LeftOut(rows, drawn).ends(having, tail);
                        assertThat(ends[0])
                                .as("%d of %d, %d have it", drawn, rows, having)
                                .isCloseTo((double) may.getMin() / rows, within(1e-12));
                        assertThat(ends[1])
                                .as("%d of %d, %d have it", drawn, rows, having)
                                .isCloseTo((double) may.getMax() / rows, within(1e-12));
                    }
                }
            }
        }
    }

    @Test
    void ofManyRowsItIsTheNormalOne() {
        var ends = new LeftOut(1_000_000, 100_000).ends(20_000, 0.025);
        double half = 1.959964 * Math.sqrt(0.2 * 0.8 / 100_000 * 0.9);

        assertThat(ends[0]).isCloseTo(0.2 - half, within(2e-5));
        assertThat(ends[1]).isCloseTo(0.2 + half, within(2e-5));
    }

    /** As many values as a report has, in some milliseconds each: no sum over all rows. */
    @Test
    @Timeout(20)
    void itIsCountedFastOfManyRows() {
        var design = new LeftOut(100_000_000, 30_000_000);
        for (int value = 1; value <= 300; value++) {
            var ends = design.ends(value * 90_000, 1e-5);
            assertThat(ends[0]).isLessThan(value * 0.003).isGreaterThan(value * 0.003 - 0.001);
        }
    }

    /** Where little was left out, chance leaves out more of a value than a normal distribution takes for possible. */
    @ParameterizedTest
    @ValueSource(ints = {500, 4500, 4950, 4995, 4999})
    void hardlyAFairSampleIsBlamed(int rows) {
        var random = new Random(3);
        var words =
                StringColumn.create(
                        "word",
                        IntStream.range(0, 5000)
                                .mapToObj(i -> "w" + (int) (80 * Math.pow(random.nextDouble(), 3)))
                                .toArray(String[]::new));
        var table = Table.create("table", words);
        int blamed = 0;
        for (long seed = 0; seed < 100; seed++) {
            var report = new SimpleRandomSample(rows, seed).draw(table).report();
            blamed += report.underRepresented().isEmpty() ? 0 : 1;
        }
        assertThat(blamed).isLessThanOrEqualTo(7);
    }
}
