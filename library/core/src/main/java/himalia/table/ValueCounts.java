package himalia.table;

import himalia.display.bundle.Listed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** How often each value of a column comes. */
final class ValueCounts {
    /** More of them nobody reads in a sentence. */
    private static final int LISTED = 20;

    private ValueCounts() {}

    static Table of(Column<?> column) {
        var firsts = new LinkedHashMap<Object, int[]>();
        int missing = 0;
        int lastMissing = 0;
        for (int row = 0; row < column.size(); row++) {
            if (Tables.isMissing(column, row)) {
                missing++;
                lastMissing = row;
            } else {
                int first = row;
                firsts.computeIfAbsent(key(column.get(row)), value -> new int[] {first, 0})[1]++;
            }
        }
        var counted = new ArrayList<>(firsts.values());
        // Equal counts keep the order in which their values first come.
        counted.sort(Comparator.comparing((int[] each) -> each[1]).reversed());
        if (missing > 0) {
            counted.add(new int[] {lastMissing, missing});
        }
        var values = column.subset(counted.stream().mapToInt(each -> each[0]).toArray());
        var name = new ColumnNames(List.of(column.name())).add("count");
        var counts = counted.stream().mapToInt(each -> each[1]).toArray();
        return Table.create("", values, IntColumn.create(name, counts));
    }

    /** 0 and -0 are one value, as {@code ==} has it. */
    private static Object key(Object value) {
        if (value instanceof Double number) {
            return number + 0.0;
        }
        return value instanceof Float number ? number + 0.0f : value;
    }

    static String words(Column<?> column) {
        var counts = new LinkedHashMap<String, Integer>();
        for (var row = 0; row < column.size(); row++) {
            boolean isMissing = Tables.isMissing(column, row);
            var value = column.getString(row);
            // 0 and -0 are one value here, too.
            boolean isZero = column instanceof NumericColumn<?> && value.matches("-0(\\.0)?");
            counts.merge(
                    isMissing ? "missing" : isZero ? value.substring(1) : value, 1, Integer::sum);
        }
        return Listed.of(
                counts.entrySet().stream()
                        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                        .map(entry -> "%,d × %s".formatted(entry.getValue(), entry.getKey()))
                        .toList(),
                LISTED);
    }
}
