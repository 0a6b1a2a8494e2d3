package himalia.featurestore;

/** How many rows there are, in words. */
final class Words {
    private Words() {}

    static String rows(long count) {
        return count + (count == 1 ? " row" : " rows");
    }

    /** Tells how many rows were pushed, and how many were left out where some were. */
    static String pushed(long count, long refused) {
        return rows(count) + (refused == 0 ? "" : ", %d left out".formatted(refused));
    }
}
