package himalia.sampling;

/** The numbers of the rows that a sampler adds. */
@FunctionalInterface
interface MadePoints {
    /**
     * Writes the numbers of a row.
     *
     * @param entry the row's number in its draft
     */
    void write(int entry, double[] point);
}
