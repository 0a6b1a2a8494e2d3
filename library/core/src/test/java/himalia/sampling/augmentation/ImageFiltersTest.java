package himalia.sampling.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import himalia.reference.ModelReference;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Against reference/image_filters.json, which image_filters.py beside it had scipy say. */
class ImageFiltersTest {
    private static double[][] rows(JsonElement element) {
        return ModelReference.elements((JsonArray) element)
                .map(row -> ModelReference.doubles(row.getAsJsonArray()))
                .toArray(double[][]::new);
    }

    private static void same(Pixels made, JsonElement expected) {
        assertThat(made.row())
                .containsExactly(
                        Arrays.stream(rows(expected)).flatMapToDouble(Arrays::stream).toArray(),
                        within(1e-9));
    }

    @Test
    void blursAndKernelsAreScipys() {
        var reference = ModelReference.json("image_filters");
        var image = Pixels.of(rows(reference.get("image")), 0, 16);

        same(ImageFilters.kernel(image, rows(reference.get("kernel"))), reference.get("filtered"));
        for (var blurred : reference.getAsJsonObject("blurred").entrySet()) {
            var deviation = Double.parseDouble(blurred.getKey());
            same(ImageFilters.blur(image, deviation), blurred.getValue());
        }
        assertThat(ImageFilters.blur(image, 0)).isEqualTo(image);
    }

    @Test
    void slipsAreToldWithTheirValue() {
        var image = Pixels.of(new double[][] {{1, 2}, {3, 4}}, 0, 16);

        assertThatThrownBy(() -> ImageFilters.blur(image, -1))
                .hasMessage("deviation must lie between 0.0 and 1000.0, got -1.0");
        assertThatThrownBy(() -> ImageFilters.kernel(image, new double[][] {{1, 2}}))
                .hasMessage("a kernel has an odd number of rows and columns, got 1 × 2");
        assertThatThrownBy(() -> ImageFilters.kernel(image, new double[][] {{1}, {2, 3}, {4}}))
                .hasMessage("the rows of a kernel have the same length, got 1 and 2");
        assertThatThrownBy(() -> new GaussianBlur(2, 1))
                .hasMessage("least must not be above most, got 2.0 and 1.0");
    }
}
