package himalia.display.bundle;

/**
 * A count with its noun, as it is read.
 *
 * <pre>{@code
 * Amount.of(1, "row")      // 1 row
 * Amount.of(2, "class")    // 2 classes
 * }</pre>
 */
public final class Amount {
    private Amount() {}

    /** Returns a number of things in words. */
    public static String of(long count, String singular) {
        return count + " " + (count == 1 ? singular : plural(singular));
    }

    private static String plural(String singular) {
        return singular + (singular.endsWith("s") ? "es" : "s");
    }
}
