package himalia.training;

/**
 * A tree as it is written in another language.
 *
 * @param tree its leaves hold what they add to each sum, from the first one on
 * @param isMissingLeft whether a row goes to the left whose feature is missing, for each node
 * @param first the first sum that its leaves add to
 */
record WrittenTree(Tree tree, boolean[] isMissingLeft, int first) {
    /** A tree of shares, of which every row goes somewhere. */
    static WrittenTree ofShares(Tree tree) {
        return new WrittenTree(tree, new boolean[tree.features().length], 0);
    }
}
