package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Layouts and encodings as NumPy and the definitions have them; storage.json says what these are. */
class LayoutTest {
    private static JsonObject reference() throws IOException {
        try (var in = LayoutTest.class.getResourceAsStream("/storage/storage.json")) {
            return JsonParser.parseReader(
                            new InputStreamReader(
                                    Objects.requireNonNull(in), StandardCharsets.UTF_8))
                    .getAsJsonObject();
        }
    }

    private static double[] doubles(JsonElement array) {
        return stream(array).mapToDouble(JsonElement::getAsDouble).toArray();
    }

    private static int[] ints(JsonElement array) {
        return stream(array).mapToInt(JsonElement::getAsInt).toArray();
    }

    private static long[] longs(JsonElement array) {
        return stream(array).mapToLong(JsonElement::getAsLong).toArray();
    }

    private static List<String> texts(JsonElement array) {
        return stream(array).map(JsonElement::getAsString).toList();
    }

    private static Stream<JsonElement> stream(JsonElement array) {
        return StreamSupport.stream(array.getAsJsonArray().spliterator(), false);
    }

    @Test
    void aMatrixIsTurnedAsNumPyTurnsIt() throws IOException {
        for (var each : reference().getAsJsonArray("layouts")) {
            var given = each.getAsJsonObject();
            var shape = ints(given.get("shape"));
            var byRow = doubles(given.get("row_major"));
            var byColumn = doubles(given.get("column_major"));

            assertThat(Layout.toColumns(byRow, shape)).isEqualTo(byColumn);
            assertThat(Layout.toRows(byColumn, shape)).isEqualTo(byRow);
            sameStrides(
                    Layout.rowMajorStrides(shape), given.get("strides_row_major_elements"), shape);
            sameStrides(
                    Layout.columnMajorStrides(shape),
                    given.get("strides_column_major_elements"),
                    shape);
        }
    }

    /** Along an axis of one element nothing is ever stepped over, and NumPy keeps what was there. */
    private static void sameStrides(int[] ours, JsonElement array, int[] shape) {
        var numPys = ints(array);
        for (int axis = 0; axis < shape.length; axis++) {
            if (shape[axis] > 1) {
                assertThat(ours[axis]).isEqualTo(numPys[axis]);
            }
        }
    }

    @Test
    void bytesHaveTheLeastSignificantFirst() throws IOException {
        var given = reference().getAsJsonObject("little_endian_bytes_hex");
        var byRow = doubles(given.get("values"));

        assertThat(HexFormat.of().formatHex(Layout.littleEndianBytes(byRow)))
                .isEqualTo(given.get("row_major").getAsString());
        assertThat(
                        HexFormat.of()
                                .formatHex(Layout.littleEndianBytes(Layout.toColumns(byRow, 2, 3))))
                .isEqualTo(given.get("column_major").getAsString());
    }

    @Test
    void largeMatricesAreTurnedElementByElement() {
        var random = new Random(1);
        int[][] shapes = {{1_000, 20}, {33, 65}, {1, 100}, {31, 32}, {0, 5}};
        for (var shape : shapes) {
            var byRow = random.doubles((long) shape[0] * shape[1]).toArray();
            var byColumn = Layout.toColumns(byRow, shape);
            for (int row = 0; row < shape[0]; row++) {
                for (int column = 0; column < shape[1]; column++) {
                    assertThat(byColumn[column * shape[0] + row])
                            .isEqualTo(byRow[row * shape[1] + column]);
                }
            }
            assertThat(Layout.toRows(byColumn, shape)).isEqualTo(byRow);
        }
    }

    @Test
    void aShapeThatDoesNotFitIsSaid() {
        assertThatThrownBy(() -> Layout.toColumns(new double[5], 2, 3))
                .hasMessage("5 numbers are no matrix of 2 × 3, which has 6");
        assertThatThrownBy(() -> Layout.rowMajorStrides(2, -3))
                .hasMessage("the shape 2 × -3 has an axis of less than nothing");
        assertThatThrownBy(() -> Layout.rowMajorStrides(1 << 20, 1 << 20))
                .hasMessage(
                        "a matrix of 1048576 × 1048576 has more numbers than an array of Java's holds");
    }

    @Test
    void encodingsAreThoseOfTheReference() throws IOException {
        var given = reference();
        var dictionary = given.getAsJsonObject("dictionary");
        var texts = texts(dictionary.get("values"));
        assertThatThrownBy(() -> Encodings.dictionary(Arrays.asList("b", null)))
                .hasMessage(
                        "text 1 is missing, and a list has no place for it; take an empty text");
        var encoded = Encodings.dictionary(texts);
        assertThat(Encodings.dictionary(List.of("b", "a")).values()).containsExactly("a", "b");
        assertThat(encoded.values()).isEqualTo(texts(dictionary.get("dictionary_sorted")));
        assertThat(encoded.codes()).isEqualTo(ints(dictionary.get("codes")));
        assertThat(encoded.decoded()).isEqualTo(texts);

        var runs = given.getAsJsonObject("run_length");
        var numbers = longs(runs.get("values"));
        var encodedRuns = Encodings.runLength(numbers);
        var expected = runs.getAsJsonArray("runs");
        assertThat(encodedRuns.values()).hasSize(expected.size());
        for (int run = 0; run < expected.size(); run++) {
            JsonArray pair = expected.get(run).getAsJsonArray();
            assertThat(encodedRuns.values()[run]).isEqualTo(pair.get(0).getAsLong());
            assertThat(encodedRuns.lengths()[run]).isEqualTo(pair.get(1).getAsInt());
        }
        assertThat(encodedRuns.decoded()).isEqualTo(numbers);

        var delta = given.getAsJsonObject("delta");
        var steps = Encodings.delta(longs(delta.get("values")));
        assertThat(steps.first()).isEqualTo(delta.get("first").getAsLong());
        assertThat(steps.deltas()).isEqualTo(longs(delta.get("deltas")));
        assertThat(steps.decoded()).isEqualTo(longs(delta.get("values")));
    }

    @Test
    void differencesThatALongDoesNotHoldComeBackToo() {
        long[] far = {Long.MIN_VALUE, Long.MAX_VALUE, 0, -1};
        assertThat(Encodings.delta(far).decoded()).isEqualTo(far);
        assertThat(Encodings.runLength().decoded()).isEmpty();
        assertThatThrownBy(Encodings::delta)
                .hasMessage("there are no numbers, so that none is the first");
    }
}
