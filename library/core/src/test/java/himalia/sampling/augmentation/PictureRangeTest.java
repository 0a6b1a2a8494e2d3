package himalia.sampling.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.reference.ModelReference;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** Black and white are those of the data, and a copy has something to see. */
class PictureRangeTest {
    private static final Transform<Pixels> CHANGE = new RandomShift(1, 1);

    private static Table pictures(double... points) {
        var table = Table.create("pictures", IntColumn.create("y", 0, 1));
        for (int j = 0; j < points.length; j++) {
            table.addColumns(
                    DoubleColumn.create("p" + j, points[j], points[points.length - 1 - j]));
        }
        return table;
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.9, 0, 1",
        "0, 16, 0, 16",
        "0, 11, 0, 16",
        "3, 254, 0, 255",
        "0, 40000, 0, 65535",
        "0, 70000, 0, 70000",
        "-1, 0.7, -1, 1",
        "-2.5, 3, -2.5, 3",
        "-0.42, 2.82, -0.42, 2.82",
        "-0.3, 0.7, -1, 1",
        "-3, -1, -3, 0"
    })
    void blackAndWhiteAreOfTheData(double least, double most, double low, double high) {
        var found = AugmentImages.of(pictures(least, most, 0, 0), "y", 2, 2, CHANGE, 1, 42);

        assertThat(found.low()).isEqualTo(low);
        assertThat(found.high()).isEqualTo(high);
    }

    @Test
    void digitsEndAtSixteen() {
        var digits = ModelReference.table("digits");

        assertThat(AugmentImages.of(digits, "y", 8, 8, CHANGE, 1, 42).high()).isEqualTo(16);
    }

    /** Two points are all there is to see, and a square or a shift may hide both. */
    @Test
    void aCopyHasSomethingToSee() {
        var table = pictures(16, 12, 0, 0, 0, 0, 0, 0, 0);
        for (var change : List.<Transform<Pixels>>of(new Cutout(2), new RandomShift(1, 1))) {
            var more = new AugmentImages(3, 3, 0, 16, change, 40, 42).resample(table, "y");

            for (int row = 0; row < more.rowCount(); row++) {
                int at = row;
                assertThat(
                                IntStream.range(0, 9)
                                        .mapToDouble(j -> more.doubleColumn("p" + j).get(at)))
                        .anyMatch(value -> value > 0);
            }
        }
    }

    @Test
    void changesThatMayHideAPictureWhollyAreRefused() {
        var picture = Pixels.ofRow(new double[] {1, 2, 3, 4}, 2, 2, 0, 16);

        assertThatThrownBy(() -> new RandomShift(2, 1).apply(picture, new Random(1)))
                .hasMessage(
                        "a picture of 2 × 2 that is moved by up to 2 rows and 1 columns may be gone; take fewer");
        assertThatThrownBy(() -> new Cutout(2).apply(picture, new Random(1)))
                .hasMessage(
                        "a square of 2 may cover a picture of 2 × 2 wholly; take a smaller one");
        Transform<Pixels> black = (given, random) -> Images.brightness(given, -99);
        assertThatThrownBy(
                        () ->
                                new AugmentImages(2, 2, 0, 16, black, 1, 1)
                                        .resample(pictures(0, 1, 2, 3), "y"))
                .hasMessageMatching(
                        "of a picture nothing is left to see by .*, in 100 tries; take a weaker change");
    }

    @Test
    void aTableWithoutRowsIsRefused() {
        var none = pictures(0, 1, 2, 3).emptyCopy();
        var message = "the table has no rows; there is nothing to copy";

        assertThatThrownBy(() -> AugmentImages.of(none, "y", 2, 2, CHANGE, 1, 1))
                .hasMessage(message);
        var samplers =
                List.of(
                        new AugmentImages(2, 2, 0, 16, CHANGE, 1, 1),
                        new AugmentSeries(new Jitter(0.1), 1, 1),
                        new AddNoise(0.1, 1, 1));
        for (var sampler : samplers) {
            assertThatThrownBy(() -> sampler.resample(none, "y")).hasMessage(message);
        }
        assertThatThrownBy(() -> new AugmentSeries(new Jitter(0.1), 1, 1).gallery(none, "y", 2))
                .hasMessage(message);
    }

    @Test
    void pointsThatAreNeitherBlackNorWhiteNorBetweenAreRefusedWithTheirPlace() {
        for (double none : new double[] {300, -1, Double.NaN}) {
            assertThatThrownBy(() -> Pixels.ofRow(new double[] {0, 1, 2, 3, 4, none}, 2, 3, 0, 255))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "the point in row 1, column 2 is %s, and low is 0.0, high 255.0; name the numbers of black and of white, or mend the point"
                                    .formatted(none));
        }
        assertThatThrownBy(() -> Pixels.ofRow(new double[1], 1, 1, 0, Double.POSITIVE_INFINITY))
                .hasMessage("low must be less than high, both finite, got 0.0 and Infinity");
    }

    @Test
    void whatComesInIsWithinTheRange() {
        var image = Pixels.of(new double[][] {{1, 2}, {3, 4}}, 0, 16);

        for (double none : new double[] {17, -1, Double.NaN}) {
            var words = "fill must lie between 0.0 and 16.0, got " + none;
            assertThatThrownBy(() -> Images.rotate(image, 15, none)).hasMessage(words);
            assertThatThrownBy(() -> Images.shift(image, 1, 0, none)).hasMessage(words);
            assertThatThrownBy(() -> Images.cutout(image, 0, 0, 1, none)).hasMessage(words);
        }
        assertThatThrownBy(() -> Images.contrast(image, 2, Double.NaN))
                .hasMessage("about must be a number, got NaN");
        assertThatThrownBy(() -> ImageFilters.kernel(image, new double[][] {{Double.NaN}}))
                .hasMessage("a kernel has finite numbers, got NaN");
    }

    @Test
    void aPictureOfNothingIsRefused() {
        assertThatThrownBy(() -> Pixels.of(new double[][] {}, 0, 15))
                .hasMessage("rows are 0 of 0 points; a picture has one point at least");
        assertThatThrownBy(() -> Pixels.of(new double[2][0], 0, 15))
                .hasMessage("rows are 2 of 0 points; a picture has one point at least");
    }
}
