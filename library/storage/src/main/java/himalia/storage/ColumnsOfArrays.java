package himalia.storage;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.List;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;
import tech.tablesaw.columns.strings.IntDictionaryMap;

/** Tablesaw's columns of arrays, where it has no way of its own that is as fast. */
final class ColumnsOfArrays {
    /** A missing value among 0 and 1. */
    static final byte NO_TRUTH = Byte.MIN_VALUE;

    /** A missing text among numbers of texts. */
    static final int NO_TEXT = -1;

    /** As Tablesaw's own maps have them. */
    static final int FIRST_KEY = Integer.MIN_VALUE + 1;

    static final int MISSING_KEY = Integer.MAX_VALUE;

    private ColumnsOfArrays() {}

    /** Returns a column of so many truths, each 0, 1 or {@link #NO_TRUTH}. */
    static Column<?> truths(String name, byte[] values, int rows) {
        var yes = new byte[(rows + 7) / 8];
        var no = new byte[yes.length];
        var missing = new byte[yes.length];
        for (int row = 0; row < rows; row++) {
            var bits = values[row] == 1 ? yes : values[row] == 0 ? no : missing;
            bits[row >> 3] |= (byte) (1 << (row & 7));
        }
        var column = BooleanColumn.create(name);
        column.data().setTrueBytes(yes);
        column.data().setFalseBytes(no);
        column.data().setMissingBytes(missing);
        return column;
    }

    /**
     * Returns a column of texts. Changes the array.
     *
     * @param numbers of the text in each row, or {@link #NO_TEXT}
     * @param texts that are there, in the order in which they come first
     */
    static StringColumn texts(String name, int[] numbers, List<String> texts) {
        var keys = new Object2IntOpenHashMap<String>(texts.size() + 1);
        keys.defaultReturnValue(Integer.MIN_VALUE);
        var values = new Int2ObjectOpenHashMap<String>(texts.size() + 1);
        // Bytes that are no UTF-8 may be one text though they are several.
        var places = new int[texts.size()];
        for (int i = 0; i < places.length; i++) {
            int next = FIRST_KEY + values.size();
            int key = keys.putIfAbsent(texts.get(i), next);
            places[i] = (key == Integer.MIN_VALUE ? next : key) - FIRST_KEY;
            values.putIfAbsent(FIRST_KEY + places[i], texts.get(i));
        }
        var found = new int[values.size()];
        int missing = 0;
        for (int row = 0; row < numbers.length; row++) {
            int number = numbers[row];
            if (number < 0) {
                numbers[row] = MISSING_KEY;
                missing++;
            } else {
                numbers[row] = FIRST_KEY + places[number];
                found[places[number]]++;
            }
        }
        return column(name, numbers, keys, values, found, missing);
    }

    /**
     * Returns a column of texts that all differ.
     *
     * @param rows the key of the text in each row: {@link #FIRST_KEY} and on, or {@link #MISSING_KEY}
     * @param texts in the order of their keys
     * @param found how often each is there
     */
    static StringColumn texts(
            String name, int[] rows, List<String> texts, int[] found, int missing) {
        var keys = new Object2IntOpenHashMap<String>(texts.size() + 1);
        keys.defaultReturnValue(Integer.MIN_VALUE);
        var values = new Int2ObjectOpenHashMap<String>(texts.size() + 1);
        for (int i = 0; i < found.length; i++) {
            keys.put(texts.get(i), FIRST_KEY + i);
            values.put(FIRST_KEY + i, texts.get(i));
        }
        return column(name, rows, keys, values, found, missing);
    }

    private static StringColumn column(
            String name,
            int[] rows,
            Object2IntOpenHashMap<String> keys,
            Int2ObjectOpenHashMap<String> values,
            int[] found,
            int missing) {
        var counts = new Int2IntOpenHashMap(found.length + 1);
        counts.defaultReturnValue(0);
        for (int i = 0; i < found.length; i++) {
            counts.put(FIRST_KEY + i, found[i]);
        }
        if (missing > 0) {
            keys.put("", MISSING_KEY);
            values.put(MISSING_KEY, "");
            counts.put(MISSING_KEY, missing);
        }
        return StringColumn.createInternal(
                name,
                new IntDictionaryMap.IntDictionaryBuilder()
                        .setNextIndex(FIRST_KEY + found.length - 1)
                        .setKeyToValue(values)
                        .setValueToKey(keys)
                        .setKeyToCount(counts)
                        .setValues(rows)
                        .build());
    }
}
