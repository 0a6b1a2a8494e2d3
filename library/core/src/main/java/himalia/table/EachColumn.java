package himalia.table;

import static himalia.display.bundle.Given.given;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;
import java.util.function.Supplier;

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

    /** Does something to a column, by what its core uses again and again. */
    @FunctionalInterface
    interface Work<S, T> {
        T of(int column, S own);
    }

    /** Returns what the work gives for each column; what it throws is thrown, that of the first column of all. */
    public static <T> List<T> of(int columns, int rows, IntFunction<T> work) {
        given(work, "work");
        return of(columns, rows, () -> work, (column, own) -> own.apply(column));
    }

    /** Returns the same of work that needs something of its own, such as an array, on each core. */
    static <S, T> List<T> of(int columns, int rows, Supplier<S> own, Work<S, T> work) {
        var done = new AtomicReferenceArray<T>(columns);
        // What a thread of the pool throws comes out of it as something else, with another message.
        var failed = new AtomicReferenceArray<RuntimeException>(columns);
        long numbers = (long) columns * rows;
        int threads = Math.min(Cores.count(READ * numbers), columns);
        Cores.range(threads, READ * numbers)
                .forEach(
                        thread -> {
                            var mine = own.get();
                            for (int i = thread; i < columns; i += threads) {
                                try {
                                    done.set(i, work.of(i, mine));
                                } catch (RuntimeException e) {
                                    failed.set(i, e);
                                }
                            }
                        });
        var all = new ArrayList<T>(columns);
        for (int i = 0; i < columns; i++) {
            if (failed.get(i) != null) {
                throw failed.get(i);
            }
            all.add(done.get(i));
        }
        return all;
    }
}
