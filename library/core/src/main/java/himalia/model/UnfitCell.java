package himalia.model;

/**
 * A cell that a model cannot take: what is to be done about it in a notebook is the message, and what whoever asks over
 * HTTP can do is {@link #why}.
 *
 * <pre>{@code
 * throw new UnfitCell("age", 3, "is null, and the model takes a number", "column 'age' is missing in row 3; put a SimpleImputer before it");
 * }</pre>
 */
public final class UnfitCell extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String column;
    private final int row;
    private final String why;

    /**
     * Makes one.
     *
     * @param why what the cell is and what the model takes, to be read behind its place
     * @param message the whole of it for a notebook
     */
    public UnfitCell(String column, int row, String why, String message) {
        super(message);
        this.column = column;
        this.row = row;
        this.why = why;
    }

    public String column() {
        return column;
    }

    public int row() {
        return row;
    }

    /** Returns what the cell is and what the model takes. */
    public String why() {
        return why;
    }
}
