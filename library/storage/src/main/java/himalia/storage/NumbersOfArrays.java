package himalia.storage;

import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.lang.reflect.Constructor;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;

/**
 * Columns of numbers whose arrays become their own. Tablesaw's own {@code create} copies them: a million doubles take as long to
 * copy into memory that is new as to be read from a file.
 */
final class NumbersOfArrays {
    private static final Constructor<DoubleColumn> REALS =
            constructor(DoubleColumn.class, DoubleArrayList.class);

    private static final Constructor<IntColumn> INTS =
            constructor(IntColumn.class, IntArrayList.class);

    private static final Constructor<LongColumn> LONGS =
            constructor(LongColumn.class, LongArrayList.class);

    private NumbersOfArrays() {}

    static DoubleColumn reals(String name, double[] values) {
        return made(REALS, name, DoubleArrayList.wrap(values));
    }

    static IntColumn ints(String name, int[] values) {
        return made(INTS, name, IntArrayList.wrap(values));
    }

    static LongColumn longs(String name, long[] values) {
        return made(LONGS, name, LongArrayList.wrap(values));
    }

    /** Its columns are made of lists by nobody but themselves. */
    private static <C> Constructor<C> constructor(Class<C> column, Class<?> list) {
        try {
            var constructor = column.getDeclaredConstructor(String.class, list);
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("this Tablesaw makes its columns otherwise", e);
        }
    }

    private static <C> C made(Constructor<C> constructor, String name, Object list) {
        try {
            return constructor.newInstance(name, list);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this Tablesaw makes its columns otherwise", e);
        }
    }
}
