package himalia.table;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.sampling.augmentation.Augmented;
import himalia.sampling.augmentation.Jitter;
import himalia.sampling.drawing.SystematicSample;
import himalia.sampling.drawing.WeightedSample;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** The first thing that a seed draws is by chance: over everyday seeds, all of them come as often. */
class SeedsTest {
    private static final int SEEDS = 1_000;
    private static final Table ROWS =
            Table.create(
                    "rows",
                    IntColumn.indexColumn("row", 1_000, 0),
                    DoubleColumn.create("n", 1_000).fillWith(() -> 1.0));

    @Test
    void theFirstNumbersOfSeedsFillTheirRangeEvenly() {
        var tenths = new int[10];
        for (int seed = 0; seed < SEEDS; seed++) {
            tenths[(int) (10 * Seeds.random(seed).nextDouble())]++;
        }

        assertThat(IntStream.of(tenths)).allMatch(count -> count > 65 && count < 140);
    }

    @Test
    void aSeedDrawsTheSameAgain() {
        assertThat(Seeds.random(7).nextLong()).isEqualTo(Seeds.random(7).nextLong());
    }

    @Test
    void aSystematicSampleStartsAtEachOfItsPlaces() {
        var starts =
                IntStream.range(0, 300)
                        .map(seed -> new SystematicSample(100, seed).draw(ROWS).rows()[0]);

        assertThat(starts.boxed().distinct().count()).isEqualTo(10);
    }

    @Test
    void aSampleOfOneRowByWeightCanBeAnyRow() {
        var rows =
                IntStream.range(0, SEEDS)
                        .map(seed -> new WeightedSample("n", 1, true, seed).draw(ROWS).rows()[0])
                        .toArray();

        assertThat(IntStream.of(rows).filter(row -> row < 500).count()).isBetween(420L, 580L);
        assertThat(IntStream.of(rows).max().orElseThrow()).isGreaterThan(980);
        assertThat(IntStream.of(rows).min().orElseThrow()).isLessThan(20);
    }

    @Test
    void theFirstCopyGoesUpAsOftenAsDown() {
        var series = List.of(new double[] {0, 1});
        long up =
                IntStream.range(0, SEEDS)
                        .mapToObj(seed -> Augmented.of(series, new Jitter(1), 1, seed))
                        .filter(made -> made.copies().get(0).value()[0] > 0)
                        .count();

        assertThat(up).isBetween(420L, 580L);
    }
}
