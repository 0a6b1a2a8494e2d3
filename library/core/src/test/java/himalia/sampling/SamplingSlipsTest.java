package himalia.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import himalia.features.Pipeline;
import himalia.features.StandardScaler;
import himalia.sampling.augmentation.AddNoise;
import himalia.sampling.augmentation.AugmentSeries;
import himalia.sampling.augmentation.AugmentText;
import himalia.sampling.augmentation.CutMix;
import himalia.sampling.augmentation.Images;
import himalia.sampling.augmentation.Pixels;
import himalia.sampling.augmentation.RandomSwap;
import himalia.sampling.augmentation.Scaling;
import himalia.sampling.augmentation.SynonymReplacement;
import himalia.sampling.augmentation.Typos;
import himalia.sampling.drawing.ClusterSample;
import himalia.sampling.drawing.ImportanceSample;
import himalia.sampling.drawing.SampleReport;
import himalia.sampling.drawing.SimpleRandomSample;
import himalia.sampling.drawing.WeightedSample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What was once taken without a word. */
class SamplingSlipsTest {
    private static Table table(int rare, int common) {
        var x = DoubleColumn.create("x", IntStream.range(0, rare + common).mapToDouble(i -> i * i));
        var y = StringColumn.create("y");
        IntStream.range(0, rare + common).forEach(i -> y.append(i < rare ? "1" : "0"));
        return Table.create(x, y);
    }

    @Test
    void commasAloneNameNoClass() {
        assertThatThrownBy(() -> new Strategy(" ,,"))
                .hasMessageStartingWith("strategy must be one of");
    }

    /** imbalanced-learn resamples the grown table, of which the first class is the smallest of equals. */
    @Test
    void whatACleanerWillDoIsAskedOfTheGrownTable() {
        var plan = new SmoteTomek(new Smote(5, 42), new TomekLinks()).explain(table(31, 269), "y");

        assertThat(plan.stringColumn("change").asList())
                .containsExactly("stays", "238 more, then rows that are in the way go");
    }

    @Test
    void aCategoryIsNamedOnce() {
        assertThatThrownBy(() -> new Smotenc(List.of("city", "city"), 5, 42))
                .hasMessage("categories names 'city' twice; name it once");
    }

    @Test
    void whereNothingGrowsNoBorderIsLookedFor() {
        assertThat(new SvmSmote(5, 42).resample(table(5, 5), "y").rowCount()).isEqualTo(10);
        assertThatThrownBy(() -> new BorderlineSmote(1, 42).places(table(3, 5), "y"))
                .hasMessageContaining("10 border rows");
    }

    @Test
    void copiesHoldNumbersAndTexts() {
        var huge =
                Table.create(
                        DoubleColumn.create("a", 1.79e308, -1.79e308),
                        DoubleColumn.create("b", 1, 2),
                        StringColumn.create("y", "0", "1"));
        assertThatThrownBy(() -> new AugmentSeries(new Scaling(1), 20, 42).resample(huge, "y"))
                .hasMessageContaining("of a row whose 'a' is");
        var letters = Table.create(StringColumn.create("t"), StringColumn.create("y"));
        for (int i = 0; i < 40; i++) {
            letters.stringColumn("t").append("a");
            letters.stringColumn("y").append(i % 2 == 0 ? "0" : "1");
        }
        var more = new AugmentText("t", new Typos(1), 1, 42).resample(letters, "y");
        assertThat(more.stringColumn("t").countMissing()).isZero();
        assertThatThrownBy(
                        () ->
                                new AugmentText("t", (text, random) -> "", 1, 42)
                                        .resample(letters, "y"))
                .hasMessageContaining("leaves nothing of the text in row 0 of column 't', 'a'");
    }

    @Test
    void aSquareLargerThanThePictureCoversIt() {
        var image = Pixels.ofRow(new double[] {1, 1, 1, 1}, 2, 2, 0, 1);

        assertThat(Images.cutout(image, 1, 0, Integer.MAX_VALUE, 0).row())
                .containsExactly(1, 1, 0, 0);
        assertThat(CutMix.mix(image, image, 1, 0, Integer.MAX_VALUE, 2).share()).isEqualTo(0.5);
        assertThatThrownBy(() -> CutMix.mix(image, image, 0, 0, -1, 2))
                .hasMessageContaining("height");
    }

    /** Quarters that four digits do not tell apart are told by more, and missing rows are counted as missing. */
    @Test
    void quartersAreToldApartInAReport() {
        var values = new ArrayList<Double>();
        IntStream.range(0, 40).forEach(i -> values.add(1013.2 + i * 0.003));
        IntStream.range(0, 8).forEach(i -> values.add(null));
        var column = DoubleColumn.create("p");
        values.forEach(
                value -> {
                    if (value == null) column.appendMissing();
                    else column.append(value);
                });

        var report = new SimpleRandomSample(24, 42).draw(Table.create(column)).report("p");

        assertThat(report.shares().stream().map(SampleReport.Share::value))
                .doesNotHaveDuplicates()
                .hasSize(5)
                .endsWith("(missing)");
    }

