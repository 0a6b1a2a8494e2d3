package himalia.featurestore;

/** How a cell of an answer came about, by Feast's names. */
enum FieldStatus {
    PRESENT,
    NULL_VALUE,
    NOT_FOUND,
    OUTSIDE_MAX_AGE
}
