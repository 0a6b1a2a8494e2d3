package himalia.storage;

import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import java.io.IOException;
import java.util.Optional;
import java.util.function.IntToLongFunction;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import tech.tablesaw.columns.strings.NullDictionaryMap;

/** A number that all values of a table make, and that another table has by no chance that matters. */
final class TableTag {
    private static final long PRIME = 0x9E3779B97F4A7C15L;

    private TableTag() {}

    /** Returns it; nothing for a table with columns whose values would have to be made for it. */
    static Optional<String> of(Table table) throws IOException {
        var values = new IntToLongFunction[table.columnCount()];
        for (int i = 0; i < values.length; i++) {
            var each = values(table.column(i));
            if (each.isEmpty()) {
                return Optional.empty();
            }
            values[i] = each.get();
        }
        var tags = new long[values.length][2];
        Workers.run(values.length, i -> tags[i] = of(values[i], table.rowCount()));
        long first = table.rowCount();
        long second = PRIME;
        for (int i = 0; i < values.length; i++) {
            long said = text(table.column(i).name() + "\n" + table.column(i).type().name());
            first = mixed(mixed(first, said), tags[i][0]);
            second = mixed(mixed(second, tags[i][1]), said);
        }
        return Optional.of("%016x%016x".formatted(first, second));
    }

    private static Optional<IntToLongFunction> values(Column<?> column) {
        if (column instanceof IntColumn ints) {
            return Optional.of(ints::getInt);
        }
        if (column instanceof LongColumn longs) {
            return Optional.of(longs::getLong);
        }
        if (column instanceof DoubleColumn reals) {
            return Optional.of(row -> Double.doubleToRawLongBits(reals.getDouble(row)));
        }
        if (column instanceof DateTimeColumn times) {
            return Optional.of(times::getLongInternal);
        }
        if (column instanceof InstantColumn times) {
            return Optional.of(times::getLongInternal);
        }
        if (column instanceof DateColumn days) {
            return Optional.of(days::getIntInternal);
        }
        if (column instanceof BooleanColumn truths) {
            return Optional.of(truths::getByte);
        }
        return column instanceof StringColumn texts
                        && !(texts.getDictionary() instanceof NullDictionaryMap)
                ? Optional.of(texts(texts))
                : Optional.empty();
    }

    private static IntToLongFunction texts(StringColumn column) {
        var texts = column.getDictionary();
        var known = new Int2LongOpenHashMap();
        return row -> {
            int key = texts.getKeyForIndex(row);
            long tag = known.get(key);
            if (tag == 0) {
                tag = text(String.valueOf(texts.getValueForKey(key)));
                known.put(key, tag);
            }
            return tag;
        };
    }

    private static long text(String text) {
        long tag = text.length() + 1L;
        for (int i = 0; i < text.length(); i++) {
            tag = mixed(tag, text.charAt(i));
        }
        return tag == 0 ? 1 : tag;
    }

    private static long[] of(IntToLongFunction values, int rows) {
        long first = PRIME;
        long second = rows;
        for (int row = 0; row < rows; row++) {
            long value = values.applyAsLong(row);
            first = mixed(first, value);
            second = (second + value) * PRIME ^ second >>> 29;
        }
        return new long[] {first, second};
    }

    private static long mixed(long tag, long value) {
        long mixed = (tag ^ value) * PRIME;
        return mixed ^ mixed >>> 32;
    }
}
