package himalia.sampling;

/**
 * When the neighbours of a row say that it belongs to its class.
 *
 * <pre>{@code
 * new EditedNearestNeighbours(3, Agreement.MODE, Strategy.AUTO)   // drops fewer rows than Agreement.ALL
 * }</pre>
 */
public enum Agreement {
    /** All of them are of its class. */
    ALL,
    /** Its class is the commonest among them; of equally common ones the first counts. */
    MODE;

    /** Returns whether they agree with a class. */
    boolean holds(int code, int[] neighbours, int[] codes) {
        if (this == ALL) {
            for (var neighbour : neighbours) {
                if (codes[neighbour] != code) {
                    return false;
                }
            }
            return true;
        }
        return Commonest.of(codes, neighbours)[0] == code;
    }
}
