package himalia.sampling.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.display.bundle.Display;
import himalia.reference.ModelReference;
import himalia.reference.OurRecords;
import himalia.sampling.Sampler;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Tables with copies below their rows. */
class AugmentingSamplersTest {
    private final Table reviews =
            Table.create(
                    "reviews",
                    StringColumn.create("text", "a good film", null, "not so good"),
                    DoubleColumn.create("length", 1.5, 2.5, 4),
                    IntColumn.create("stars", 5, 3, 2));

    @Test
    void copiesOfPicturesComeBelowWithTheLabelOfTheirRow() {
        var digits = ModelReference.table("digits").first(20);
        var before = digits.copy();
        var sampler = new AugmentImages(8, 8, 0, 16, new RandomHorizontalFlip(1), 2, 42);

        var more = sampler.resample(digits, "y");

        assertThat(more.rowCount()).isEqualTo(60);
        assertThat(more.column("y").getString(20)).isEqualTo(digits.column("y").getString(0));
        assertThat(more.column("y").getString(21)).isEqualTo(digits.column("y").getString(0));
        assertThat(more.column("y").getString(22)).isEqualTo(digits.column("y").getString(1));
        for (var x = 0; x < 8; x++) {
            assertThat(more.numberColumn(x).getDouble(21))
                    .isEqualTo(digits.numberColumn(7 - x).getDouble(0));
        }
        assertThat(digits.print(99)).isEqualTo(before.print(99));
        assertThat(sampler.gallery(digits, "y", 3).copies()).hasSize(6);
    }

    @Test
    void theTraceTellsOfEachCopyItsOriginalAndWhatChangedIt() {
        var sampler = new AugmentText("text", new RandomSwap(0.5), 2, 42);

        var done = sampler.trace(reviews, "stars");

        assertThat(done.table().printAll())
                .isEqualTo(sampler.resample(reviews, "stars").printAll());
        var rows = done.rows();
        assertThat(rows.columnNames())
                .containsExactly("row", "how", "from", "to", "at", "because", "by");
        assertThat(rows.intColumn("from").asList()).containsExactly(0, 1, 2, 0, 0, 1, 1, 2, 2);
        assertThat(rows.stringColumn("how").asList().subList(2, 4)).containsExactly("kept", "made");
        assertThat(rows.stringColumn("by").asList().subList(2, 4))
                .containsExactly("", new RandomSwap(0.5).toString());
        assertThat(done).hasToString("3 rows → 9: 3 kept, 6 made");
        assertThat(Display.text(done)).contains("no picture: it needs two columns of numbers");
    }

    @Test
    void changedCopiesOfPicturesAreSeenBesideTheirOriginals() {
        var digits = ModelReference.table("digits").first(50);
        var sampler = new AugmentImages(8, 8, 0, 16, new RandomHorizontalFlip(1), 2, 42);

        assertThat(Display.text(sampler.trace(digits, "y")))
                .contains("○ 100 made, with lines to the originals", "principal component 1 of");
        assertThat(new AddNoise(0.1, 1, 42).trace(reviews, "stars").rows().stringColumn("by"))
                .endsWith("normal noise of 0.1 of each column's deviation");
    }

