package himalia.table;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.ShortColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.TimeColumn;
import tech.tablesaw.columns.Column;

/**
 * The order of rows by one column: equal rows stay as they stood, missing ones come last whichever way round.
 *
 * <p>Each value is made a whole number that compares as the value does. Numbers and the rows' positions are sorted
 * together, in one {@code long} each, which is several times faster than comparing rows of a table.
 */
final class RowSort {
    private RowSort() {}

    static int[] sorted(int[] rows, Column<?> column, boolean descending) {
        var sorted = new int[rows.length];
        int there = copy(rows, row -> !Tables.isMissing(column, row), sorted, 0);
        copy(rows, row -> Tables.isMissing(column, row), sorted, there);
        var key = key(column);
        if (key != null) {
            byKey(sorted, there, descending ? row -> ~key.applyAsLong(row) : key);
        } else {
            var order = column.rowComparator();
            IntArrays.mergeSort(
                    sorted,
                    0,
                    there,
                    descending
                            ? (one, other) -> order.compare(other, one)
                            : (one, other) -> order.compare(one, other));
        }
        return sorted;
    }

    /** Copies the rows that pass, and returns where the next would stand. */
    private static int copy(int[] rows, IntPredicate passes, int[] into, int at) {
        int next = at;
        for (int row : rows) {
            if (passes.test(row)) {
                into[next++] = row;
            }
        }
        return next;
    }

    private static void byKey(int[] rows, int count, IntToLongFunction key) {
        if (count < 2) {
            return;
        }
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        for (int i = 0; i < count; i++) {
            long value = key.applyAsLong(rows[i]);
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        // The sign stays 0: sorting must not take a number for a negative one.
        int places = 32 - Integer.numberOfLeadingZeros(count - 1);
        int dropped =
                Math.max(
                        0, 64 - Long.numberOfLeadingZeros(most - least) + places - (Long.SIZE - 1));
        var packed = new long[count];
        for (int i = 0; i < count; i++) {
            packed[i] = (key.applyAsLong(rows[i]) - least) >>> dropped << places | i;
        }
        Arrays.parallelSort(packed);
        var before = Arrays.copyOf(rows, count);
        long mask = (1L << places) - 1;
        for (int i = 0; i < count; i++) {
            rows[i] = before[(int) (packed[i] & mask)];
        }
        if (dropped > 0) {
            orderTies(rows, packed, places, key);
        }
    }

    /** Orders rows whose numbers differ only in what was dropped of them. */
    private static void orderTies(int[] rows, long[] packed, int places, IntToLongFunction key) {
        for (int from = 0, to; from < packed.length; from = to) {
            to = from + 1;
            while (to < packed.length && packed[to] >>> places == packed[from] >>> places) {
                to++;
            }
            if (to - from > 1) {
                IntArrays.mergeSort(
                        rows,
                        from,
                        to,
                        (one, other) -> Long.compare(key.applyAsLong(one), key.applyAsLong(other)));
            }
        }
    }

    private static @Nullable IntToLongFunction key(Column<?> column) {
        if (column instanceof LongColumn longs) {
            return longs::getLong;
        }
        if (column instanceof IntColumn ints) {
            return ints::getInt;
        }
        if (column instanceof ShortColumn shorts) {
            return shorts::getShort;
        }
        if (column instanceof NumericColumn<?> numbers) {
            return row -> ordered(numbers.getDouble(row));
        }
        if (column instanceof DateColumn dates) {
            return dates::getIntInternal;
        }
        if (column instanceof TimeColumn times) {
            return times::getIntInternal;
        }
        if (column instanceof DateTimeColumn times) {
            return times::getLongInternal;
        }
        if (column instanceof InstantColumn times) {
            return times::getLongInternal;
        }
        if (column instanceof BooleanColumn flags) {
            return flags::getByte;
        }
        return column instanceof StringColumn texts ? ranks(texts) : null;
    }

    /** Returns a number's bits, such that they compare as the numbers do; both zeros are one. */
    private static long ordered(double number) {
        long bits = Double.doubleToLongBits(number + 0.0);
        return bits ^ (bits >> 63) & Long.MAX_VALUE;
    }

    /** Texts are compared once each, however many rows hold them. */
    private static IntToLongFunction ranks(StringColumn texts) {
        var dictionary = texts.getDictionary();
        var keys = new int[texts.size()];
        for (int row = 0; row < keys.length; row++) {
            keys[row] = dictionary.getKeyForIndex(row);
        }
        var distinct = Arrays.stream(keys).distinct().boxed().toArray(Integer[]::new);
        var order = TextOrder.of(Arrays.stream(distinct).map(dictionary::getValueForKey).toList());
        Arrays.sort(distinct, Comparator.comparing(dictionary::getValueForKey, order));
        var ranks = new Int2IntOpenHashMap(distinct.length);
        for (int rank = 0; rank < distinct.length; rank++) {
            ranks.put((int) distinct[rank], rank);
        }
        return row -> ranks.get(keys[row]);
    }
}
