package himalia.storage;

import java.util.Optional;

/** What the texts of a column can all be read as. */
final class QuickTally {
    private static final int ALL = (QuickForm.UNSURE_REAL << 1) - 1;

    /** As the readings of {@link CsvScan} follow each other. */
    private static final int[] ORDER = {
        QuickForm.TRUTH,
        QuickForm.INT,
        QuickForm.LONG,
        QuickForm.REAL,
        QuickForm.DAY,
        QuickForm.MOMENT,
        QuickForm.INSTANT
    };

    private int common = ALL;
    private boolean hasTexts;
    private boolean isUnsureReal;
    private boolean isUnsure;

    /** Counts a text that is neither empty nor a mark of a missing value. */
    void add(int form) {
        if (form == QuickForm.TEXT) {
            hasTexts = true;
        } else if (form == QuickForm.UNSURE) {
            isUnsure = true;
        } else {
            common &= form;
            isUnsureReal |= (form & QuickForm.UNSURE_REAL) != 0;
        }
    }

    /** Returns whether nothing has been counted. */
    boolean isEmpty() {
        return common == ALL && !hasTexts && !isUnsure;
    }

    void add(QuickTally other) {
        common &= other.common;
        hasTexts |= other.hasTexts;
        isUnsureReal |= other.isUnsureReal;
        isUnsure |= other.isUnsure;
    }

    /** Returns the form of the column, TEXT where nothing else is left; nothing if only DuckDB can tell. */
    Optional<Integer> form() {
        if (hasTexts || isEmpty()) {
            return Optional.of(QuickForm.TEXT);
        }
        if (isUnsure) {
            return Optional.empty();
        }
        for (int form : ORDER) {
            if ((common & form) != 0) {
                return form == QuickForm.REAL && isUnsureReal
                        ? Optional.empty()
                        : Optional.of(form);
            }
        }
        return Optional.of(QuickForm.TEXT);
    }
}
