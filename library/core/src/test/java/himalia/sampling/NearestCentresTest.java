package himalia.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.table.Seeds;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NearestCentresTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8, 40, 100})
    void movingCentresAreAnsweredAsIfAllWereMeasured(int count) {
        var random = new Random(7);
        // Few different numbers, so that some centres are as near as others.
        var points = points(2000, () -> random.nextInt(40) / 4.0);
        var centres = points(count, () -> random.nextInt(40) / 4.0);
        var nearest = NearestCentres.of(points, count);

        for (int round = 0; round < 60; round++) {
            var before = nearest.nearest().clone();
            var changed = nearest.moveTo(centres);

            var all = measured(points, centres);
            assertThat(nearest.nearest()).isEqualTo(all);
            assertThat(changed)
                    .isEqualTo(
                            IntStream.range(0, all.length)
                                    .filter(i -> before[i] != all[i])
                                    .toArray());
            centres = Stream.of(centres).map(double[]::clone).toArray(double[][]::new);
            double step = 1.0 / (1 << round / 4);
            centres[random.nextInt(count)][0] += random.nextInt(3) * step - step;
        }
    }

    @Test
    void aPointThatIsNoNumberIsRefused() {
        double[][] points = {{1, 2}, {3, Double.NaN}, {5, 6}};

        assertThatThrownBy(() -> Clusters.greedy(points, 2, 0, Seeds.random(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("point 1");
    }

    private interface Number {
        double next();
    }

    private static double[][] points(int count, Number number) {
        return Stream.generate(() -> new double[] {number.next(), number.next()})
                .limit(count)
                .toArray(double[][]::new);
    }

    private static int[] measured(double[][] points, double[][] centres) {
        return Stream.of(points)
                .mapToInt(
                        point ->
                                IntStream.range(0, centres.length)
                                        .reduce(
                                                (one, other) ->
                                                        NearestRows.squared(point, centres[other])
                                                                        < NearestRows.squared(
                                                                                point, centres[one])
                                                                ? other
                                                                : one)
                                        .orElseThrow())
                .toArray();
    }
}
