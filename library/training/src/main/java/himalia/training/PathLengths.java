package himalia.training;

import himalia.table.Cores;
import java.util.List;
import java.util.stream.IntStream;

/** How many questions isolation trees ask of each row, summed tree by tree, so that what there is of trees has its scores at any time. */
final class PathLengths {
    /** So many rows stay in the cache beside a tree. */
    private static final int BLOCK = 512;

    /** How many numbers a tree asks of a row, about. */
    private static final long READ = 16;

    private final double[][] rows;
    private final double[] sums;

    /** What was rounded off: rows that nothing tells apart score exactly as usual by any number of trees. */
    private final double[] lost;

    private int trees;

    PathLengths(double[][] rows) {
        this.rows = rows;
        sums = new double[rows.length];
        lost = new double[rows.length];
    }

    /**
     * Asks more trees, in their order, on which the sums depend.
     *
     * @param ask throws where it is to end; asked for each tree and each block of rows
     */
    void add(List<Tree> more, Runnable ask) {
        Cores.each(
                (rows.length + BLOCK - 1) / BLOCK,
                (long) rows.length * more.size() * READ,
                block -> {
                    int from = block * BLOCK;
                    int to = Math.min(rows.length, from + BLOCK);
                    for (var tree : more) {
                        ask.run();
                        add(tree, from, to);
                    }
                });
        trees += more.size();
    }

    private void add(Tree tree, int from, int to) {
        for (int row = from; row < to; row++) {
            double length = tree.shares(rows[row])[0];
            double sum = sums[row] + length;
            lost[row] += sums[row] >= length ? sums[row] - sum + length : length - sum + sums[row];
            sums[row] = sum;
        }
    }

    /**
     * Returns how unlike the others each row is.
     *
     * @param samples of how many rows each tree was grown
     */
    double[] scores(int samples) {
        double usual = trees * IsolationTree.meanLength(samples);
        return IntStream.range(0, sums.length)
                .mapToDouble(row -> Math.pow(2, -(sums[row] + lost[row]) / usual))
                .toArray();
    }
}
