package himalia.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Against the definition: all distances computed, sorted, equal ones by their rows. */
@Tag("once")
class NeighboursTest {
    /** How points may lie; what is hard for short numbers, for boxes or for axes. */
    private enum Shape {
        CLOUD,
        GRID {
            @Override
            double value(Random random, int row, int column) {
                return random.nextInt(3);
            }
        },
        LINE {
            @Override
            double value(Random random, int row, int column) {
                return row * 0.37 * (column + 1) + 1e-3 * random.nextGaussian();
            }
        },
        FAR_FROM_ZERO {
            @Override
            double value(Random random, int row, int column) {
                return 1e9 + random.nextGaussian();
            }
        },
        ONE_FAR_AWAY {
            @Override
            double value(Random random, int row, int column) {
                return row == 5 ? 1e12 : random.nextGaussian();
            }
        },
        COLUMNS_OF_ALL_SIZES {
            @Override
            double value(Random random, int row, int column) {
                return Math.pow(10, column % 7 - 3) * random.nextGaussian();
            }
        },
        TINY {
            @Override
            double value(Random random, int row, int column) {
                return 1e-160 * random.nextGaussian();
            }
        },
        HUGE {
            @Override
            double value(Random random, int row, int column) {
                return 1e152 * random.nextGaussian();
            }
        },
        ALL_THE_SAME {
            @Override
            double value(Random random, int row, int column) {
                return 0.1;
            }
        },
        /** Two directions say most, and the rest is in what is left beside them. */
        NEARLY_FLAT {
            @Override
            double value(Random random, int row, int column) {
                return row * 31 % 17 * (column + 1)
                        + row * 37 % 19 * (column % 3 - 1)
                        + 0.1 * random.nextGaussian();
            }
        },
        /** The same, whose distances are whole numbers: many rows are as near as each other. */
        FLAT_GRID {
            @Override
            double value(Random random, int row, int column) {
                return row * 31 % 17 * (column % 4) + row * 37 % 3 + random.nextInt(2);
            }
        };

        double value(Random random, int row, int column) {
            return random.nextGaussian();
        }

        double[][] points(int rows, int columns, Random random) {
            var points = new double[rows][columns];
            for (var row = 0; row < rows; row++) {
                var at = row;
                Arrays.setAll(points[row], column -> value(random, at, column));
            }
            return points;
        }
    }

    private static int[] defined(double[][] points, double[] query, int self, int count) {
        return IntStream.range(0, points.length)
                .filter(row -> row != self)
                .boxed()
                .sorted(
                        Comparator.<Integer>comparingDouble(
                                        row -> NearestRows.squared(query, points[row]))
                                .thenComparing(Comparator.naturalOrder()))
                .limit(count)
                .mapToInt(row -> row)
                .toArray();
    }

    @ParameterizedTest
    @EnumSource
    void theNearestAreThoseOfTheDefinition(Shape shape) {
        var random = new Random(42);
        for (var columns : new int[] {1, 2, 3, 5, 9, 20, 60, 200}) {
            // The last are so many that directions are looked for.
            for (var rows : new int[] {4, 65, 700, 1_500}) {
                var points = shape.points(rows, columns, random);
                var others = shape.points(40, columns, random);
                var neighbours = new Neighbours(points);
                var asked = random.ints(40, 0, rows).toArray();

                var found = neighbours.of(asked, 3);
                var near = neighbours.to(others, 4);

                for (var i = 0; i < 40; i++) {
                    assertThat(found[i])
                            .as("%d × %d, row %d", rows, columns, asked[i])
                            .isEqualTo(defined(points, points[asked[i]], asked[i], 3));
                    assertThat(near[i])
                            .as("%d × %d, point %d", rows, columns, i)
                            .isEqualTo(defined(points, others[i], -1, 4));
                }
            }
        }
    }

    /** Their places along the axes are cut, and in so many columns even the square of what is left is no short number. */
    @Test
    void aQueryFarAwayFromManyColumnsFindsTheNearest() {
        var points = Shape.CLOUD.points(600, 400, new Random(42));
        var far = new double[400];
        Arrays.fill(far, 1e20);
        var neighbours = new Neighbours(points);

        assertThat(neighbours.to(new double[][] {far}, 20)[0])
                .isEqualTo(defined(points, far, -1, 20));
    }

