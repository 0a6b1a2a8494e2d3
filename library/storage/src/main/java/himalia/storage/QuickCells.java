package himalia.storage;

import tech.tablesaw.columns.Column;

/** The cells of a column of a CSV file, which several threads fill at rows of their own. */
abstract class QuickCells {
    private final int form;

    /** Begins them; a text must have the form. */
    QuickCells(int form) {
        this.form = form;
    }

    /** Returns cells that are read as so many rows of a form. */
    static QuickCells of(int form, int rows) {
        return switch (form) {
            case QuickForm.TRUTH -> new QuickTruths(rows);
            case QuickForm.INT -> new QuickInts(rows);
            case QuickForm.LONG -> new QuickLongs(rows);
            case QuickForm.REAL -> new QuickReals(rows);
            case QuickForm.DAY -> new QuickDays(rows);
            case QuickForm.MOMENT -> new QuickMoments(rows, false);
            case QuickForm.INSTANT -> new QuickMoments(rows, true);
            default -> throw new IllegalArgumentException("form " + form);
        };
    }

    final int form() {
        return form;
    }

    /**
     * Reads the text that begins here and is written in the plainest way. Returns where it ends, which the caller checks to be
     * an end of a cell; -1 if it is written otherwise. There are 32 bytes more than the text has.
     */
    abstract int plain(byte[] bytes, int from, int row);

    /** Reads a text that has the form, between spaces if it is a number. */
    abstract void put(byte[] bytes, int from, int to, int row);

    /** Has a missing value. */
    abstract void none(int row);

    abstract Column<?> column(String name);
}
