package himalia.table;

import static himalia.display.bundle.Given.given;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToLongFunction;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/**
 * The different values of a column, each once, and of each row which one it has. A column of a million rows has few values, so
 * what is asked of each value is asked of those.
 *
 * <pre>{@code
 * LevelCodes cities = LevelCodes.of(train.column("city"));
 * cities.levels()      // Oslo, Paris: in the order in which they come
 * cities.code(0)       // 0
 * }</pre>
 */
public final class LevelCodes {
    /** The code of a row whose cell is missing. */
    public static final int MISSING = -1;

    private static final int NOT_SEEN = -2;

    private final List<String> levels = new ArrayList<>();
    private final int[] codes;
    private int missing;

    private final int most;

    private LevelCodes(int rows, int most) {
        codes = new int[rows];
        this.most = most;
    }

    /** Reads a column of anything; levels are named as by {@link Tables#level}. */
    public static LevelCodes of(Column<?> column) {
        return read(column, Integer.MAX_VALUE);
    }

    /** Reads a column of at most so many levels, or nothing of one that has more: it stops at the first of them. */
    public static Optional<LevelCodes> few(Column<?> column, int most) {
        var codes = read(column, most);
        return codes.isMore() ? Optional.empty() : Optional.of(codes);
    }

    private static LevelCodes read(Column<?> column, int most) {
        given(column, "column");
        var codes = new LevelCodes(column.size(), most);
        if (column instanceof StringColumn texts) {
            var dictionary = texts.getDictionary();
            codes.read(dictionary::getKeyForIndex, column);
        } else if (column instanceof LongColumn numbers) {
            codes.read(numbers::getLong, column);
        } else if (column instanceof IntColumn numbers) {
            var values = ColumnArrays.ofInts(numbers);
            codes.read(row -> values[row], column);
        } else if (column instanceof NumericColumn<?> numbers) {
            // Both zeros are one.
            codes.read(row -> Double.doubleToLongBits(numbers.getDouble(row) + 0.0), column);
        } else if (column instanceof BooleanColumn flags) {
            codes.read(flags::getByte, column);
        } else {
            codes.readEach(column);
        }
        return codes;
    }

    /** Rows of the same key have the same level. */
    private void read(IntToLongFunction key, Column<?> column) {
        var known = new Long2IntOpenHashMap();
        known.defaultReturnValue(NOT_SEEN);
        Pieces.each(codes.length, (from, to) -> read(key, column, known, from, to));
    }

    private void read(
            IntToLongFunction key, Column<?> column, Long2IntOpenHashMap known, int from, int to) {
        if (isMore()) {
            return;
        }
        // Equal ones often stand beside each other.
        long last = 0;
        int code = NOT_SEEN;
        for (int row = from; row < to; row++) {
            long next = key.applyAsLong(row);
            if (next != last || code == NOT_SEEN) {
                last = next;
                code = known.get(next);
                if (code == NOT_SEEN) {
                    code = Tables.isMissing(column, row) ? MISSING : add(Tables.level(column, row));
                    known.put(next, code);
                    if (isMore()) {
                        return;
                    }
                }
            }
            codes[row] = code;
            missing += code == MISSING ? 1 : 0;
        }
    }

    private void readEach(Column<?> column) {
        var known = new HashMap<String, Integer>();
        for (int row = 0; row < codes.length && !isMore(); row++) {
            if (Tables.isMissing(column, row)) {
                codes[row] = MISSING;
                missing++;
            } else {
                codes[row] = known.computeIfAbsent(Tables.level(column, row), this::add);
            }
        }
    }

    private boolean isMore() {
        return levels.size() > most;
    }

    private int add(String level) {
        levels.add(level);
        return levels.size() - 1;
    }

    /** Returns the different values, in the order in which they come. */
    public List<String> levels() {
        return List.copyOf(levels);
    }

    /** Returns whether some rows miss a value. */
    public boolean hasMissing() {
        return missing > 0;
    }

    /** Returns how many rows have a value. */
    public int countPresent() {
        return codes.length - missing;
    }

    /** Returns how many rows have each level. */
    public int[] counts() {
        var counts = new int[levels.size()];
        Pieces.each(
                codes.length,
                (from, to) -> {
                    for (int row = from; row < to; row++) {
                        if (codes[row] != MISSING) {
                            counts[codes[row]]++;
                        }
                    }
                });
        return counts;
    }

    /** Returns how many rows there are. */
    public int size() {
        return codes.length;
    }

    /** Returns the place of a row's value among the levels, or {@link #MISSING}. */
    public int code(int row) {
        return codes[row];
    }

    /** Returns the first row of a level. */
    public int firstRow(int level) {
        int row = 0;
        while (codes[row] != level) {
            row++;
        }
        return row;
    }

    /**
     * Returns a number of each row, that of its level.
     *
     * @param ofLevels the number of each level
     * @param missing that of rows without one
     */
    public int[] numbers(int[] ofLevels, int missing) {
        given(ofLevels, "ofLevels");
        var numbers = new int[codes.length];
        Pieces.each(
                codes.length,
                (from, to) -> {
                    for (int row = from; row < to; row++) {
                        numbers[row] = codes[row] == MISSING ? missing : ofLevels[codes[row]];
                    }
                });
        return numbers;
    }
}
