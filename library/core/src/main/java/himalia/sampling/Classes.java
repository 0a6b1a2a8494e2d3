package himalia.sampling;

import himalia.model.Labels;
import himalia.table.Pieces;
import himalia.table.RowsByCode;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * The classes of some rows.
 *
 * <p>Their rows are grouped once, when they are first asked for: there may be as many classes as half of the rows.
 */
final class Classes {
    private final List<String> names;
    private final int[] codes;
    private final int columns;
    private @Nullable RowsByCode grouped;
    private final int[] counts;

    /**
     * Takes the classes of rows.
     *
     * @param names the classes, in order
     * @param codes the place of each row's class among the names
     * @param columns how many columns their table has
     */
    Classes(List<String> names, int[] codes, int columns) {
        this.names = List.copyOf(names);
        this.codes = codes;
        this.columns = columns;
        counts = new int[names.size()];
        Pieces.each(codes.length, this::count);
    }

    static Classes of(Table table, String label) {
        var labels = Labels.toLearn(table, label);
        return new Classes(labels.classes(), labels.codes(), table.columnCount());
    }

    /** Returns the same classes with other numbers of rows. */
    Classes withCounts(int... counts) {
        var rows = new int[IntStream.of(counts).sum()];
        int end = 0;
        for (var code = 0; code < counts.length; code++) {
            Arrays.fill(rows, end, end + counts[code], code);
            end += counts[code];
        }
        return new Classes(names, rows, columns);
    }

    List<String> names() {
        return names;
    }

    int[] codes() {
        return codes;
    }

    int columns() {
        return columns;
    }

    int[] counts() {
        return counts.clone();
    }

    private void take(int code, int from, int to, IntArrayList rows) {
        for (var row = from; row < to; row++) {
            if (codes[row] == code) {
                rows.add(row);
            }
        }
    }

    private void count(int from, int to) {
        for (var row = from; row < to; row++) {
            counts[codes[row]]++;
        }
    }

    /** Returns the rows of one class, in order. */
    int[] rows(int code) {
        if (names.size() == 2) {
            // A look at all rows is as fast as to group them, and keeps nothing.
            var rows = new IntArrayList(counts()[code]);
            Pieces.each(codes.length, (from, to) -> take(code, from, to, rows));
            return rows.toIntArray();
        }
        var all = grouped == null ? RowsByCode.of(codes, names.size()) : grouped;
        grouped = all;
        return all.rows(code);
    }

    /** Returns the class with most rows; of equals, the first. */
    int majority() {
        var counts = counts();
        return IntStream.range(0, counts.length)
                .reduce((best, next) -> counts[next] > counts[best] ? next : best)
                .orElseThrow();
    }

    /** Returns the class with fewest rows; of equals, the first. */
    int minority() {
        var counts = counts();
        return IntStream.range(0, counts.length)
                .reduce((best, next) -> counts[next] < counts[best] ? next : best)
                .orElseThrow();
    }

    /** The counts in words: {@code 0: 269, 1: 31}. */
    @Override
    public String toString() {
        var counts = counts();
        var words = new ArrayList<String>();
        for (var code = 0; code < counts.length; code++) {
            words.add("%s: %,d".formatted(names.get(code), counts[code]));
        }
        return String.join(", ", words);
    }
}
