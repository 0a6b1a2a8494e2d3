package himalia.training;

/** How alike the labels of a node's rows are, and how alike they are in two parts of it: rows go to the left one by one. */
interface Purity {
    /**
     * Takes the rows of a node, all of them to the right.
     *
     * @return whether their labels are all the same
     */
    boolean take(int[] rows, int from, int to);

    /** Puts all of them to the right again. */
    void rewind();

    /** Puts a row to the left. */
    void pass(int row);

    /** Returns how alike both parts are within themselves: of two ways to part the same rows, the better one has more. */
    double ofParts();

    /** Returns what a leaf of the rows that were taken is told by. */
    double[] held();
}
