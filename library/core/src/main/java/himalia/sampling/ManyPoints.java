package himalia.sampling;

import himalia.display.bundle.InterruptCheck;
import himalia.table.Cores;
import java.util.Arrays;

/** Points in a tree, in which queries are asked by their leaves. */
final class ManyPoints implements Neighbours.Search {
    /** For each core: some take longer than others. */
    private static final int TASKS = 4;

    /** How many numbers of a leaf are read at once. */
    private static final int AT_ONCE = 8;

    /** What a query costs beside its leaf, in numbers. */
    private static final int WAY = 1_000;

    private final PointTree tree;

    ManyPoints(double[][] points) {
        tree = new PointTree(points);
    }

    @Override
    public int[][] nearest(double[][] queries, int[] self, int count) {
        var found = new int[queries.length][];
        var order = byLeaf(queries);
        var interrupt = new InterruptCheck();
        var parts = (queries.length + QUERIES - 1) / QUERIES;
        var work = work(queries.length);
        var tasks = Math.min(parts, TASKS * Cores.count(work));
        Cores.each(
                tasks,
                work,
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
        Cores.range(queries.length, (long) queries.length * tree.point(0).length * tree.depth())
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
