package himalia.sampling.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import himalia.sampling.drawing.StratifiedSample.Allocation;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What every design must hold, and what each is for. */
class SampleDesignTest {
    /** 120 rows of three cities and twelve shops; what is sold depends on both. */
    private static final Table SALES = sales();

    static Stream<SampleDesign> designs() {
        return Stream.of(
                new SimpleRandomSample(30, 42),
                new SimpleRandomSample(30, true, 42),
                new StratifiedSample("city", 30, 42),
                new StratifiedSample("city", 30, Allocation.EQUAL, 42),
                new WeightedSample("weight", 30, 42),
                new WeightedSample("weight", 30, true, 42),
                new ClusterSample("shop", 4, 42),
                // In steps of four the shops of twelve would come again and again, and one sample
                // say nothing of another.
                new SystematicSample(29, 42),
                new ReservoirSample(30, 42));
    }

    private static Table sales() {
        var random = new Random(7);
        var city = StringColumn.create("city");
        var shop = IntColumn.create("shop");
        var sold = DoubleColumn.create("sold");
        var weight = DoubleColumn.create("weight");
        for (int i = 0; i < 120; i++) {
            city.append(i % 6 < 3 ? "Rome" : i % 6 < 5 ? "Bern" : "Oslo");
            shop.append(i % 12);
            sold.append(10 * (i % 6) + i % 12 + random.nextGaussian());
            weight.append(1 + i % 6);
        }
        return Table.create("sales", city, shop, sold, weight);
    }

