package himalia.sampling;

import java.util.function.IntToDoubleFunction;

/** The numbers of the rows that a sampler adds. */
@FunctionalInterface
interface MadePoints {
    /** Returns the numbers of a feature, by the row's number in its draft. */
    IntToDoubleFunction column(int feature);

    /**
     * Writes the numbers of a feature.
     *
     * @param values the feature's numbers in the given rows
     * @param entries the rows' numbers in their draft, from the place {@code begin} on
     * @param numbers where they are written, at the same places
     */
    default void fill(int feature, double[] values, int[] entries, int begin, double[] numbers) {
        var made = column(feature);
        for (int i = begin; i < entries.length; i++) {
            numbers[i] = made.applyAsDouble(entries[i]);
        }
    }
}
