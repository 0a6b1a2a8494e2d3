package himalia.sampling.drawing;

import himalia.display.bundle.Amount;
import himalia.table.FreeMemory;
import himalia.table.LevelCodes;
import himalia.table.RowsByCode;
import himalia.table.Shuffle;
import himalia.table.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** What several designs do. */
final class Draws {
    /** A place and what it stands for, as it is drawn and in the sample. */
    private static final long ROW_BYTES = 48;

    private Draws() {}

    static void checkSize(String what, int size) {
        if (size < 1) {
            throw new IllegalArgumentException(what + " must be at least 1, got " + size);
        }
    }

    /** Refuses to draw more rows than there are, or any from none. */
    static void checkEnough(Table table, int size, String way) {
        int rows = Tables.given(table).rowCount();
        if (rows == 0) {
            throw new IllegalArgumentException("the table has no rows; there is nothing to draw");
        }
        if (size > rows) {
            throw new IllegalArgumentException(
                    "a sample of %d rows is larger than the table, which has %s; draw at most %d%s"
                            .formatted(size, Amount.of(rows, "row"), rows, way));
        }
    }

    /** Refuses a sample that there is no memory for; one with replacement may be larger than its table. */
    static void checkRoom(Table table, int size) {
        FreeMemory.check(
                size * (ROW_BYTES + (long) Double.BYTES * table.columnCount()),
                "a sample of %,d rows of %s"
                        .formatted(size, Amount.of(table.columnCount(), "column")),
                "draw fewer, or");
    }

    /** Returns a fair draw of some of the values, in their order. */
    static int[] some(int[] values, int count, RandomGenerator random) {
        var some = Arrays.copyOf(Shuffle.first(values.clone(), count, random), count);
        Arrays.sort(some);
        return some;
    }

    /** Returns the rows of each value of a column, by first appearance; those that miss one are a group, too. */
    static Map<String, int[]> groups(Column<?> column) {
        var levels = LevelCodes.of(column);
        var names = new ArrayList<>(levels.levels());
        var codes = levels.numbers(all(names.size()), names.size());
        names.add("");
        var rows = RowsByCode.of(codes, names.size());
        var isSeen = new boolean[names.size()];
        var groups = new LinkedHashMap<String, int[]>();
        for (int code : codes) {
            if (!isSeen[code]) {
                isSeen[code] = true;
                groups.put(names.get(code), rows.rows(code));
            }
        }
        return groups;
    }

    static int[] all(int rows) {
        return IntStream.range(0, rows).toArray();
    }
}
