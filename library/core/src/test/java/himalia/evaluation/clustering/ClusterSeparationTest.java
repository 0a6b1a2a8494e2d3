package himalia.evaluation.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.CancellationException;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The numbers are scikit-learn 1.9's. */
class ClusterSeparationTest {
    private static final double[][] ROWS =
            IntStream.range(0, 60)
                    .mapToObj(
                            i ->
                                    new double[] {
                                        i / 20 * 2.0 + (i * 13 % 17) / 10.0,
                                        (i * 29 % 23) / 7.0 - i / 20 * 1.5,
                                        Math.sqrt(i)
                                    })
                    .toArray(double[][]::new);

    private static int[] groups(IntUnaryOperator group) {
        return IntStream.range(0, 60).map(group).toArray();
    }

    private static void scores(int[] groups, double silhouette, double davies, double calinski) {
        var separation = ClusterSeparation.of(ROWS, groups);
        assertThat(separation.silhouetteScore()).isCloseTo(silhouette, within(1e-12));
        assertThat(separation.daviesBouldinScore()).isCloseTo(davies, within(1e-10));
        assertThat(separation.calinskiHarabaszScore()).isCloseTo(calinski, within(1e-9));
    }

    @Test
    void anInterruptEndsTheComparisonOfAllRows() {
        var separation =
                ClusterSeparation.of(
                        new double[][] {{0, 0}, {0, 1}, {5, 5}, {5, 6}}, new int[] {0, 0, 1, 1});
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(separation::silhouetteScore)
                    .isInstanceOf(CancellationException.class);
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void everyMeasureIsScikitLearns() {
        scores(groups(i -> i / 20), 0.48736412516290617, 0.7340974836761038, 117.32742108118543);
        scores(
                groups(i -> (i + 3) / 20),
                0.17612993992266748,
                1.7906262902904633,
                51.405894571862554);
        scores(groups(i -> i % 3), -0.05932136750911749, 26.714872417490017, 0.11103037045353187);
    }

    @Test
    void eachRowHasItsSilhouette() {
        var samples = ClusterSeparation.of(ROWS, groups(i -> (i + 3) / 20)).silhouetteSamples();

        assertThat(samples).hasSize(60);
        assertThat(samples[0]).isCloseTo(0.41417599510366043, within(1e-12));
        assertThat(samples[57]).isCloseTo(-0.1133059288978456, within(1e-12));
    }

    @Test
    void theOnlyRowOfAGroupAndRowsInOnePlaceAreDefined() {
        var points = new double[][] {{0}, {0}, {1}, {5}};
        var alone = ClusterSeparation.of(points, new int[] {0, 0, 0, 1});

        assertThat(alone.silhouetteSamples()[3]).isZero();
        var same = ClusterSeparation.of(new double[][] {{1}, {1}, {1}}, new int[] {0, 0, 1});
        assertThat(same.daviesBouldinScore()).isZero();
        assertThat(same.calinskiHarabaszScore()).isEqualTo(1);
        assertThat(same.silhouetteScore()).isZero();
    }

    @Test
    void allOtherColumnsAreTakenUnlessSomeAreNamed() {
        var table =
                Table.create(
                        "cells",
                        DoubleColumn.create("x", 0, 1, 10, 11),
                        DoubleColumn.create("y", 5, -5, 5, -5),
                        IntColumn.create("cluster", 1, 1, 2, 2));

        assertThat(ClusterSeparation.of(table, "cluster").silhouetteScore())
                .isLessThan(ClusterSeparation.of(table, "cluster", "x").silhouetteScore());
    }

    @Test
    void whatHasNoDistanceIsRefused() {
        var table =
                Table.create(
                        "cells",
                        DoubleColumn.create("x", 0, Double.NaN, 10),
                        StringColumn.create("city", "a", "b", "c"),
                        IntColumn.create("cluster", 1, 1, 2));

        assertThatThrownBy(() -> ClusterSeparation.of(table, "cluster", "city"))
                .hasMessage(
                        "column 'city' holds text, and distances are of numbers; name the columns to take");
        assertThatThrownBy(() -> ClusterSeparation.of(table, "cluster", "x"))
                .hasMessage(
                        "row 1 of column 'x' is missing, and distances are of finite numbers; drop such rows, or fill them");
        assertThatThrownBy(() -> ClusterSeparation.of(ROWS, new int[60]))
                .hasMessage(
                        "two groups at least are wanted, and fewer than rows, got 1 of 60 rows");
        assertThatThrownBy(
                        () -> ClusterSeparation.of(new double[][] {{1}, {1, 2}}, new int[] {0, 1}))
                .hasMessage(
                        "row 1 is [1.0, 2.0]; all rows have as many finite numbers, the first has 1");
    }
}
