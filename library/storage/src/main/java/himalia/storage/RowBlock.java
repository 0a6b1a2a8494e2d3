package himalia.storage;

/**
 * Rows that lie together in a file.
 *
 * @param at where it begins, in bytes
 * @param bytes how long it is
 * @param firstRow the number of its first row
 * @param rows how many there are
 */
record RowBlock(long at, int bytes, long firstRow, int rows) {
    long end() {
        return at + bytes;
    }
}
