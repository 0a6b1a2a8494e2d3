package himalia.evaluation.clustering;

import himalia.table.Tables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tech.tablesaw.columns.Column;

/**
 * How many rows each pair of groups of two groupings shares.
 *
 * @param shared rows by group of the first and group of the second
 * @param first how many rows each group of the first has
 * @param second how many rows each group of the second has
 */
record Contingency(long[][] shared, long[] first, long[] second, long rows) {
    static Contingency of(List<String> first, List<String> second) {
        if (first.size() != second.size() || first.isEmpty()) {
            throw new IllegalArgumentException(
                    "as many rows are wanted in both groupings, and one at least, got %d and %d"
                            .formatted(first.size(), second.size()));
        }
        var one = codes(first);
        var other = codes(second);
        var shared = new long[most(one) + 1][most(other) + 1];
        var rowsOfOne = new long[shared.length];
        var rowsOfOther = new long[shared[0].length];
        for (int row = 0; row < one.length; row++) {
            shared[one[row]][other[row]]++;
            rowsOfOne[one[row]]++;
            rowsOfOther[other[row]]++;
        }
        return new Contingency(shared, rowsOfOne, rowsOfOther, one.length);
    }

    /** Returns which group each row is of, by its place among those that came before. */
    static int[] codes(List<String> groups) {
        var known = new HashMap<String, Integer>();
        return groups.stream().mapToInt(each -> code(known, each)).toArray();
    }

    private static int code(Map<String, Integer> known, String group) {
        return known.computeIfAbsent(group, each -> known.size());
    }

    private static int most(int[] codes) {
        return IntStream.of(codes).max().orElse(0);
    }

    /** Reads a column that names a group in each row. */
    static List<String> groups(Column<?> column) {
        return IntStream.range(0, column.size())
                .mapToObj(
                        row -> {
                            if (Tables.isMissing(column, row)) {
                                throw new IllegalArgumentException(
                                        "row %d of column '%s' names no group; drop the rows that miss it: Tables.dropMissing(table, \"%s\")"
                                                .formatted(row, column.name(), column.name()));
                            }
                            return Tables.level(column, row);
                        })
                .toList();
    }
}
