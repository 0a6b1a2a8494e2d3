package himalia.sampling;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Amount;
import himalia.display.bundle.InterruptCheck;
import himalia.table.Cores;
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
    /** Queries that are answered before anybody is asked whether to go on. */
    private static final int QUERIES = 64;

    /** For each core: some take longer than others. */
    private static final int TASKS = 4;

    /** How many numbers of a leaf are read at once. */
    private static final int AT_ONCE = 8;

    /** What a query costs beside its leaf, in numbers. */
    private static final int WAY = 1_000;

    private final double[][] points;
    private final PointTree tree;

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
        tree = new PointTree(points);
    }

    /** Returns the {@code count} rows nearest to each of {@code rows}, itself left out, nearest first. */
    int[][] of(int[] rows, int count) {
        check(count, points.length - 1);
        var queries = IntStream.of(rows).mapToObj(row -> points[row]).toArray(double[][]::new);
        return search(queries, rows, count);
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
        return search(queries, self, count);
    }

    private void check(int count, int available) {
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

    private int[][] search(double[][] queries, int[] self, int count) {
        var found = new int[queries.length][];
        var order = byLeaf(queries);
        var interrupt = new InterruptCheck();
        var parts = (queries.length + QUERIES - 1) / QUERIES;
        var work = work(queries.length);
        var tasks = Math.min(parts, TASKS * Cores.count(work));
        Cores.range(tasks, work)
                .forEach(
                        task -> {
                            var search = new TreeSearch(tree);
                            for (var part = task; part < parts; part += tasks) {
                                interrupt.ask();
                                var from = part * QUERIES;
                                var to = Math.min(from + QUERIES, queries.length);
                                var asked = new Query[to - from];
                                for (var i = from; i < to; i++) {
                                    var at = order[i];
                                    asked[i - from] = new Query(tree, queries[at], self[at], count);
                                }
                                search.run(asked);
                                for (var i = from; i < to; i++) {
                                    found[order[i]] = asked[i - from].found().rows();
                                }
                            }
                        });
        return found;
    }

    /** Each looks through its leaf at least, by vector instructions, and has its way there. */
    private long work(int queries) {
        return queries * ((long) tree.leafLength() * tree.axes().count() / AT_ONCE + WAY);
    }

    /** Returns the places of queries in the order of the leaves in which they lie. */
    private int[] byLeaf(double[][] queries) {
        var leaves = new int[queries.length];
        Cores.range(queries.length, (long) queries.length * points[0].length * tree.depth())
                .forEach(i -> leaves[i] = tree.leafOf(queries[i]));
        var starts = new int[tree.nodes() + 1];
        for (var leaf : leaves) {
            starts[leaf + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        var order = new int[queries.length];
        for (var i = 0; i < queries.length; i++) {
            order[starts[leaves[i]]++] = i;
        }
        return order;
    }
}
