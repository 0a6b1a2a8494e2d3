package himalia.sampling;

import himalia.display.bundle.Amount;
import himalia.table.Pieces;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Rows on their way into a new table: the given ones, those that were added behind them, and which of both go. */
final class Draft {
    static final int NONE = -1;

    /** No array is longer. */
    private static final int MOST = Integer.MAX_VALUE - 8;

    private final int given;
    private int made;
    private int[] from = new int[64];
    private int[] to = new int[64];
    private double[] at = new double[64];
    private final BitSet copies = new BitSet();
    private final BitSet gone = new BitSet();
    private int[] because = new int[0];
    private final List<String> shortfalls = new ArrayList<>();
    private List<String> voted = List.of();

    Draft(int given) {
        this.given = given;
    }

    /** Takes room for rows that will be made, at once; for few more it is doubled, so that rows made one by one cost no more. */
    void room(int more) {
        var least = Math.addExact(made, more);
        if (least > from.length) {
            var needed = (int) Math.max(least, Math.min(2L * made, MOST));
            from = Arrays.copyOf(from, needed);
            to = Arrays.copyOf(to, needed);
            at = Arrays.copyOf(at, needed);
        }
    }

    /** Adds a row between two; returns its number. */
    int make(int base, int other, double way) {
        if (made == from.length) {
            room(made);
        }
        from[made] = base;
        to[made] = other;
        at[made] = way;
        return given + made++;
    }

    /** Adds a row that lies between no two, but comes from one. */
    int make(int base) {
        return make(base, NONE, Double.NaN);
    }

    void copy(int base) {
        copies.set(make(base));
    }

    /** Drops a row; it is dropped for one reason only, the first. */
    void remove(int entry, int reason) {
        if (gone.get(entry)) {
            return;
        }
        gone.set(entry);
        if (entry >= because.length) {
            var known = because.length;
            because = Arrays.copyOf(because, Math.max(entries(), entry + 1));
            Arrays.fill(because, known, because.length, NONE);
        }
        because[entry] = reason;
    }

    /** Tells which columns of a made row hold what its neighbours hold most, and lie on no line between two rows. */
    void votes(List<String> columns) {
        voted = columns;
    }

    List<String> voted() {
        return voted;
    }

    /** Tells that fewer rows were added, or stay, than asked for, and why. */
    void lacks(String shortfall) {
        shortfalls.add(shortfall);
    }

    /** Returns of which classes there are fewer rows than asked for. */
    List<String> shortfalls() {
        return List.copyOf(shortfalls);
    }

    int given() {
        return given;
    }

    int made() {
        return made;
    }

    int entries() {
        return given + made;
    }

    boolean stays(int entry) {
        return !gone.get(entry);
    }

    /** Returns the rows that stay, in order; there must be some to learn from. */
    int[] kept() {
        var kept = new int[entries() - gone.cardinality()];
        if (gone.isEmpty()) {
            Pieces.each(kept.length, (from, to) -> count(kept, from, to));
        } else {
            keep(kept);
        }
        checkLeft(kept.length, entries());
        return kept;
    }

    /** Some must be left of rows, if there were any. */
    static void checkLeft(long left, int rows) {
        if (left == 0 && rows > 0) {
            throw new IllegalArgumentException(
                    "none of %s would be left to learn from; let the strategy keep rows of each class, or take another sampler"
                            .formatted(Amount.of(rows, "row")));
        }
    }

    /** Returns the given rows that entries come from. */
    int[] from(int[] entries) {
        var rows = new int[entries.length];
        Pieces.each(
                rows.length,
                (first, end) -> {
                    for (int i = first; i < end; i++) {
                        rows[i] = from(entries[i]);
                    }
                });
        return rows;
    }

    private static void count(int[] entries, int from, int to) {
        for (int entry = from; entry < to; entry++) {
            entries[entry] = entry;
        }
    }

    private void keep(int[] kept) {
        int entry = gone.nextClearBit(0);
        for (int i = 0; i < kept.length; i++) {
            kept[i] = entry;
            entry = gone.nextClearBit(entry + 1);
        }
    }

    /**
     * Writes where entries that were made between two rows lie, of one column.
     *
     * @param values the column's numbers, by rows
     * @param entries their numbers, from the place {@code begin} on
     * @param numbers where they are written, at the same places
     */
    void between(double[] values, int[] entries, int begin, double[] numbers) {
        for (int i = begin; i < entries.length; i++) {
            int entry = entries[i] - given;
            numbers[i] = between(values[from[entry]], values[to[entry]], at[entry]);
        }
    }

    /** Returns what lies so far on the way from one number to another. */
    static double between(double from, double to, double at) {
        return from + at * (to - from);
    }

    String how(int entry) {
        return entry < given ? "kept" : copies.get(entry) ? "copied" : "made";
    }

    int from(int entry) {
        return entry < given ? entry : from[entry - given];
    }

    int to(int entry) {
        return entry < given ? NONE : to[entry - given];
    }

    double at(int entry) {
        return entry < given ? Double.NaN : at[entry - given];
    }

    int because(int entry) {
        return entry < because.length && gone.get(entry) ? because[entry] : NONE;
    }
}