    @Test
    void oneClusterSaysAsMuchAsItsRows() {
        var group = StringColumn.create("g");
        var value = StringColumn.create("v");
        for (int i = 0; i < 49; i++) {
            group.append("all");
            value.append(i == 0 ? "x" : "y");
        }
        var report = new ClusterSample("g", 1, 42).draw(Table.create(group, value)).report("v");

        assertThat(report.toString()).doesNotContain("NaN");
    }

    @Test
    void aClassThatIsGoneIsTold() {
        var traced = new RandomUnderSampler(new Strategy("0=0"), 42).trace(table(3, 5), "y");

        assertThat(traced.shortfall()).startsWith("class '0' has no row left");
        assertThat(new RandomUnderSampler(42).trace(table(3, 5), "y").shortfall()).isEmpty();
    }

    @Test
    void aSampleSaysNothingOfRowsThatCannotBeDrawn() {
        var weights = DoubleColumn.create("w", 0, 1, 1, 1, 0, 1);
        var group = StringColumn.create("g", "a", "b", "b", "", "a", "b");
        var table = Table.create(weights, group);
        var sample = new WeightedSample("w", 2, 42).draw(table);

        assertThatThrownBy(() -> sample.share("g", "a"))
                .hasMessageStartingWith("2 rows of the table have weight 0");
        assertThatThrownBy(() -> sample.mean("w"))
                .hasMessageStartingWith("2 rows of the table have weight 0");
        assertThat(new SimpleRandomSample(6, 42).draw(table).share("g", "").value())
                .isCloseTo(1 / 6.0, within(1e-12));
    }

    @Test
    void aPictureHasNoPointOutside() {
        var picture = Pixels.of(new double[][] {{0, 1, 2, 3}, {4, 5, 6, 7}}, 0, 15);

        assertThatThrownBy(() -> picture.at(0, 5, 0))
                .hasMessage("a picture of 2 × 4 × 1 has no point (0, 5, 0)");
        assertThatThrownBy(() -> picture.at(1, -1, 0)).hasMessageContaining("(1, -1, 0)");
    }

    @Test
    void aTextThatWasSetMissingStaysSoAndAChangeMayBeMadeInPlace() {
        var note = StringColumn.create("note", "a b c", "hello you there", "bye bye you");
        note.setMissing(0);
        var table = Table.create(note, StringColumn.create("y", "a", "b", "a"));
        var more = new AugmentText("note", new RandomSwap(0.5), 1, 1).resample(table, "y");
        assertThat(more.rowCount()).isEqualTo(6);

        var numbers =
                Table.create(
                        DoubleColumn.create("t0", 1, 2),
                        DoubleColumn.create("t1", 3, 4),
                        StringColumn.create("y", "a", "b"));
        var changed =
                new AugmentSeries(
                                (series, random) -> {
                                    series[0] = 99;
                                    return series;
                                },
                                1,
                                1)
                        .resample(numbers, "y");
        assertThat(changed.doubleColumn("t0").asList()).containsExactly(1.0, 2.0, 99.0, 99.0);
    }

    @Test
    void aTableOfNoRowsIsRefused() {
        assertThatThrownBy(
                        () ->
                                new RandomUnderSampler(new Strategy("0=0,1=0"), 42)
                                        .resample(table(3, 5), "y"))
                .hasMessageStartingWith("none of 8 rows would be left to learn from");
    }

    /** imbalanced-learn keeps 8 and 4: among equal rows the rare ones are the nearest. */
    @Test
    void oneSidedSelectionKeepsTheCommonClassOfEqualRows() {
        var x = DoubleColumn.create("x", new double[12]);
        var y = StringColumn.create("y");
        for (int i = 0; i < 12; i++) {
            y.append(i < 8 ? "common" : "rare");
        }

        var left = new OneSidedSelection(42).resample(Table.create(x, y), "y");

        assertThat(left.stringColumn("y").countOccurrences("common")).isEqualTo(8);
        assertThat(left.rowCount()).isEqualTo(12);
    }

    @Test
    void aSampleHoldsNothingThatItsTableHasNot() {
        var sample = Table.create(StringColumn.create("h", "x", "new"));
        var table = Table.create(StringColumn.create("h", "x", "y", "x"));

        assertThatThrownBy(() -> SampleReport.of(sample, table, "h"))
                .hasMessageStartingWith(
                        "row 1 of the sample has 'new' in column 'h', and no row of the table has");
    }

    @Test
    void numbersAndAddressesStayWholeWhereWordsChangePlaces() {
        var text = "pay 1.25 EUR to joe@x.org at 10:30";
        for (int seed = 0; seed < 20; seed++) {
            var swapped = new RandomSwap(1).apply(text, new Random(seed));
            assertThat(swapped.split(" ")).containsExactlyInAnyOrder(text.split(" "));
        }
        assertThatThrownBy(() -> new SynonymReplacement(Map.of("good", List.of()), 1))
                .hasMessage("'good' has no synonyms; give some, or leave it out");
    }

