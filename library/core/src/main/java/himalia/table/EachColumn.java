package himalia.table;

import static himalia.display.bundle.Given.given;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;

/**
 * Does the same for each of some columns, on all cores where there is much to do.
 *
 * <pre>{@code
 * List<Integer> doubled = EachColumn.of(3, 1_000_000, column -> 2 * column);     // 0, 2, 4
 * }</pre>
 */
public final class EachColumn {
    /** How often a number is read, about: some work looks at each once, some fifty times. */
    private static final long READ = 20;

    private EachColumn() {}

    /** Returns what the work gives for each column; what it throws is thrown, that of the first column of all. */
    public static <T> List<T> of(int columns, int rows, IntFunction<? extends T> work) {
        return ofNumbers(columns, READ * columns * rows, work);
    }

    /**
     * Does it, where it is known how much there is to do.
     *
     * @param numbers about how many numbers are read in all
     */
    static <T> List<T> ofNumbers(int columns, long numbers, IntFunction<? extends T> work) {
        given(work, "work");
        var done = new AtomicReferenceArray<T>(columns);
        Cores.each(columns, numbers, i -> done.set(i, work.apply(i)));
        var all = new ArrayList<T>(columns);
        for (int i = 0; i < columns; i++) {
            all.add(done.get(i));
        }
        return all;
    }
}
