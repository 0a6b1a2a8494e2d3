package himalia.features;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Does the same for each of some columns, on all cores where there is much to do. */
final class EachColumn {
    private static final long MUCH = 50_000;

    private EachColumn() {}

    /** Returns what the work gives for each column; what it throws is thrown, that of the first column of all. */
    static <T> List<T> of(int columns, int rows, IntFunction<T> work) {
        var done = new AtomicReferenceArray<T>(columns);
        // What a thread of the pool throws comes out of it as something else, with another message.
        var failed = new AtomicReferenceArray<RuntimeException>(columns);
        var places = IntStream.range(0, columns);
        (columns > 1 && (long) columns * rows > MUCH ? places.parallel() : places)
                .forEach(
                        i -> {
                            try {
                                done.set(i, work.apply(i));
                            } catch (RuntimeException e) {
                                failed.set(i, e);
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
