package himalia.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import himalia.features.FeatureScores.By;
import himalia.reference.ModelReference;
import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** Against {@code mutual_info_classif} of scikit-learn: the mean of eight seeds, and how far those are apart. */
class MutualInformationTest {
    static Stream<Arguments> scores() {
        return Stream.of(
                Arguments.of(
                        "imb_3c", new double[] {0.244413, 0.087588, 0.16225, 0.102523, 0}, 1e-6),
                Arguments.of("moons", new double[] {0.162609, 0.16517}, 1e-6),
                Arguments.of(
                        "wine",
                        new double[] {
                            0.468971, 0.277069, 0.068056, 0.247502, 0.185668, 0.409989, 0.664473,
                            0.118183, 0.291842, 0.554058, 0.451602, 0.509297, 0.56378
                        },
                        0.04),
                Arguments.of("iris", new double[] {0.493422, 0.264325, 0.985987, 0.986009}, 0.08));
    }

    @ParameterizedTest
    @MethodSource("scores")
    void columnsTellWhatTheyTellThere(String data, double[] expected, double apart) {
        var ours =
                FeatureScores.of(ModelReference.table(data), "y", By.MUTUAL_INFO_CLASSIF)
                        .doubleColumn("score")
                        .asDoubleArray();

        assertThat(ours).containsExactly(expected, within(apart));
    }

    /** {@code mutual_info_classif(X, y, discrete_features=True)}. */
    @Test
    void twoValuesAreCounted() {
        var table =
                Table.create(
                        DoubleColumn.create("x", 0, 0, 0, 1, 1, 1, 1, 0),
                        IntColumn.create("y", new int[] {0, 0, 0, 0, 1, 1, 1, 1}));

        assertThat(
                        FeatureScores.of(table, "y", By.MUTUAL_INFO_CLASSIF)
                                .doubleColumn("score")
                                .get(0))
                .isCloseTo(0.13081204, within(1e-8));
    }

    @Test
    void bothZerosAreOneValue() {
        assertThat(score(new double[] {0, -0.0, 0, 1, 1, 1, 1, -0.0}, 0, 0, 0, 0, 1, 1, 1, 1))
                .isCloseTo(0.13081204, within(1e-8));
    }

    @Test
    void classesOfOneRowEachTellNothing() {
        assertThat(score(new double[] {1, 2, 3, 4}, 0, 1, 2, 3)).isZero();
    }

    @Test
    void aClassMoreIsNoPassMoreOverAllRows() {
        var values = new Random(7).doubles(200_000).toArray();
        var classes = IntStream.range(0, 200_000).map(row -> row / 2).toArray();

        assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> assertThat(score(values, classes)).isNotNaN());
    }

    private static double score(double[] values, int... classes) {
        var table = Table.create(DoubleColumn.create("x", values), IntColumn.create("y", classes));
        return FeatureScores.of(table, "y", By.MUTUAL_INFO_CLASSIF).doubleColumn("score").get(0);
    }
}