    @Test
    void aPictureWhosePointsLieOutsideIsNotCutOffInItsCopies() {
        var digits = ModelReference.table("digits").first(20);
        var sampler = new AugmentImages(8, 8, 0, 10, new RandomHorizontalFlip(1), 1, 42);

        assertThatThrownBy(() -> sampler.resample(digits, "y"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching(
                        "column '\\w+' has 1[1-6]\\.0, which is above high, 10\\.0; name the numbers of black and of white that the pictures have");
    }

    @Test
    void whatIsNoPictureIsRefused() {
        var digits = ModelReference.table("digits");
        assertThatThrownBy(
                        () ->
                                new AugmentImages(8, 7, 0, 16, new Cutout(2), 1, 1)
                                        .resample(digits, "y"))
                .hasMessageContaining("pictures of 8 × 7 have 56 points, and the table has 64");
        assertThatThrownBy(
                        () ->
                                new AugmentImages(8, 8, 0, 16, new RandomCrop(4, 4), 1, 1)
                                        .resample(digits, "y"))
                .hasMessageContaining("makes 16 numbers of the 64 of a row");
    }

    @Test
    void textsChangeAndMissingOnesStayMissing() {
        var fine = new SynonymReplacement(Map.of("good", List.of("fine")), 1);

        var more = new AugmentText("text", fine, 1, 42).resample(reviews, "stars");

        assertThat(more.stringColumn("text").asList())
                .containsExactly(
                        "a good film", "", "not so good", "a fine film", "", "not so fine");
        assertThat(more.stringColumn("text").isMissing(4)).isTrue();
        assertThat(more.intColumn("stars").asList()).containsExactly(5, 3, 2, 5, 3, 2);
        assertThatThrownBy(() -> new AugmentText("length", fine, 1, 1).resample(reviews, "stars"))
                .hasMessageContaining("column 'length' holds");
        assertThatThrownBy(() -> new AugmentText("txt", fine, 1, 1).resample(reviews, "stars"))
                .hasMessageContaining("did you mean 'text'");
    }

    @Test
    void noiseIsOnRealNumbersAlone() {
        var more = new AddNoise(0.1, 2, 42).resample(reviews, "stars");

        assertThat(more.rowCount()).isEqualTo(9);
        assertThat(more.doubleColumn("length").asList().subList(0, 3))
                .containsExactly(1.5, 2.5, 4.0);
        assertThat(more.doubleColumn("length").unique().size()).isEqualTo(9);
        assertThat(more.stringColumn("text").get(3)).isEqualTo("a good film");
        assertThatThrownBy(
                        () ->
                                new AddNoise(0.1, 1, 1)
                                        .resample(reviews.rejectColumns("length"), "stars"))
                .hasMessageContaining("no column of real numbers");
    }

    @Test
    void seriesAreRowsInTheOrderOfTime() {
        var waves =
                Table.create(
                        DoubleColumn.create("t0", 0, 1),
                        DoubleColumn.create("t1", 2, 1),
                        DoubleColumn.create("t2", 4, 1),
                        StringColumn.create("kind", "up", "flat"));

        Transform<double[]> back = (wave, random) -> new double[] {wave[2], wave[1], wave[0]};

        var more = new AugmentSeries(back, 1, 1).resample(waves, "kind");

        assertThat(more.doubleColumn("t2").asList()).containsExactly(4.0, 1.0, 0.0, 1.0);
        assertThat(more.stringColumn("kind").asList()).containsExactly("up", "flat", "up", "flat");
    }

    @Test
    void everyRecordMayBeSavedInAPipeline() {
        var types = new AugmentationTypes().types();
        assertThat(OurRecords.implementing(Transform.class, AugmentationTypes.class))
                .isSubsetOf(types);
        assertThat(OurRecords.implementing(Sampler.class, AugmentationTypes.class))
                .isSubsetOf(types);
    }

    @Test
    void aGalleryShowsOriginalsAndCopies() {
        var digits = ModelReference.table("digits").first(3);
        var shown =
                Display.renderers()
                        .render(
                                new AugmentImages(8, 8, 0, 16, new Cutout(2), 2, 1)
                                        .gallery(digits, "y", 2));
        assertThat(shown.text()).startsWith("2 originals, 4 copies");
        assertThat(String.valueOf(shown.data().get("text/html")))
                .contains("<img alt=\"Pixels[8 × 8, 0.0 to 16.0]\"")
                .contains("data:image/png;base64,");
        var series = Augmented.of(List.of(new double[] {1, 2, 1}), new Scaling(0.1), 1, 1);
        assertThat(String.valueOf(Display.renderers().render(series).data().get("text/html")))
                .contains("<polyline");
    }

    @Test
    void noiseBeyondAllNumbersAndChangedLabelsAreRefused() {
        assertThatThrownBy(
                        () ->
                                new AddNoise(1e308, 9, 42)
                                        .resample(
                                                reviews.copy()
                                                        .replaceColumn(
                                                                "length",
                                                                DoubleColumn.create(
                                                                        "length", 1, 2000, 4)),
                                                "stars"))
                .hasMessage(
                        "noise of 1.0E308 deviations takes column 'length' beyond the largest number there is; take a smaller deviation, such as 0.05");
        assertThatThrownBy(
                        () ->
                                new AugmentText("text", new RandomSwap(0.5), 1, 42)
                                        .resample(reviews, "text"))
                .hasMessage(
                        "column 'text' is the label, and a copy has its row's class; name the column of texts that are changed");
    }

    @Test
    void aRowThatStaysByChanceIsNoSlip() {
        var one =
                Table.create(
                        StringColumn.create("text", "to be or not to be"),
                        StringColumn.create("y", "a"));
        Transform<String> often = (text, random) -> random.nextBoolean() ? text + "!" : text;

        for (int seed = 0; seed < 20; seed++) {
            var more = new AugmentText("text", often, 1, seed).resample(one, "y");
            assertThat(more.rowCount()).isEqualTo(2);
        }
    }
}
