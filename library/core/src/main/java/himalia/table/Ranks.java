package himalia.table;

import java.util.Comparator;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.NumericColumn;

/** Places in the order of size, from 1; equal values share the mean of theirs. */
final class Ranks {
    private Ranks() {}

    static DoubleColumn of(NumericColumn<?> column) {
        int[] rows =
                IntStream.range(0, column.size())
                        .filter(row -> !column.isMissing(row))
                        .boxed()
                        .sorted(Comparator.comparingDouble(column::getDouble))
                        .mapToInt(row -> row)
                        .toArray();
        var ranks = DoubleColumn.create(column.name(), column.size());
        for (int first = 0; first < rows.length; ) {
            int end = first + 1;
            while (end < rows.length
                    && column.getDouble(rows[end]) == column.getDouble(rows[first])) {
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
