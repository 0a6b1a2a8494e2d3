package himalia.training;

import himalia.model.Labels;
import java.util.Arrays;

/**
 * Trees that tell classes apart.
 *
 * @param codes the class of each row
 * @param classes how many there are
 */
record ClassTrees(RankedColumns columns, int[] codes, int classes) {
    /** Ranks the columns of rows; {@code ask} throws where it is to end. */
    static ClassTrees of(double[][] rows, Labels labels, Runnable ask) {
        var codes = new int[rows.length];
        Arrays.setAll(codes, labels::code);
        return new ClassTrees(RankedColumns.of(rows, ask), codes, labels.classes().size());
    }

    /**
     * Grows one; leaves say the shares of their rows, and a question gains what the rows are purer behind it.
     *
     * @param weights what each row counts; rows of none are left out
     * @param ask throws where the tree is to end
     */
    Tree grow(double[] weights, TreeSettings settings, Runnable ask) {
        var purity = new ClassPurity(codes, weights, classes, settings.entropy());
        var nodes = new Cart(columns, weights, purity, settings, ask).grow();
        var tree = nodes.tree();
        var counts = nodes.held();
        var covers = Arrays.stream(counts).mapToDouble(each -> Arrays.stream(each).sum()).toArray();
        return tree.withShares(
                        Arrays.stream(counts).map(TreeGains::shares).toArray(double[][]::new))
                .counted(covers, TreeGains.of(tree, counts, columns.width(), settings.entropy()));
    }
}
