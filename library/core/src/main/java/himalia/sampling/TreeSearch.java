package himalia.sampling;

import java.util.Arrays;

/**
 * Queries that go through a tree together: a leaf is read once for all of them, and is in the cache from the second on. Each
 * begins in the leaf where it would be itself, so that few others are near enough afterwards.
 */
final class TreeSearch {
    /** Queries whose distances are looked through at once. */
    private static final int TOGETHER = 8;

    private static final int[] NONE = {};

    private final PointTree tree;
    private final float[][] distances;
    private final float[] limits = new float[TOGETHER];
    private final float[] below;

    TreeSearch(PointTree tree) {
        this.tree = tree;
        distances = new float[TOGETHER][tree.leafLength()];
        below = new float[tree.leafLength()];
    }

    /** Finds the nearest rows of queries; those that are near each other should come together. */
    void run(Query[] queries) {
        for (var from = 0; from < queries.length; ) {
            var home = queries[from].home();
            var to = from + 1;
            while (to < queries.length && queries[to].home() == home) {
                to++;
            }
            scan(home, Arrays.copyOfRange(queries, from, to));
            from = to;
        }
        if (!tree.isLeaf(0)) {
            visit(0, queries);
        }
    }

    private void visit(int node, Query[] queries) {
        if (tree.isLeaf(node)) {
            scan(node, queries);
            return;
        }
        var one = queries[queries.length / 2];
        var isLeftFirst = one.distance(2 * node + 1) <= one.distance(2 * node + 2);
        visitNear(isLeftFirst ? 2 * node + 1 : 2 * node + 2, queries);
        visitNear(isLeftFirst ? 2 * node + 2 : 2 * node + 1, queries);
    }

    /** Goes on with those that the node may hold something for, but for those that began there. */
    private void visitNear(int node, Query[] queries) {
        var near = new Query[queries.length];
        var count = 0;
        for (var query : queries) {
            if (query.home() != node && query.reaches(node)) {
                near[count++] = query;
            }
        }
        if (count > 0) {
            visit(node, Arrays.copyOf(near, count));
        }
    }

    private void scan(int node, Query[] queries) {
        for (var from = 0; from < queries.length; from += TOGETHER) {
            scan(node, queries, from, Math.min(from + TOGETHER, queries.length));
        }
    }

    private void scan(int node, Query[] queries, int from, int to) {
        var leaf = tree.leaf(node);
        var count = leaf.to() - leaf.from();
        Arrays.fill(below, 0);
        for (var k = from; k < to; k++) {
            limits[k - from] = mark(node, queries[k], distances[k - from]);
        }
        for (var i = BlockDistances.next(below, 0, count);
                i < count;
                i = BlockDistances.next(below, i + 1, count)) {
            offer(node, leaf.from(), i, queries, from, to);
        }
    }

    /** Offers a place of a leaf to the queries that it is near enough to. */
    private void offer(int node, int begin, int place, Query[] queries, int from, int to) {
        for (var k = from; k < to; k++) {
            if (distances[k - from][place] < limits[k - from] && queries[k].offer(begin + place)) {
                limits[k - from] = queries[k].limit(node);
            }
        }
    }

    /** Measures a leaf for one query, and marks what may come in; returns how short a distance must be for that. */
    private float mark(int node, Query query, float[] lengths) {
        var leaf = tree.leaf(node);
        BlockDistances.fill(query.enter(leaf), leaf.columns(), leaf.squares(), lengths);
        var begun = query.found().isFull() ? NONE : begin(query, leaf, lengths);
        var limit = query.limit(node);
        BlockDistances.mark(lengths, limit, below);
        for (var place : begun) {
            lengths[place] = Float.NaN;
        }
        return limit;
    }

    /** Measures the shortest first, so that most others are too long when they come; returns their places. */
    private static int[] begin(Query query, Leaf leaf, float[] lengths) {
        var count = leaf.to() - leaf.from();
        var places = BlockDistances.shortest(lengths, count, query.found().count());
        query.offer(leaf.from(), places);
        return places;
    }
}
