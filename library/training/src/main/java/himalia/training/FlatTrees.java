package himalia.training;

import java.util.List;

/**
 * Trees of few levels, each as one array in which the children of node {@code n} are {@code 2n + 1} and {@code 2n + 2}, so that rows go down
 * without a branch that the processor could foresee wrongly, four beside each other.
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

    /** How many rows go down beside each other, so that none waits for the memory of another. */
    private static final int BESIDE = 4;

    /**
     * One tree.
     *
     * @param nodes the key of the cut, and in its lowest bits the feature
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
                nodes[place] = key((float) tree.cuts()[node]) | tree.features()[node];
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
        for (int start = from; start < to; start += BLOCK) {
            int end = Math.min(to, start + BLOCK);
            for (int j = 0; j < width; j++) {
                if (!put(columns.get(j), start, end, keys, j, width)) {
                    return false;
                }
            }
            for (var tree : trees) {
                add(tree, keys, width, end - start, sums, start - from);
            }
        }
        return true;
    }

    private static boolean put(
            double[] values, int start, int end, long[] keys, int first, int width) {
        boolean isComplete = true;
        int at = first;
        for (int row = start; row < end; row++) {
            float value = (float) values[row];
            isComplete &= !Float.isNaN(value);
            keys[at] = key(value);
            at += width;
        }
        return isComplete;
    }

    /** Returns a whole number that is above another's where the number is; -0 is 0. Its lowest bits are left to a feature. */
    private static long key(float number) {
        int bits = Float.floatToRawIntBits(number + 0.0f);
        return (long) (bits >= 0 ? bits : bits ^ Integer.MAX_VALUE) << FEATURE_BITS;
    }

    private void add(Flat tree, long[] keys, int width, int rows, float[] sums, int first) {
        var nodes = tree.nodes;
        var leaves = tree.leaves;
        int inner = nodes.length;
        long root = nodes[0];
        int at = first;
        int row = 0;
        for (; row + BESIDE <= rows; row += BESIDE) {
            int a = row * width;
            int b = a + width;
            int c = b + width;
            int d = c + width;
            int ofA = child(0, root, keys, a);
            int ofB = child(0, root, keys, b);
            int ofC = child(0, root, keys, c);
            int ofD = child(0, root, keys, d);
            for (int level = 1; level < depth; level++) {
                ofA = child(ofA, nodes[ofA], keys, a);
                ofB = child(ofB, nodes[ofB], keys, b);
                ofC = child(ofC, nodes[ofC], keys, c);
                ofD = child(ofD, nodes[ofD], keys, d);
            }
            sums[at] += leaves[ofA - inner];
            sums[at + 1] += leaves[ofB - inner];
            sums[at + 2] += leaves[ofC - inner];
            sums[at + 3] += leaves[ofD - inner];
            at += BESIDE;
        }
        for (; row < rows; row++) {
            int place = 0;
            for (int level = 0; level < depth; level++) {
                place = child(place, nodes[place], keys, row * width);
            }
            sums[at] += leaves[place - inner];
            at++;
        }
    }

    /** The sign of what is left of the cut says where a row goes. */
    private static int child(int place, long node, long[] keys, int start) {
        long left = node - keys[start + ((int) node & FEATURE)];
        return 2 * place + 1 + (int) (left >>> (Long.SIZE - 1));
    }
}
