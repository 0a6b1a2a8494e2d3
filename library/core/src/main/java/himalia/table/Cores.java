package himalia.table;

import static himalia.display.bundle.Given.given;

import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * All cores where there is much to do, and one where it is done before another is awake: the other is not idle either, since in
 * the first calls it compiles what this one runs.
 *
 * <pre>{@code
 * double[] roots = new double[10_000];
 * Cores.each(10, roots.length, part -> {
 *     for (int i = part * 1_000; i < (part + 1) * 1_000; i++) {
 *         roots[i] = Math.sqrt(i);
 *     }
 * });
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
     * Does the work for the places from 0 to {@code count} - 1, on all cores where there is much to do: who is awake takes the next, and a thread
     * that wakes late is not waited for. Each should be a piece of a thousand numbers or more.
     *
     * <p>What it throws is thrown as it is, that of the first place of all; later places may be left then.
     *
     * @param work about how many numbers are read in all
     */
    public static void each(int count, long work, IntConsumer each) {
        given(each, "each");
        int cores = Math.min(count(work), count);
        if (cores < 2) {
            for (int i = 0; i < count; i++) {
                each.accept(i);
            }
            return;
        }
        var next = new AtomicInteger();
        // What a thread of the pool throws comes out of it as something else, with another message.
        var failed = new ConcurrentSkipListMap<Integer, Throwable>();
        IntStream.range(0, cores)
                .parallel()
                .forEach(
                        core -> {
                            for (int i;
                                    failed.isEmpty() && (i = next.getAndIncrement()) < count; ) {
                                try {
                                    each.accept(i);
                                } catch (RuntimeException | Error e) {
                                    failed.put(i, e);
                                }
                            }
                        });
        var first = failed.firstEntry();
        if (first != null) {
            if (first.getValue() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) first.getValue();
        }
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
