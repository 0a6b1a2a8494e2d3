package himalia.table;

import java.util.Comparator;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.NumericColumn;

/** Places in the order of size, from 1; equal values share the mean of theirs. */
final class Ranks {
    private Ranks() {}

    /** Longs are compared as they are: past 2⁵³ different ones are one double. */
    private static Comparator<Integer> order(NumericColumn<?> column) {
        return column instanceof LongColumn whole
                ? Comparator.comparingLong(whole::getLong)
                : Comparator.comparingDouble(row -> column.getDouble(row) + 0.0);
    }

    static DoubleColumn of(NumericColumn<?> column) {
        var order = order(column);
        int[] rows =
                IntStream.range(0, column.size())
                        .filter(row -> !column.isMissing(row))
                        .boxed()
                        .sorted(order)
                        .mapToInt(row -> row)
                        .toArray();
        var ranks = DoubleColumn.create(column.name(), column.size());
        for (int first = 0; first < rows.length; ) {
            int end = first + 1;
            while (end < rows.length && order.compare(rows[end], rows[first]) == 0) {
                end++;
            }
            double shared = (first + 1 + end) / 2.0;
            for (; first < end; first++) {
                ranks.set(rows[first], shared);
            }
        }
        return ranks;
    }
}
