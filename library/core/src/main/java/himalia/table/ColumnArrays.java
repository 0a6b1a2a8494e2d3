package himalia.table;

import static himalia.display.bundle.Given.given;

import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.NumberColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.columns.numbers.NumberColumnFormatter;

/**
 * The arrays beneath columns of numbers. Tablesaw's own {@code create} copies them, which for a million doubles takes as long as to
 * read them from a file, and asks for each cell by itself.
 *
 * <pre>{@code
 * DoubleColumn made = ColumnArrays.reals("age", new double[] {31, 44});     // the array is the column's own from now on
 * double[] ages = ColumnArrays.of(made);
 * }</pre>
 */
public final class ColumnArrays {
    private static final Constructor<DoubleColumn> REALS =
            constructor(DoubleColumn.class, DoubleArrayList.class);

    private static final Constructor<IntColumn> INTS =
            constructor(IntColumn.class, IntArrayList.class);

    private static final Constructor<LongColumn> LONGS =
            constructor(LongColumn.class, LongArrayList.class);

    private static final Field NUMBERS = field(DoubleColumn.class, "data");
    private static final Field WHOLE = field(IntColumn.class, "data");
    private static final Field FORMATTER = field(NumberColumn.class, "printFormatter");

    private ColumnArrays() {}

    /** Makes a column of an array, which nobody changes any more but by the column. */
    public static DoubleColumn reals(String name, double[] values) {
        return made(REALS, name, DoubleArrayList.wrap(given(values, "values")));
    }

    /** Makes a column of an array, which nobody changes any more but by the column. */
    public static IntColumn ints(String name, int[] values) {
        return made(INTS, name, IntArrayList.wrap(given(values, "values")));
    }

    /** Makes a column of an array, which nobody changes any more but by the column. */
    public static LongColumn longs(String name, long[] values) {
        return made(LONGS, name, LongArrayList.wrap(given(values, "values")));
    }

    /**
     * Returns real numbers that were made of a column's, printed as that is: what prints no fraction of whole numbers would hide those that
     * they have by now.
     *
     * <pre>{@code
     * ColumnArrays.printedAs(train.doubleColumn("price"), ColumnArrays.reals("price", new double[] {3.2, 4.75}));
     * }</pre>
     */
    public static DoubleColumn printedAs(NumericColumn<?> source, DoubleColumn made) {
        given(made, "made");
        if (given(source, "source") instanceof NumberColumn<?, ?>) {
            var printed = (NumberColumnFormatter) read(FORMATTER, source);
            var format = printed.getFormat();
            if (source instanceof DoubleColumn) {
                // As of Tablesaw's own copies, which share it.
                made.setPrintFormatter(printed);
            } else if (format != null && showsFractions(format)) {
                // A formatter knows the type of its column, by which it tells what is missing.
                made.setPrintFormatter((NumberFormat) format.clone(), printed.getMissingString());
            }
        }
        return made;
    }

    /** A format of per cent or per mille shows two or three digits of a fraction without a decimal. */
    private static boolean showsFractions(NumberFormat format) {
        return format.getMaximumFractionDigits() > 0
                || format instanceof DecimalFormat decimal && decimal.getMultiplier() > 1;
    }

    /**
     * Returns the numbers of a column to read, by their rows: the array that it keeps them in, if it has one of doubles, until the
     * column grows.
     *
     * @return behind the last row there may be other numbers, which are not its
     */
    public static double[] of(NumericColumn<?> column) {
        given(column, "column");
        if (!(column instanceof DoubleColumn)) {
            return column.asDoubleArray();
        }
        return list(column).elements();
    }

    /** Returns the numbers of a column to read, as {@link #of} does. */
    static int[] ofInts(IntColumn column) {
        return ints(column).elements();
    }

    /**
     * Returns a column with cells of its own behind it, which is printed as that is.
     *
     * @param rows which, all of them rows of the column
     */
    public static IntColumn grown(IntColumn column, int[] rows) {
        given(rows, "rows");
        var grown = given(column, "column").copy();
        int known = column.size();
        ints(grown).size(known + rows.length);
        var numbers = ofInts(grown);
        Pieces.each(
                rows.length,
                (from, to) -> {
                    for (int i = from; i < to; i++) {
                        numbers[known + i] = numbers[rows[i]];
                    }
                });
        return grown;
    }

    /**
     * Returns some cells of a column, which is printed as that is.
     *
     * @param rows which, all of them rows of the column
     */
    static DoubleColumn some(DoubleColumn column, int[] rows) {
        var some = (DoubleColumn) column.emptyCopy();
        list(some).size(rows.length);
        var from = of(column);
        var to = of(some);
        for (int i = 0; i < rows.length; i++) {
            to[i] = from[rows[i]];
        }
        return some;
    }

    private static DoubleArrayList list(NumericColumn<?> column) {
        return (DoubleArrayList) read(NUMBERS, column);
    }

    private static IntArrayList ints(IntColumn column) {
        return (IntArrayList) read(WHOLE, column);
    }

    private static Object read(Field field, NumericColumn<?> column) {
        try {
            return field.get(column);
        } catch (IllegalAccessException e) {
            throw otherwise(e);
        }
    }

    /** Its columns are made of lists by nobody but themselves. */
    private static <C> Constructor<C> constructor(Class<C> column, Class<?> list) {
        try {
            var constructor = column.getDeclaredConstructor(String.class, list);
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw otherwise(e);
        }
    }

    private static Field field(Class<?> column, String name) {
        try {
            var field = column.getDeclaredField(name);
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException e) {
            throw otherwise(e);
        }
    }

    private static <C> C made(Constructor<C> constructor, String name, Object list) {
        try {
            return constructor.newInstance(given(name, "name"), list);
        } catch (ReflectiveOperationException e) {
            throw otherwise(e);
        }
    }

    private static IllegalStateException otherwise(ReflectiveOperationException e) {
        return new IllegalStateException("this Tablesaw makes its columns otherwise", e);
    }
}