    /** In the unit of such points it is further away than a double holds. */
    @Test
    void aQueryFarAwayFromTinyPointsFindsTheNearest() {
        var random = new Random(42);
        var points = Shape.NEARLY_FLAT.points(1_500, 20, random);
        for (var point : points) {
            Arrays.setAll(point, j -> 1e-160 * point[j]);
        }
        var far = random.doubles(20, -1e152, 1e152).toArray();

        assertThat(new Neighbours(points).to(new double[][] {far}, 3)[0])
                .isEqualTo(defined(points, far, -1, 3));
    }

    /** Their numbers may be measured one by one, the sum of all squares may not. */
    @Test
    void ofRowsTooFarForASquareTheFirstCome() {
        var one = new double[64];
        var other = new double[64];
        Arrays.fill(one, 1e153);
        Arrays.fill(other, -1e153);

        assertThat(new Neighbours(new double[][] {one, other, one}).ofAll(2))
                .isEqualTo(new int[][] {{2, 1}, {0, 2}, {0, 1}});
    }

    @Test
    void ofEquallyNearRowsTheLowerOneCounts() {
        var neighbours = new Neighbours(new double[][] {{0}, {1}, {-1}, {1}, {0}});

        assertThat(neighbours.of(new int[] {0, 1, 2}, 2))
                .isEqualTo(new int[][] {{4, 1}, {3, 0}, {0, 4}});
    }

    @Test
    void moreNeighboursThanRowsAreRefused() {
        var neighbours = new Neighbours(new double[][] {{0}, {1}});

        assertThatThrownBy(() -> neighbours.ofAll(2))
                .hasMessage(
                        "2 neighbours cannot be found among 1 row; ask for at most 1, or give more rows");
        assertThatThrownBy(() -> new Neighbours(new double[][] {{0}}).ofAll(1))
                .hasMessage("1 neighbour cannot be found among 0 rows; give more rows");
    }

    @Test
    void pointsAndQueriesWithoutDistancesAreRefused() {
        double[][] points = {{0, 1}, {1, 2}};
        var neighbours = new Neighbours(points);

        assertThatThrownBy(() -> neighbours.to(points, 0))
                .hasMessage("count must be at least 1, got 0");
        assertThatThrownBy(() -> neighbours.to(new double[][] {{0, 1}, {2}}, 1))
                .hasMessage("query 1 has 1 number, and the first point has 2; give each as many");
        assertThatThrownBy(() -> neighbours.to(new double[][] {{0, Double.NaN}}, 1))
                .hasMessage(
                        "query 0 holds NaN at place 1, from which nothing has a distance; fill it, or leave the query out");
        assertThatThrownBy(() -> neighbours.to(new double[][] {null}, 1))
                .hasMessage("query 0 is null; leave it out");
        assertThatThrownBy(() -> new Neighbours(new double[][] {{1}, {Double.NEGATIVE_INFINITY}}))
                .hasMessage(
                        "point 1 holds -Infinity at place 0, from which nothing has a distance; fill it, or leave the point out");
        assertThatThrownBy(() -> new Neighbours(new double[][] {{}, {}}))
                .hasMessage(
                        "the points have no numbers, and so no distances; give each at least one");
        assertThat(neighbours.to(new double[0][], 1)).isEmpty();
    }

    @Test
    void anInterruptEndsTheSearch() {
        var points =
                Stream.generate(() -> new double[] {1, 2}).limit(10_000).toArray(double[][]::new);
        var neighbours = new Neighbours(points);

        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> neighbours.ofAll(1)).isInstanceOf(CancellationException.class);
        } finally {
            Thread.interrupted();
        }
    }

    /** Beyond all squares every row is as far away, and the first would be the nearest of all. */
    @Test
    void pointsWhoseSquaresNoDoubleHoldsAreRefused() {
        var near = new Neighbours(new double[][] {{0}, {1}});

        assertThatThrownBy(() -> new Neighbours(new double[][] {{0}, {1e200}}))
                .hasMessage(
                        "point 1 holds 1.0E200 at place 0, and the square of its distance is larger than a double holds; divide all numbers before");
        assertThatThrownBy(() -> near.to(new double[][] {{-1e200}}, 1))
                .hasMessageStartingWith("query 0 holds -1.0E200 at place 0");
    }
}