    @ParameterizedTest
    @MethodSource("designs")
    void aSeedDrawsTheSameAgainAndTheTableStays(SampleDesign design) {
        var before = SALES.copy().printAll();

        var sample = design.draw(SALES);

        assertThat(sample.rows()).isEqualTo(design.draw(SALES).rows());
        assertThat(sample.table().name()).isEqualTo("sales");
        assertThat(sample.table().rowCount()).isEqualTo(sample.size());
        assertThat(SALES.printAll()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("designs")
    void itsIntervalsHoldTheMeanOfAllRowsAsOftenAsTheySay(SampleDesign design) {
        double truth = SALES.doubleColumn("sold").mean();
        int held = 0;
        double sum = 0;
        var random = new Random(1);
        for (int time = 0; time < 1000; time++) {
            var mean = design.draw(SALES, random).mean("sold");
            held += mean.low() <= truth && truth <= mean.high() ? 1 : 0;
            sum += mean.value();
        }
        assertThat(held).isBetween(900, 1000);
        assertThat(sum / 1000).isCloseTo(truth, within(0.6));
    }

    /** What is drawn first is what tells seeds apart that are near each other. */
    @Test
    void seedsThatFollowEachOtherDrawAsDifferentlyAsAnyOthers() {
        var designs =
                List.<LongFunction<SampleDesign>>of(
                        seed -> new SimpleRandomSample(1, seed),
                        seed -> new WeightedSample("weight", 1, seed),
                        seed -> new SystematicSample(1, seed),
                        seed -> new ReservoirSample(1, seed));
        for (var design : designs) {
            var first = new TreeSet<Integer>();
            for (long seed = 0; seed < 200; seed++) {
                first.add(design.apply(seed).draw(SALES).rows()[0]);
            }
            assertThat(first).as(design.apply(0).toString()).hasSizeGreaterThan(70);
        }
    }

    @ParameterizedTest
    @MethodSource("designs")
    void everyRowOfOneWeightHasTheSameChance(SampleDesign design) {
        if (design instanceof WeightedSample || design.toString().contains("EQUAL")) {
            return;
        }
        var counts = new long[120];
        var random = new Random(3);
        for (int time = 0; time < 2000; time++) {
            for (int row : design.draw(SALES, random).rows()) {
                counts[row]++;
            }
        }
        double mean = Arrays.stream(counts).average().orElseThrow();
        var expected = new double[120];
        Arrays.fill(expected, mean);
        // Rows of a cluster and of a step come together, which widens what is usual; a bias would
        // be far beyond.
        double most =
                design instanceof ClusterSample || design instanceof SystematicSample ? 500 : 175;
        assertThat(new ChiSquareTest().chiSquare(expected, counts)).isLessThan(most);
    }

    @Test
    void aSampleThatIsLargerThanTheMemoryIsRefused() {
        var table = Table.create(DoubleColumn.create("w", 1, 2, 3, 4));
        for (var design :
                List.<SampleDesign>of(
                        new SimpleRandomSample(Integer.MAX_VALUE, true, 42),
                        new WeightedSample("w", Integer.MAX_VALUE, true, 42))) {
            assertThatThrownBy(() -> design.draw(table))
                    .hasMessageStartingWith(
                            "a sample of 2,147,483,647 rows of 1 column, which is more than there is memory for; draw fewer, or give Java more of it");
        }
    }

    @Test
    void aRowOfTwiceTheWeightIsDrawnTwiceAsOften() {
        var table = Table.create(DoubleColumn.create("w", 1, 2, 3, 4));
        var random = new Random(5);
        var counts = new int[4];
        for (int time = 0; time < 20_000; time++) {
            counts[new WeightedSample("w", 1, 0).draw(table, random).rows()[0]]++;
        }
        for (int row = 0; row < 4; row++) {
            assertThat(counts[row] / 20_000.0).isCloseTo((row + 1) / 10.0, within(0.015));
        }
    }

    @Test
    void rowsOfOneDistributionAreDrawnToSpeakForAnother() {
        var table =
                Table.create(
                        DoubleColumn.create("x", 0, 1, 2),
                        DoubleColumn.create("p", 0.1, 0.2, 0.7),
                        DoubleColumn.create("q", 0.5, 0.25, 0.25));

        var sample = new ImportanceResample("p", "q", 20_000, 42).draw(table);

        // The ratios are 0.2, 0.8 and 2.8; each row stands for as many as any other.
        var x = sample.table().doubleColumn("x");
        assertThat(x.asList().stream().filter(value -> value == 2).count() / 20_000.0)
                .isCloseTo(2.8 / 3.8, within(0.01));
        assertThat(sample.mean("x").value()).isCloseTo(x.mean(), within(1e-9));
        assertThatThrownBy(() -> new ImportanceResample("p", "x", 2, 42).draw(table))
                .hasMessage(
                        "the proposal's density of row 0 is 0.0; a row that was drawn has one above 0");
        for (double density : new double[] {-0.4, Double.NaN}) {
            assertThatThrownBy(
                            () ->
                                    ImportanceSample.of(
                                            new double[] {0.1, density}, new double[] {0.4, 0.2}))
                    .hasMessage(
                            "the target's density of row 1 is %s; a density is finite, and 0 or more"
                                    .formatted(density));
        }
        assertThatThrownBy(() -> ImportanceSample.of(new double[0], new double[0]))
                .hasMessage("there are no rows; give the densities of one row at least");
    }

    /** Half of the rows are blue, and a tenth of what the sample is to speak for. */
    @Test
    void anImportanceSampleIsComparedWithWhatItSpeaksFor() {
        int rows = 2000;
        var colour = StringColumn.create("colour");
        var target = DoubleColumn.create("p");
        for (int row = 0; row < rows; row++) {
            colour.append(row % 2 == 0 ? "blue" : "red");
            target.append(row % 2 == 0 ? 0.1 : 0.9);
        }
        var even = DoubleColumn.create("q", rows);
        even.fillWith(0.5);
        var table = Table.create("old", colour, target, even);

        var report = new ImportanceResample("p", "q", 500, 42).draw(table).report("colour");

        assertThat(report.shares().get(0).value()).isEqualTo("blue");
        assertThat(report.shares().get(0).population()).isCloseTo(0.1, within(1e-12));
        assertThat(report.shares()).noneMatch(share -> share.isTooRare() || share.isTooFrequent());
        // Kish: (sum of weights)² / sum of squares = 2000 · 0.5² / (0.5 · (0.1² + 0.9²))
        assertThat(report.effectiveRows()).isCloseTo(rows * 0.25 / 0.41, within(1e-6));
        assertThat(report.toString())
                .startsWith(
                        "500 of 2,000 rows, which weighed for the target say as much as 1,219.5: no value comes")
                .contains("in the weighed table");
        assertThat(new SimpleRandomSample(500, 42).draw(table).report("colour").toString())
                .contains("in the table")
                .doesNotContain("weighed");
    }

    @Test
    void aMeanOfOneStratumIsTheTextbooks() {
        var table = Table.create(DoubleColumn.create("x", 1, 2, 4, 8, 16, 32));

        var sample = new SimpleRandomSample(3, 42).draw(table);

        var x = sample.table().doubleColumn("x");
        double error = Math.sqrt(x.variance() / 3 * (1 - 3 / 6.0));
        var mean = sample.mean("x");
        assertThat(mean.value()).isCloseTo(x.mean(), within(1e-12));
        assertThat(mean.standardError()).isCloseTo(error, within(1e-12));
        assertThat(mean.high() - mean.value()).isCloseTo(4.302653 * error, within(1e-5));
    }

    @Test
    void aWholeTableLeavesNoDoubt() {
        var mean = new SimpleRandomSample(120, 42).draw(SALES).mean("sold");

        assertThat(mean.value()).isCloseTo(SALES.doubleColumn("sold").mean(), within(1e-9));
        assertThat(mean.standardError()).isZero();
    }

    @Test
    void aShareIsEstimatedWithItsInterval() {
        var share = new StratifiedSample("city", 30, 42).draw(SALES).share("city", "Oslo");

        assertThat(share.value()).isCloseTo(20 / 120.0, within(1e-12));
        assertThat(share.standardError()).isCloseTo(0, within(1e-12));
    }

    @Test
    void equalAllocationFillsUpFromLargeStrata() {
        assertThat(new StratifiedSample("city", 10, Allocation.EQUAL, 1).sizes(new int[] {2, 9, 9}))
                .containsExactly(2, 4, 4);
    }

    @Test
    void aReservoirOfTwoPartsIsAsFairAsOneOfAll() {
        var random = new Random(11);
        var counts = new int[30];
        for (int time = 0; time < 6000; time++) {
            var left = new Reservoir<Integer>(5, random);
            var right = new Reservoir<Integer>(5, random);
            left.addAll(IntStream.range(0, 3).boxed());
            right.addAll(IntStream.range(3, 30).boxed().iterator());
            var both = left.merge(right);
            assertThat(both.seen()).isEqualTo(30);
            assertThat(both.items()).hasSize(5).doesNotHaveDuplicates();
            both.items().forEach(item -> counts[item]++);
        }
        assertThat(Arrays.stream(counts).boxed())
                .allSatisfy(count -> assertThat(count).isBetween(860, 1140));
    }

    @Test
    void aStreamIsCollected() {
        var reservoir = IntStream.range(0, 100).boxed().collect(Reservoir.of(7, 42));
        var again = IntStream.range(0, 100).boxed().collect(Reservoir.of(7, 42));
        var parallel = IntStream.range(0, 100).boxed().parallel().collect(Reservoir.of(7, 42));

        assertThat(reservoir.items()).hasSize(7).isEqualTo(again.items());
        assertThat(parallel.seen()).isEqualTo(100);
        assertThat(parallel.items()).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void whatCannotBeDrawnIsRefusedWithTheWayOut() {
        refused(
                new SimpleRandomSample(121, 1),
                "a sample of 121 rows is larger than the table, which has 120 rows; draw at most 120, or with replacement");
        refused(
                new SystematicSample(500, 1),
                "a sample of 500 rows is larger than the table, which has 120 rows; draw at most 120");
        refused(
                new ClusterSample("shop", 13, 1),
                "column 'shop' names 12 groups, and 13 are to be drawn; draw at most 12");
        refused(
                new StratifiedSample("shop", 11, 1),
                "stratum '11' of shop has 10 of 120 rows, and would give none of 11; draw more rows, use Allocation.EQUAL (--equal), or join small strata before");
        refused(
                new StratifiedSample("town", 11, 1),
                "no column 'town' in table 'sales'. There are: city, shop, sold, weight");
        refused(
                new WeightedSample("city", 11, 1),
                "column 'city' holds text, and WeightedSample weighs by numbers; name a column of numbers");
        assertThatThrownBy(() -> new SimpleRandomSample(0, 1))
                .hasMessage("size must be at least 1, got 0");
        assertThatThrownBy(() -> new SimpleRandomSample(3, 1).draw(Table.create("none")))
                .hasMessage("the table has no rows; there is nothing to draw");
        assertThatThrownBy(() -> new Reservoir<>(2, 1).merge(new Reservoir<>(3, 1)))
                .hasMessage(
                        "one reservoir keeps 2 items and the other 3; only those of one size are merged");
    }

    @Test
    void weightsThatAreNoneAreRefused() {
        refusedWeights(
                "weight 'w' of row 1 is -2.0; weights must be finite and 0 or more, so mend it or drop the row",
                1,
                -2);
        refusedWeights("weight 'w' is 0 in all 2 rows; one at least must be above 0", 0, 0);
        refusedWeights(
                "weight 'w' is above 0 in 1 row, and 2 are to be drawn; draw at most 1, or with replacement",
                1,
                0);
        assertThatThrownBy(() -> ImportanceSample.of(new double[] {1}, new double[] {0}))
                .hasMessage(
                        "the proposal's density of row 0 is 0.0; a row that was drawn has one above 0");
    }

    @Test
    void aReportNamesWhatASampleHasTooFewOf() {
        var fair = new SimpleRandomSample(40, 42).draw(SALES).report();
        var unfair =
                SampleReport.of(SALES.where(SALES.stringColumn("city").isEqualTo("Rome")), SALES);

        assertThat(fair.underRepresented()).isEmpty();
        assertThat(unfair.underRepresented())
                .extracting(share -> share.column() + " " + share.value())
                .contains("city Bern", "city Oslo");
        assertThat(unfair.overRepresented().get(0).value()).isEqualTo("Rome");
        assertThat(unfair.toString()).contains("too few of city Bern, city Oslo");
        assertThat(unfair.shares().stream().map(SampleReport.Share::column).distinct())
                .isEqualTo(List.of("city", "shop", "sold", "weight"));
    }

    @Test
    void numbersThatAreMostlyTheLeastAreThatOrMore() {
        var cost =
                IntColumn.create(
                        "cost", IntStream.range(0, 40).map(i -> Math.max(0, i - 27)).toArray());

        var shares = SampleReport.of(Table.create(cost), Table.create(cost), "cost").shares();

        assertThat(shares)
                .extracting(share -> share.value() + ": " + share.population())
                .containsExactly("0: 0.7", "above 0 to below 3: 0.05", "3 and more: 0.25");
    }

    private static void refused(SampleDesign design, String message) {
        assertThatThrownBy(() -> design.draw(SALES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static void refusedWeights(String message, double... weights) {
        var table = Table.create(DoubleColumn.create("w", weights));
        assertThatThrownBy(() -> new WeightedSample("w", 2, 1).draw(table))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
