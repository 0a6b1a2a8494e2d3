package himalia.training;

import java.util.Arrays;

/**
 * A tree as it is written in another language.
 *
 * @param tree its leaves hold what they add to each sum, from the first one on
 * @param isMissingLeft whether a row goes to the left whose feature is missing, for each node
 * @param first the first sum that its leaves add to
 */
record WrittenTree(Tree tree, boolean[] isMissingLeft, int first) {
    /** A tree of shares, whose mean over so many trees is wanted. */
    static WrittenTree ofShares(Tree tree, int trees) {
        var shares =
                Arrays.stream(tree.shares())
                        .map(each -> Arrays.stream(each).map(share -> share / trees).toArray())
                        .toArray(double[][]::new);
        return new WrittenTree(
                new Tree(tree.features(), tree.cuts(), tree.left(), tree.right(), shares),
                new boolean[tree.features().length],
                0);
    }
}
