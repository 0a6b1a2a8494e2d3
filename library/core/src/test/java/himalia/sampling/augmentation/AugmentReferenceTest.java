package himalia.sampling.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import himalia.reference.ModelReference;
import himalia.table.Matrices;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Against what NumPy gives for the first three digits, and for mixed rows of irises. */
class AugmentReferenceTest {
    private static final JsonObject CASES = ModelReference.json("augment");

    static Arguments[] operations() {
        return new Arguments[] {
            operation("flip_horizontal", Images::flipHorizontal),
            operation("flip_vertical", Images::flipVertical),
            operation("rotate_90_counter_clockwise", Images::rotate90),
            operation("rotate_90_counter_clockwise", image -> Images.rotate(image, 90, 0)),
            operation("shift_right_2_fill_0", image -> Images.shift(image, 0, 2, 0)),
            operation("crop_1_1_6_6", image -> Images.crop(image, 1, 1, 6, 6)),
            operation("cutout_2_3_size_3", image -> Images.cutout(image, 2, 3, 3, 0)),
            operation("brightness_plus_3_clip_0_16", image -> Images.brightness(image, 3)),
            operation("contrast_1.5_about_8_clip", image -> Images.contrast(image, 1.5, 8)),
        };
    }

    private static Arguments operation(String name, UnaryOperator<Pixels> operation) {
        return Arguments.of(name, operation);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void picturesAreThoseOfNumPy(String name, UnaryOperator<Pixels> operation) {
        var digits = ModelReference.table("digits");
        var rows = Matrices.rows(digits, Matrices.features(digits, "y"), "the test");
        var expected = CASES.getAsJsonArray(name);
        for (var i = 0; i < expected.size(); i++) {
            var picture = operation.apply(Pixels.ofRow(rows[i], 8, 8, 0, 16));
            var wanted = expected.get(i).getAsJsonArray();
            assertThat(picture.height()).isEqualTo(wanted.size());
            assertThat(picture.row()).containsExactly(flat(wanted), within(1e-9));
        }
    }

    private static double[] flat(JsonArray rows) {
        return IntStream.range(0, rows.size())
                .mapToObj(i -> ModelReference.doubles(rows.get(i).getAsJsonArray()))
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    @Test
    void mixedRowsAndTheirLabelsAreThoseOfNumPy() {
        var mixup = CASES.getAsJsonObject("mixup");
        var first = ModelReference.ints(mixup.getAsJsonArray("i"));
        var second = ModelReference.ints(mixup.getAsJsonArray("j"));
        var shares = ModelReference.doubles(mixup.getAsJsonArray("lambda"));
        var blends = new ArrayList<Blend>();
        for (var i = 0; i < first.length; i++) {
            blends.add(new Blend(first[i], second[i], shares[i]));
        }

        var mixed = new MixUp(0.2, 1).mix(ModelReference.table("iris"), "y", blends);

        var all = Matrices.rows(mixed, mixed.columnNames(), "the test");
        for (var i = 0; i < all.length; i++) {
            var wanted =
                    DoubleStream.concat(
                            Arrays.stream(row(mixup, "x", i)),
                            Arrays.stream(row(mixup, "y_soft", i)));
            assertThat(all[i]).containsExactly(wanted.toArray(), within(1e-9));
        }
        assertThat(mixed.columnNames()).endsWith("y=0", "y=1", "y=2");
    }

    private static double[] row(JsonObject of, String name, int row) {
        return ModelReference.doubles(of.getAsJsonArray(name).get(row).getAsJsonArray());
    }
}
