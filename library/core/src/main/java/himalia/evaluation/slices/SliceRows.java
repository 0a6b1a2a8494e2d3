package himalia.evaluation.slices;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import tech.tablesaw.api.Table;

/** Which rows a combination of conditions holds of. */
record SliceRows(List<String> conditions, int[] rows) {
    /** Returns all combinations of the columns' slices that have rows. */
    static List<SliceRows> every(Table table, List<String> columns) {
        List<SliceRows> combined = List.of();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.indexOf(columns.get(i)) < i) {
                throw new IllegalArgumentException(
                        "column '%s' is named twice".formatted(columns.get(i)));
            }
            var parts = of(SliceColumn.of(table, columns.get(i)));
            combined = i == 0 ? parts : crossed(combined, parts);
        }
        return combined;
    }

    static List<SliceRows> of(SliceColumn column) {
        var parts = new ArrayList<SliceRows>();
        column.rows()
                .forEach((condition, rows) -> parts.add(new SliceRows(List.of(condition), rows)));
        return parts;
    }

    private static List<SliceRows> crossed(List<SliceRows> first, List<SliceRows> second) {
        var crossed = new ArrayList<SliceRows>();
        for (var one : first) {
            for (var other : second) {
                var both = one.and(other);
                if (both.rows().length > 0) {
                    crossed.add(both);
                }
            }
        }
        return crossed;
    }

    SliceRows and(SliceRows other) {
        var both = new ArrayList<>(conditions);
        both.addAll(other.conditions);
        var members = new BitSet();
        Arrays.stream(other.rows).forEach(members::set);
        return new SliceRows(both, Arrays.stream(rows).filter(members::get).toArray());
    }
}
