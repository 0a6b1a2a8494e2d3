package himalia.training;

import java.util.Arrays;
import java.util.List;

/**
 * Trees that are asked level by level for many rows side by side, so that no row waits for the memory of another, and no branch is foreseen
 * wrongly. The nodes of each stand in breadth order, the right child behind the left one; a leaf leads to itself.
 */
record LevelTrees(List<Level> trees) {
    /** So many rows stay in the second cache beside a tree. */
    static final int BLOCK = 2048;

    /** Fewer are answered before trees are put in order. */
    static final int MANY = 2 * BLOCK;

    /** So many trees are in order at a time: all of them together may be much larger than the rows. */
    static final int ABREAST = 8;

    /** Behind so many questions rows have come to a leaf, and after each the others go on without them. */
    private static final int TOGETHER = 10;

    /**
     * One tree.
     *
     * @param links of each node the feature that it asks for, and its left child
     * @param leaves of each node what it says
     */
    private record Level(int[] links, double[] cuts, double[][] leaves, int depth) {
        static Level of(Tree tree) {
            int nodes = tree.features().length;
            var level =
                    new Level(
                            new int[2 * nodes],
                            new double[nodes],
                            new double[nodes][],
                            tree.depth());
            var places = new int[nodes];
            int count = 1;
            for (int node = 0; node < count; node++) {
                int place = places[node];
                int feature = tree.features()[place];
                boolean isLeaf = feature < 0;
                level.links[2 * node] = isLeaf ? 0 : feature;
                level.links[2 * node + 1] = isLeaf ? node : count;
                level.cuts[node] = isLeaf ? Double.POSITIVE_INFINITY : tree.cuts()[place];
                if (isLeaf) {
                    level.leaves[node] = tree.shares()[place];
                } else {
                    places[count++] = tree.left()[place];
                    places[count++] = tree.right()[place];
                }
            }
            return level;
        }

        int next(int node, double[] cells, int start) {
            return links[2 * node + 1] + (cells[start + links[2 * node]] > cuts[node] ? 1 : 0);
        }

        /** Returns 1 of a node that asks, whose children stand behind it, and 0 of a leaf; no branch is foreseen wrongly. */
        int asks(int node) {
            return (node - links[2 * node + 1]) >>> (Integer.SIZE - 1);
        }
    }

    static LevelTrees of(List<Tree> trees) {
        return new LevelTrees(trees.parallelStream().map(Level::of).toList());
    }

    /** Returns whether so many rows are worth putting trees in order: not fewer than a tree has nodes. */
    static boolean areMany(int rows, List<Tree> trees) {
        return rows >= MANY && trees.stream().allMatch(tree -> tree.features().length <= rows);
    }

    /**
     * Adds what the leaves say that some rows come to, in the order of the trees.
     *
     * @param sums of all rows
     */
    void add(double[][] rows, double[][] sums, int from, int to) {
        int columns = rows[from].length;
        var cells = new double[(to - from) * columns];
        for (int row = from; row < to; row++) {
            System.arraycopy(rows[row], 0, cells, (row - from) * columns, columns);
        }
        var nodes = new int[to - from];
        var going = new int[to - from];
        for (var tree : trees) {
            go(tree, cells, columns, nodes, going);
            for (int row = 0; row < nodes.length; row++) {
                var sum = sums[from + row];
                var leaf = tree.leaves[nodes[row]];
                for (int k = 0; k < leaf.length; k++) {
                    sum[k] += leaf[k];
                }
            }
        }
    }

    /**
     * Writes to which leaves rows come.
     *
     * @param going room for the rows that are on their way
     */
    private static void go(Level tree, double[] cells, int columns, int[] nodes, int[] going) {
        Arrays.fill(nodes, 0);
        int together = Math.min(TOGETHER, tree.depth);
        for (int level = 0; level < together; level++) {
            for (int row = 0; row < nodes.length; row++) {
                nodes[row] = tree.next(nodes[row], cells, row * columns);
            }
        }
        int many = 0;
        for (int row = 0; together < tree.depth && row < nodes.length; row++) {
            going[many] = row;
            many += tree.asks(nodes[row]);
        }
        while (many > 0) {
            int left = 0;
            for (int i = 0; i < many; i++) {
                int row = going[i];
                nodes[row] = tree.next(nodes[row], cells, row * columns);
                going[left] = row;
                left += tree.asks(nodes[row]);
            }
            many = left;
        }
    }
}
