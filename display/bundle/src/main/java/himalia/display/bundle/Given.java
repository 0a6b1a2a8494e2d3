package himalia.display.bundle;

/**
 * Says which argument is null, and what it shall be: variables of a notebook are null until their cell is run.
 *
 * <pre>{@code
 * given(table, "table");                                      // table is null; run the cell that makes it first
 * given(file, "file", "name a file, such as train.csv");      // file is null; name a file, such as train.csv
 * }</pre>
 */
public final class Given {
    private Given() {}

    /** Returns an argument that is there. */
    public static <T> T given(T value, String name) {
        return given(value, name, "run the cell that makes it first");
    }

    /**
     * Returns an argument that is there.
     *
     * @param wanted what to do about one that is not
     * @throws IllegalArgumentException if it is null
     */
    public static <T> T given(T value, String name, String wanted) {
        if (value == null) {
            throw new IllegalArgumentException("%s is null; %s".formatted(name, wanted));
        }
        return value;
    }
}
