package himalia.featurestore;

/** How many rows there are, in words. */
final class Words {
    private Words() {}

    static String rows(long count) {
        return count + (count == 1 ? " row" : " rows");
    }

    /** Says also how many were none, where there are such. */
    static String rows(long count, long refused) {
        return rows(count) + (refused == 0 ? "" : ", %d left out".formatted(refused));
    }
}
