package himalia.table;

import java.util.stream.IntStream;

/**
 * All cores where there is much to do, and one where it is done before another is awake: the other is not idle either, since in
 * the first calls it compiles what this one runs.
 *
 * <pre>{@code
 * double[] roots = new double[10_000];
 * Cores.range(roots.length, roots.length).forEach(row -> roots[row] = Math.sqrt(row));
 * }</pre>
 */
public final class Cores {
    /** What one core does in the better part of a millisecond. */
    private static final long MUCH = 2_000_000;

    private Cores() {}

    /**
     * Returns how many cores are worth the while.
     *
     * @param work about how many numbers are read in all
     */
    public static int count(long work) {
        return work > MUCH ? Runtime.getRuntime().availableProcessors() : 1;
    }

    /**
     * Returns the places from 0 to {@code count} - 1, for all cores where there is much to do.
     *
     * @param work about how many numbers are read in all
     */
    public static IntStream range(int count, long work) {
        var places = IntStream.range(0, count);
        return work > MUCH ? places.parallel() : places;
    }
}
