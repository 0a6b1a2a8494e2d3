package himalia.training;

import java.util.List;

/**
 * Trees of few levels, each as one array in which the children of node {@code n} are {@code 2n + 1} and {@code 2n + 2}, so that rows go down
 * without a branch that the processor could foresee wrongly, and level by level, so that none waits for the memory of another.
 *
 * @param depth how many questions each row is asked
 */
record FlatTrees(List<Flat> trees, int depth) {
    /** A tree twice as deep would take the square of its memory. */
    static final int DEEPEST = 8;

    /** So many rows stay in the nearest cache while all trees are asked. */
    private static final int BLOCK = 64;

    /** Two keys differ by less than 33 bits, so that the sign of a difference is right. */
    private static final int FEATURE_BITS = 30;

    private static final int FEATURE = (1 << FEATURE_BITS) - 1;

    /**
     * One tree.
     *
     * @param nodes the key of the cut, and in its lowest bits where the feature's keys begin
     * @param leaves those of the deepest level, from left to right
     */
    private record Flat(long[] nodes, float[] leaves) {
        static Flat of(WrittenTree written, int depth) {
            int inner = (1 << depth) - 1;
            var flat = new Flat(new long[inner], new float[inner + 1]);
            flat.put(written.tree(), 0, 0);
            return flat;
        }

        /** Puts a node at a place; of a leaf above the deepest level all descendants are the same. */
        private void put(Tree tree, int node, int place) {
            boolean isLeaf = tree.features()[node] < 0;
            if (place >= nodes.length) {
                leaves[place - nodes.length] = (float) tree.shares()[node][0];
                return;
            }
            if (!isLeaf) {
                nodes[place] =
                        key((float) tree.cuts()[node]) | (long) tree.features()[node] * BLOCK;
            }
            put(tree, isLeaf ? node : tree.left()[node], 2 * place + 1);
            put(tree, isLeaf ? node : tree.right()[node], 2 * place + 2);
        }
    }

    static FlatTrees of(List<WrittenTree> trees) {
        // A tree of one leaf asks one question too, whose answer is the same either way.
        int depth = Math.max(1, Tree.depth(trees.stream().map(WrittenTree::tree)));
        return new FlatTrees(trees.stream().map(each -> Flat.of(each, depth)).toList(), depth);
    }

    /**
     * Adds what the trees say of some rows to their sums, one a row, in the trees' order.
     *
     * @param columns each feature of all rows
     * @param from the first of the rows
     * @param to the row behind the last
     * @param sums that of the first of the rows first
     * @return false, with useless sums, where a number is missing
     */
    boolean add(List<double[]> columns, int from, int to, float[] sums) {
        int width = columns.size();
        var keys = new long[BLOCK * width];
        var places = new int[BLOCK];
        for (int start = from; start < to; start += BLOCK) {
            int end = Math.min(to, start + BLOCK);
            for (int j = 0; j < width; j++) {
                if (!put(columns.get(j), start, end, keys, j * BLOCK)) {
                    return false;
                }
            }
            for (var tree : trees) {
                go(tree, keys, places, end - start);
                add(tree, places, end - start, sums, start - from);
            }
        }
        return true;
    }

    private static boolean put(double[] values, int start, int end, long[] keys, int first) {
        boolean isComplete = true;
        for (int row = start; row < end; row++) {
            float value = (float) values[row];
            isComplete &= !Float.isNaN(value);
            keys[first + row - start] = key(value);
        }
        return isComplete;
    }

    /** Returns a whole number that is above another's where the number is; -0 is 0. Its lowest bits are left to a feature. */
    private static long key(float number) {
        int bits = Float.floatToRawIntBits(number + 0.0f);
        return (long) (bits >= 0 ? bits : bits ^ Integer.MAX_VALUE) << FEATURE_BITS;
    }

    /** Writes to which leaves rows come. */
    private void go(Flat tree, long[] keys, int[] places, int rows) {
        var nodes = tree.nodes;
        long root = nodes[0];
        for (int row = 0; row < rows; row++) {
            places[row] = child(0, root, keys, row);
        }
        for (int level = 1; level < depth; level++) {
            for (int row = 0; row < rows; row++) {
                int place = places[row];
                places[row] = child(place, nodes[place], keys, row);
            }
        }
    }

    /** The sign of what is left of the cut says where a row goes. */
    private static int child(int place, long node, long[] keys, int row) {
        long left = node - keys[((int) node & FEATURE) + row];
        return 2 * place + 1 + (int) (left >>> (Long.SIZE - 1));
    }

    private static void add(Flat tree, int[] places, int rows, float[] sums, int first) {
        var leaves = tree.leaves;
        int inner = tree.nodes.length;
        for (int row = 0; row < rows; row++) {
            sums[first + row] += leaves[places[row] - inner];
        }
    }
}
