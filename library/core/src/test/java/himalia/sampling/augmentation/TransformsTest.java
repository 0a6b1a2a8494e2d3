package himalia.sampling.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What holds of every change, whatever is drawn. */
class TransformsTest {
    private static final Pixels PICTURE =
            Pixels.ofRow(
                    IntStream.range(0, 30).mapToDouble(i -> (i * 7) % 17).toArray(), 5, 6, 0, 16);

    private static final String TEXT = "The cat, a grey one, sat on the mat.";

    static Stream<Transform<Pixels>> pictures() {
        return Stream.of(
                new RandomHorizontalFlip(0.5),
                new RandomVerticalFlip(0.5),
                new RandomRotation(30),
                new RandomShift(1, 2),
                new RandomCrop(4, 3),
                new Cutout(3),
                new RandomBrightness(0.4),
                new RandomContrast(0.5, 2),
                new GaussianBlur(0.2, 1.5),
                new GaussianNoise(0.3));
    }

    static Stream<Transform<double[]>> series() {
        return Stream.of(
                new Jitter(0.1), new Scaling(0.2), new WindowSlice(0.5), new WindowWarp(0.3));
    }

    static Stream<Transform<String>> texts() {
        return Stream.of(
                new SynonymReplacement(Map.of("cat", List.of("tomcat", "puss")), 1),
                new RandomSwap(0.2),
                new RandomDeletion(0.4),
                new Typos(0.3));
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void aPictureStaysInItsRangeAndTheGivenOneAsItWas(Transform<Pixels> transform) {
        var before = PICTURE.row();
        var different = false;
        for (var seed = 0; seed < 50; seed++) {
            var changed = transform.apply(PICTURE, new SplittableRandom(seed));
            assertThat(Arrays.stream(changed.row()).boxed())
                    .allMatch(value -> value >= 0 && value <= 16);
            assertThat(transform.apply(PICTURE, new SplittableRandom(seed))).isEqualTo(changed);
            different |= !changed.equals(PICTURE);
        }
        assertThat(different).isTrue();
        assertThat(PICTURE.row()).containsExactly(before);
    }

    @ParameterizedTest
    @MethodSource("series")
    void aSeriesKeepsItsLength(Transform<double[]> transform) {
        var original = IntStream.range(0, 40).mapToDouble(i -> Math.sin(i / 5.0)).toArray();
        var before = original.clone();
        for (var seed = 0; seed < 50; seed++) {
            var changed = transform.apply(original, new SplittableRandom(seed));
            assertThat(changed).hasSize(40).isNotEqualTo(original);
            assertThat(Arrays.stream(changed).boxed()).allMatch(Double::isFinite);
        }
        assertThat(original).containsExactly(before);
        assertThat(transform.apply(new double[0], new Random(1))).isEmpty();
        assertThat(transform.apply(new double[] {3}, new Random(1))).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aTextChangesAndAnEmptyOneDoesNot(Transform<String> transform) {
        var seen = new HashSet<String>();
        for (var seed = 0; seed < 50; seed++) {
            seen.add(transform.apply(TEXT, new SplittableRandom(seed)));
        }
        assertThat(seen).hasSizeGreaterThan(1);
        assertThat(transform.apply("", new Random(1))).isEmpty();
        assertThat(transform.apply(" … ", new Random(1))).isEqualTo(" … ");
    }

    @Test
    void slicesAndWarpsAreStraightBetweenTheirPoints() {
        assertThat(Series.stretched(new double[] {0, 10, 20, 30}, 1, 3, 5))
                .containsExactly(new double[] {10, 12.5, 15, 17.5, 20}, within(1e-12));
        assertThat(Series.stretched(new double[] {0, 10, 20, 30}, 0, 4, 4))
                .containsExactly(0, 10, 20, 30);
    }

    @Test
    void wordsChangePlacesAndWhatStandsBetweenThemDoesNot() {
        var swapped = new RandomSwap(0.5).apply("one, two; three.", new Random(3));
        assertThat(swapped).matches("\\w+, \\w+; \\w+\\.");
        assertThat(Arrays.asList(swapped.split("\\W+")))
                .containsExactlyInAnyOrder("one", "two", "three")
                .isNotEqualTo(List.of("one", "two", "three"));
    }

    @Test
    void oneWordStaysWhereAllAreLeftOut() {
        for (var seed = 0; seed < 20; seed++) {
            assertThat(new RandomDeletion(1).apply("a b c", new SplittableRandom(seed)).strip())
                    .isIn("a", "b", "c");
        }
    }

    /** Both of two words would go in 9 of 100 texts, of which one is kept then. */
    @Test
    void wordsAreLeftOutAsOftenAsIsSaid() {
        var random = new SplittableRandom(4);
        int kept = 0;
        for (var text = 0; text < 20_000; text++) {
            kept += new RandomDeletion(0.3).apply("red green", random).split(" ").length;
        }
        assertThat(kept / 20_000.0).isCloseTo(2 * 0.7 + 0.09, within(0.015));
    }

    @Test
    void aReplacedWordKeepsItsCapital() {
        var synonyms = new SynonymReplacement(Map.of("good", List.of("fine")), 1);
        assertThat(synonyms.apply("Good films are good.", new Random(1)))
                .isEqualTo("Fine films are fine.");
    }

    @Test
    void templatesGiveEveryText() {
        assertThat(
                        Templates.fill(
                                "a {size} {thing}, {size}",
                                Map.of(
                                        "size",
                                        List.of("small", "{thing}"),
                                        "thing",
                                        List.of("cup", "$1"))))
                .containsExactly(
                        "a small cup, small",
                        "a small $1, small",
                        "a {thing} cup, {thing}",
                        "a {thing} $1, {thing}");
        assertThatThrownBy(() -> Templates.fill("a {size}", Map.of()))
                .hasMessageContaining("no words for {size}");
        assertThatThrownBy(
                        () ->
                                Templates.fill(
                                        "a {size}",
                                        Map.of("size", List.of("big"), "thing", List.of("cup"))))
                .hasMessageContaining("the pattern has no {thing}");
    }

    @Test
    void sometimesIsAsOftenAsItSays() {
        var often = new GaussianNoise(0.1).sometimes(0.3);
        var random = new Random(7);
        var changed =
                IntStream.range(0, 2000)
                        .filter(i -> !often.apply(PICTURE, random).equals(PICTURE))
                        .count();
        // Four standard deviations of 2,000 draws.
        assertThat(changed).isBetween(518L, 682L);
    }

    @Test
    void aPartOfOnePictureLiesInTheOther() {
        var black = Pixels.ofRow(new double[16], 4, 4, 0, 1);
        var ones = new double[16];
        Arrays.fill(ones, 1);
        var white = Pixels.ofRow(ones, 4, 4, 0, 1);

        var mixed = CutMix.mix(white, black, -1, 2, 3, 2);

        assertThat(mixed.share()).isEqualTo(1 - 4 / 16.0);
        assertThat(mixed.image().at(0, 2, 0)).isZero();
        assertThat(mixed.image().at(1, 3, 0)).isZero();
        assertThat(mixed.image().at(2, 3, 0)).isOne();
        for (var seed = 0; seed < 50; seed++) {
            var drawn = new CutMix(1).apply(white, black, new SplittableRandom(seed));
            assertThat(Arrays.stream(drawn.image().row()).average().orElseThrow())
                    .isEqualTo(drawn.share(), within(1e-12));
        }
    }

    @Test
    void coloursComeBackAsTheyWere() {
        var image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
        image.setRGB(2, 1, 0x123456);
        var pixels = Pixels.of(image);
        assertThat(pixels.channels()).isEqualTo(3);
        assertThat(pixels.at(1, 2, 0)).isEqualTo(0x12);
        assertThat(pixels.toImage().getRGB(2, 1) & 0xFFFFFF).isEqualTo(0x123456);
        var grey = new BufferedImage(2, 2, BufferedImage.TYPE_BYTE_GRAY);
        grey.getRaster().setSample(1, 0, 0, 200);
        assertThat(Pixels.of(grey).at(0, 1, 0)).isEqualTo(200);
        assertThat(Pixels.of(grey).channels()).isEqualTo(1);
    }

    @Test
    void settingsOutOfRangeAreNamed() {
        assertThatThrownBy(() -> new RandomRotation(200))
                .hasMessage("degrees must lie between 0.0 and 180.0, got 200.0");
        assertThatThrownBy(() -> new GaussianNoise(Double.NaN))
                .hasMessageContaining("deviation must be a number and not below 0, got NaN");
        assertThatThrownBy(() -> new RandomCrop(9, 3).apply(PICTURE, new Random(1)))
                .hasMessage("a picture of 5 × 6 has no part of 9 × 3");
        assertThatThrownBy(() -> Pixels.ofRow(new double[5], 2, 3, 0, 1))
                .hasMessage("a picture of 2 × 3 has 6 numbers, and the row has 5");
        assertThatThrownBy(() -> Pixels.ofRow(new double[6], 2, 3, 1, 1))
                .hasMessageContaining("low must be less than high");
        assertThatThrownBy(() -> Augmented.of(List.of(PICTURE), new Cutout(2), 0, 1))
                .hasMessage("copies must be at least 1, got 0");
        assertThatThrownBy(() -> new MixUp(0, 1)).hasMessage("alpha must be above 0, got 0.0");
    }

    @Test
    void aMixedLabelIsCalledByANumberWhereItsNameIsTaken() {
        var table =
                Table.create(
                        "taken",
                        DoubleColumn.create("y=true", 1, 2, 3),
                        StringColumn.create("y", "true", "false", "true"));

        assertThat(new MixUp(0.2, 42).mix(table, "y", 2).columnNames())
                .containsExactly("y=true", "y=false", "y=true_2");
    }

    @Test
    void aShareOfASeriesIsAboveZero() {
        assertThatThrownBy(() -> new WindowSlice(0))
                .hasMessage("share must be above 0 and at most 1, got 0.0");
        assertThatThrownBy(() -> new WindowWarp(1.5))
                .hasMessage("share must be above 0 and at most 1, got 1.5");
    }

    /** A part of one point would be one value everywhere. */
    @Test
    void aShortSeriesKeepsMoreThanOneValue() {
        var series = new double[] {1, 5, 9};
        for (int seed = 0; seed < 50; seed++) {
            for (double share : new double[] {0.25, 0.7, 1}) {
                for (Transform<double[]> window :
                        List.of(new WindowSlice(share), new WindowWarp(share))) {
                    assertThat(window.apply(series, new Random(seed)))
                            .as(window + " by " + seed)
                            .satisfies(copy -> assertThat(copy[2]).isNotEqualTo(copy[0]));
                }
            }
        }
        assertThat(new WindowWarp(1).apply(new double[] {3}, new Random(1))).containsExactly(3);
        assertThat(new WindowSlice(1).apply(new double[] {3}, new Random(1))).containsExactly(3);
    }
}
