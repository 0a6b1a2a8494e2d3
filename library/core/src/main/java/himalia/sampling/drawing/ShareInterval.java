package himalia.sampling.drawing;

/** Between which ends the share of a value may be in the table, by how often a sample has it. */
@FunctionalInterface
interface ShareInterval {
    /**
     * Returns both ends.
     *
     * @param part the values of a column
     * @param value which of them
     * @param having how many rows of the sample have it
     * @param tail how likely each end may be missed, above 0 and below a half
     */
    double[] ends(ValueParts part, int value, int having, double tail);
}
