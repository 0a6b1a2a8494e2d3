package himalia.kernel.cells;

/**
 * Where a piece went in the text that is parsed: the tree that begins at {@code from} or later and before {@code to} is its
 * own.
 *
 * @param shift what to add to a place in the text to have the place in the cell
 * @param asValue whether it was tried as an expression
 */
record PieceSlot(Piece piece, int from, int to, int shift, boolean asValue) {}
