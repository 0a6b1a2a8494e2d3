package himalia.display.chart;

/** A count with its noun, as it is read: {@code 1 row}, {@code 2 rows}. */
final class Amount {
    private Amount() {}

    static String of(long count, String singular) {
        return count + " " + (count == 1 ? singular : plural(singular));
    }

    private static String plural(String singular) {
        return singular + (singular.endsWith("s") ? "es" : "s");
    }
}
