package himalia.display.grid;

/**
 * How many rows there are, as far as is known without reading them all.
 *
 * @param count how many there are, or how many there are at least
 * @param exact false if there may be more
 */
public record RowCount(long count, boolean exact) {
    public RowCount {
        if (count < 0) {
            throw new IllegalArgumentException("a row count cannot be negative, got " + count);
        }
    }

    public static RowCount of(long count) {
        return new RowCount(count, true);
    }

    /** Says that {@code count} rows have been seen and more may follow. */
    public static RowCount moreThan(long count) {
        return new RowCount(count, false);
    }

    @Override
    public String toString() {
        return exact ? Grouped.of(count, "row") : "more than " + Grouped.of(count) + " rows";
    }
}
