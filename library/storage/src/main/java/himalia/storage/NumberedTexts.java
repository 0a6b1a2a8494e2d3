package himalia.storage;

/**
 * A column of texts of which a result has the numbers of rows.
 *
 * @param name the result's name for it
 * @param rowsAt which column of the result has the numbers
 * @param texts of the table whose rows they are
 * @param column the column's name there
 */
record NumberedTexts(String name, int rowsAt, CopiedTexts texts, String column) {
    /** What a column is whose rows another column has, too. */
    static final String NOTHING = "0::UTINYINT";
}
