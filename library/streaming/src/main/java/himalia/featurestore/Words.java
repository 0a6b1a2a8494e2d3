package himalia.featurestore;

/** How many rows there are, in words. */
final class Words {
    private Words() {}

    static String rows(long count) {
        return count + (count == 1 ? " row" : " rows");
    }
}
