package himalia.storage;

/**
 * The copy of a table.
 *
 * @param from what stands behind FROM to read it
 * @param rows how many there are
 */
record Copy(String from, int rows, CopiedTexts texts) {}
