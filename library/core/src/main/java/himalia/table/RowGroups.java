package himalia.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * The rows of a table by what they have in common.
 *
 * @param keys one row for each group, in the order of the groups
 * @param groups the group of each row
 * @param order the rows, as a group has them one after the other
 */
record RowGroups(Table table, Table keys, int[] groups, int[] order) {
    private static final Object MISSING = new Object();

    /** Groups by the values of columns, in their order; what is missing is a value of its own, the last. */
    static RowGroups of(Table table, List<Column<?>> columns) {
        int[] groups = new int[table.rowCount()];
        for (var column : columns) {
            groups = finer(groups, codes(column));
        }
        int count = Arrays.stream(groups).max().orElse(-1) + 1;
        int[] firsts = new int[count];
        Arrays.fill(firsts, -1);
        for (int row = groups.length - 1; row >= 0; row--) {
            firsts[groups[row]] = row;
        }
        var keys = Table.create("");
        columns.forEach(column -> keys.addColumns(column.subset(firsts)));
        return new RowGroups(table, keys, groups, IntStream.range(0, groups.length).toArray());
    }

    /** Numbers the values of a column in their order. */
    private static int[] codes(Column<?> column) {
        var firsts = new ArrayList<Integer>();
        var seen = new HashMap<Object, Integer>();
        int[] codes = new int[column.size()];
        for (int row = 0; row < codes.length; row++) {
            int first = row;
            Object value = Tables.isMissing(column, row) ? MISSING : plain(column.get(row));
            codes[row] =
                    seen.computeIfAbsent(
                            value,
                            fresh -> {
                                firsts.add(first);
                                return firsts.size() - 1;
                            });
        }
        var sorted =
                IntStream.range(0, firsts.size())
                        .boxed()
                        .sorted(Comparator.comparing(firsts::get, order(column)))
                        .toList();
        int[] places = new int[sorted.size()];
        for (int place = 0; place < places.length; place++) {
            places[sorted.get(place)] = place;
        }
        Arrays.setAll(codes, row -> places[codes[row]]);
        return codes;
    }

    /** The two zeros of doubles are one number. */
    static Object plain(Object value) {
        if (value instanceof Double number) {
            return number + 0.0;
        }
        return value instanceof Float number ? (Object) (number + 0f) : value;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Comparator<Integer> order(Column<?> column) {
        Comparator<Integer> missing = Comparator.comparing(row -> Tables.isMissing(column, row));
        return missing.thenComparing(
                (one, other) ->
                        Tables.isMissing(column, one)
                                ? 0
                                : ((Comparable) column.get(one)).compareTo(column.get(other)));
    }

    /** Parts groups by another column, and numbers again without gaps. */
    private static int[] finer(int[] groups, int[] codes) {
        int width = Arrays.stream(codes).max().orElse(0) + 1;
        long[] both = new long[groups.length];
        Arrays.setAll(both, row -> (long) groups[row] * width + codes[row]);
        var sorted = Arrays.stream(both).distinct().sorted().toArray();
        int[] finer = new int[groups.length];
        Arrays.setAll(finer, row -> Arrays.binarySearch(sorted, both[row]));
        return finer;
    }

    /** Returns the rows of each group, in their order. */
    int[][] rows() {
        int[] sizes = new int[keys.rowCount()];
        for (int group : groups) {
            sizes[group]++;
        }
        var rows = Arrays.stream(sizes).mapToObj(int[]::new).toArray(int[][]::new);
        int[] filled = new int[sizes.length];
        for (int row : order) {
            int group = groups[row];
            rows[group][filled[group]++] = row;
        }
        return rows;
    }
}
