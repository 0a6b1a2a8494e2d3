package himalia.evaluation.clustering;

import himalia.table.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import tech.tablesaw.columns.Column;

/**
 * How many rows each pair of groups of two groupings shares.
 *
 * @param shared pairs that share rows: never more than there are rows, while all pairs of many groups fit in no memory
 * @param first how many rows each group of the first has
 * @param second how many rows each group of the second has
 */
record Contingency(List<Shared> shared, long[] first, long[] second, long rows) {
    /** How many rows a group of the first shares with one of the second. */
    record Shared(int first, int second, long rows) {}

    static Contingency of(List<String> first, List<String> second) {
        if (first.size() != second.size() || first.isEmpty()) {
            throw new IllegalArgumentException(
                    "as many rows are wanted in both groupings, and one at least, got %d and %d"
                            .formatted(first.size(), second.size()));
        }
        var one = codes(first);
        var other = codes(second);
        var rowsOfOne = new long[most(one) + 1];
        var rowsOfOther = new long[most(other) + 1];
        var pairs = new TreeMap<Long, Long>();
        for (int row = 0; row < one.length; row++) {
            pairs.merge((long) one[row] * rowsOfOther.length + other[row], 1L, Long::sum);
            rowsOfOne[one[row]]++;
            rowsOfOther[other[row]]++;
        }
        var shared = new ArrayList<Shared>();
        pairs.forEach(
                (pair, rows) ->
                        shared.add(
                                new Shared(
                                        (int) (pair / rowsOfOther.length),
                                        (int) (pair % rowsOfOther.length),
                                        rows)));
        return new Contingency(List.copyOf(shared), rowsOfOne, rowsOfOther, one.length);
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
