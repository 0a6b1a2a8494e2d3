package himalia.features.leakage;

/** Where a row lies: between these two, of the rows of both tables. */
record Between(int row, int from, int to) {}
