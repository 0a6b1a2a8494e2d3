package himalia.sampling;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Amount;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The nearest rows, exactly. Of rows at the same distance the one with the lower number is nearer.
 *
 * <pre>{@code
 * double[][] points = {{1, 1}, {2, 2}, {9, 9}};
 * var neighbours = new Neighbours(points);
 * int[][] nearest = neighbours.to(new double[][] {{3, 3}}, 2);    // {{1, 0}}
 * }</pre>
 *
 * <p>Distances are Euclid's. No matrix of all distances is kept, and all cores search.
 */
public final class Neighbours {
    private final double[][] points;
    private final Search search;

    /** A way to look for them. */
    interface Search {
        /** Queries that are answered before anybody is asked whether to go on. */
        int QUERIES = 64;

        /**
         * Returns of each query the nearest rows, nearest first.
         *
         * @param self of each a row that is left out, or none below 0
         */
        int[][] nearest(double[][] queries, int[] self, int count);
    }

    /**
     * Prepares the search among points.
     *
     * @param points one array a row, as long as each other, of finite numbers; they are not to be changed any more
     * @throws IllegalArgumentException naming the first point that is otherwise
     */
    public Neighbours(double[][] points) {
        given(points, "points");
        var columns = points.length > 0 && points[0] != null ? points[0].length : 0;
        this.points = FinitePoints.checked(points, columns, "point");
        if (points.length > 0 && columns == 0) {
            throw new IllegalArgumentException(
                    "the points have no numbers, and so no distances; give each at least one");
        }
        search =
                FewPoints.are(points.length, columns)
                        ? new FewPoints(points)
                        : new ManyPoints(points);
    }

    /** Returns the {@code count} rows nearest to each of {@code rows}, itself left out, nearest first. */
    int[][] of(int[] rows, int count) {
        check(count, points.length - 1);
        var queries = IntStream.of(rows).mapToObj(row -> points[row]).toArray(double[][]::new);
        return search.nearest(queries, rows, count);
    }

    /** Returns the {@code count} nearest rows of every row, itself left out, nearest first. */
    int[][] ofAll(int count) {
        return of(IntStream.range(0, points.length).toArray(), count);
    }

    /**
     * Returns the {@code count} rows nearest to each of some other points, nearest first.
     *
     * @param queries as long as the points, of finite numbers
     * @param count at least 1
     * @throws IllegalArgumentException if there are not so many rows, or naming the first query that is otherwise
     */
    public int[][] to(double[][] queries, int count) {
        given(queries, "queries");
        if (count < 1) {
            throw new IllegalArgumentException("count must be at least 1, got " + count);
        }
        check(count, points.length);
        FinitePoints.checked(queries, points[0].length, "query");
        var self = new int[queries.length];
        Arrays.fill(self, -1);
        return search.nearest(queries, self, count);
    }

    /** Refuses to find more than there are. */
    static void check(int count, int available) {
        if (count > available) {
            throw new IllegalArgumentException(
                    "%s cannot be found among %s; %s"
                            .formatted(
                                    Amount.of(count, "neighbour"),
                                    Amount.of(available, "row"),
                                    available == 0
                                            ? "give more rows"
                                            : "ask for at most %d, or give more rows"
                                                    .formatted(available)));
        }
    }
}
