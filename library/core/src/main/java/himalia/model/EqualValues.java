package himalia.model;

import himalia.table.RowFingerprints;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import tech.tablesaw.api.Table;

/**
 * How often two rows have the same values, told by the columns one by one: of many columns, or real numbers, hardly ever, even
 * where the rows are too few to be equal anywhere.
 */
final class EqualValues {
    private EqualValues() {}

    /** The share of pairs of different rows that would be equal, if columns did not depend on each other. */
    static double share(Table rows, List<String> columns) {
        var known = new HashSet<Long>();
        var hashes = RowFingerprints.ofEach(rows, columns);
        // Copies are no evidence of values that are often the same.
        var first = new boolean[hashes.length];
        for (int row = 0; row < hashes.length; row++) {
            first[row] = known.add(hashes[row]);
        }
        double pairs = known.size() * (known.size() - 1.0) / 2;
        return columns.stream()
                .map(name -> RowFingerprints.ofEach(rows, List.of(name)))
                // One pair more than there is: what was not seen among few may be.
                .mapToDouble(values -> (equal(values, first) + 1) / (pairs + 1))
                .reduce(1, (one, other) -> one * other);
    }

    private static double equal(long[] values, boolean[] first) {
        var counts = new HashMap<Long, Integer>();
        for (int row = 0; row < values.length; row++) {
            if (first[row]) {
                counts.merge(values[row], 1, Integer::sum);
            }
        }
        return counts.values().stream().mapToDouble(count -> count * (count - 1.0) / 2).sum();
    }
}