    /** SciPy: binomtest(0, 50).proportion_ci(method="wilson") by Student's 49 degrees instead of the normal distribution. */
    @Test
    void aShareThatNoRowOfTheSampleHasIsNotNothing() {
        var column = StringColumn.create("h");
        for (int i = 0; i < 1000; i++) {
            column.append(i % 50 == 0 ? "rare" : "most");
        }
        var table = Table.create(column);
        int covered = 0;
        for (int seed = 0; seed < 300; seed++) {
            var share = new SimpleRandomSample(50, seed).draw(table).share("h", "rare");
            assertThat(share.high()).isGreaterThan(share.low());
            assertThat(share.low()).isBetween(0.0, share.value());
            covered += share.low() <= 0.02 && 0.02 <= share.high() ? 1 : 0;
        }
        assertThat(covered).isGreaterThan(270);
        assertThatThrownBy(() -> new SimpleRandomSample(50, 1).draw(table).share("h", "rar"))
                .hasMessageStartingWith("no row of column 'h' is 'rar'; there are: ");
    }

    @Test
    void theRarestClassTellsHowManyFoldsThereMayBe() {
        var few =
                Table.create(
                        DoubleColumn.create("x", 1, 2, 3, 4, 5, 6),
                        StringColumn.create("y", "a", "a", "a", "a", "b", "b"));

        assertThatThrownBy(
                        () ->
                                new InstanceHardnessThreshold(new NearestMean(), 42)
                                        .resample(few, "y"))
                .hasMessage(
                        "class 'b' has 2 rows, and 5 folds need one each; take at most 2 folds, or drop the class");
    }

    @Test
    void aSamplerBeforeARegressorIsNamed() {
        var homes =
                Table.create(
                        DoubleColumn.create("x", 1, 2, 3), DoubleColumn.create("price", 1.5, 2, 3));

        assertThatThrownBy(
                        () ->
                                Pipeline.of(new StandardScaler())
                                        .then(new RandomUnderSampler(42))
                                        .train(new NearestMean())
                                        .fit(homes, "price"))
                .hasMessage(
                        "sampler RandomUnderSampler draws rows by their classes, and label 'price' holds numbers; before a regressor leave it out, or cut the number into ranges first");
    }

    @Test
    void aSamplerThatAsksNoClassesHasItsOwnReasons() {
        var holed = DoubleColumn.create("x", 1, 2, 3);
        holed.setMissing(1);
        var homes = Table.create(holed, DoubleColumn.create("price", 1.5, 2, 3));

        assertThatThrownBy(
                        () ->
                                Pipeline.of(new StandardScaler())
                                        .then(new AddNoise(0.1, 1, 42))
                                        .train(new NearestMean())
                                        .fit(homes, "price"))
                .hasMessageContaining("1 missing value");
    }

    @Test
    void weightsAreNumbersAndTextsHaveNoMean() {
        var table = table(2, 3);

        assertThatThrownBy(() -> new WeightedSample("y", 2, 42).draw(table))
                .hasMessage(
                        "column 'y' holds text, and WeightedSample weighs by numbers; name a column of numbers");
        assertThatThrownBy(() -> ImportanceSample.of(table, "x", "y"))
                .hasMessage(
                        "column 'y' holds text, and ImportanceSample weighs by numbers; name a column of numbers");
        assertThatThrownBy(() -> new SimpleRandomSample(2, 42).draw(table).mean("y"))
                .hasMessage(
                        "column 'y' holds text, and a mean is of numbers; share(\"y\", \"…\") tells how many rows have a value");
    }

    @Test
    void aFunctionBeforeARegressorIsNamedWithTheWayOut() {
        var homes =
                Table.create(
                        DoubleColumn.create("x", 1, 2, 3, 9),
                        DoubleColumn.create("price", 1.5, 2, 3, 50));
        Sampler typical = (rows, label) -> rows.where(rows.doubleColumn("x").isLessThan(5));

        for (var sampler :
                List.of(FunctionSampler.of(typical), FunctionSampler.of(new Smote(5, 42)))) {
            assertThatThrownBy(
                            () -> Pipeline.of(sampler).train(new NearestMean()).fit(homes, "price"))
                    .hasMessage(
                            "sampler FunctionSampler[function] holds the rows' classes against those of the table, and label 'price' holds numbers; before a regressor give the function itself, then((rows, label) -> …), where it asks for no classes, or else leave it out");
        }
        // The function itself is asked, and what it leaves goes to the trainer, which is of classes
        // here.
        assertThatThrownBy(() -> Pipeline.of(typical).train(new NearestMean()).fit(homes, "price"))
                .hasMessageStartingWith("label 'price' holds numbers such as 1.5");
    }
}
