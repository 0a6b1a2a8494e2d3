package himalia.training;

/**
 * A tree as it is written in another language.
 *
 * @param tree its leaves hold what they add to each sum, from the first one on
 * @param isMissingLeft whether a row goes to the left whose feature is missing, for each node
 * @param first the first sum that its leaves add to
 * @param sets the codes of levels that go to the right, for each node that asks for a category in place of a cut; none for the others
 */
record WrittenTree(Tree tree, boolean[] isMissingLeft, int first, int[][] sets) {
    /** A tree of shares, of which every row goes somewhere. */
    static WrittenTree ofShares(Tree tree) {
        int nodes = tree.features().length;
        return new WrittenTree(tree, new boolean[nodes], 0, new int[nodes][0]);
    }

    boolean asksForSet(int node) {
        return sets[node].length > 0;
    }
}
