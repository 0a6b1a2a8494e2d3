package himalia.model;

/** The number of a row that is asked of predictions. */
final class PredictedRow {
    private PredictedRow() {}

    /** Returns the row, if there is one of that number. */
    static int checked(int row, int size) {
        if (row < 0 || row >= size) {
            throw new IndexOutOfBoundsException(
                    "no row %d; there are %d, counted from 0".formatted(row, size));
        }
        return row;
    }
}
