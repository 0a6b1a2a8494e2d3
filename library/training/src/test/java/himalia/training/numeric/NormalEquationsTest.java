package himalia.training.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import himalia.features.Standardiser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the QR decomposition of the same rows, which knows no products of columns. */
class NormalEquationsTest {
    private static final double ALPHA = 0.7;

    /** As many rows as a piece, a step, a block and a part have, and one more or less. */
    @ParameterizedTest
    @ValueSource(ints = {2, 63, 64, 65, 255, 256, 257, 2_047, 2_048, 2_049, 8_193, 20_000})
    void theWeightsAreThoseOfTheDecomposedRows(int rows) {
        var random = new Random(rows);
        for (int width : new int[] {1, 2, 7, 20}) {
            var columns = columns(random, rows, width);
            var values = random.doubles(rows, -3, 3).toArray();
            for (int i = 0; i < rows; i++) {
                values[i] += columns.get(width - 1)[i];
            }
            var all = new ArrayList<>(columns);
            all.add(values);
            var scales = Standardiser.of(all);

            var found =
                    new NormalEquations(all, scales.means(), scales.deviations())
                            .weights(ALPHA, done -> {})
                            .orElseThrow();

            var scaled = Standardiser.of(columns).apply(rows(columns, rows));
            var expected = LeastSquares.weights(scaled, values, ALPHA, done -> {});
            assertThat(found).as("%d columns", width).containsExactly(expected, offset(1e-9));
        }
    }

    /** Some of real numbers, some of few values. */
    private static List<double[]> columns(Random random, int rows, int width) {
        return IntStream.range(0, width)
                .mapToObj(
                        j ->
                                j % 3 == 1
                                        ? random.ints(rows, 0, 3).asDoubleStream().toArray()
                                        : random.doubles(rows, 100, 103 + j).toArray())
                .toList();
    }

    private static double[][] rows(List<double[]> columns, int count) {
        var rows = new double[count][columns.size()];
        for (int i = 0; i < count; i++) {
            int row = i;
            Arrays.setAll(rows[i], j -> columns.get(j)[row]);
        }
        return rows;
    }
}
