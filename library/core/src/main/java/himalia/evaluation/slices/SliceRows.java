package himalia.evaluation.slices;

import himalia.display.bundle.InterruptCheck;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/** Which rows a combination of conditions holds of. */
record SliceRows(List<String> conditions, int[] rows) {
    /** Returns all combinations of the columns' slices that have rows. */
    static List<SliceRows> every(Table table, List<String> columns) {
        checkDistinct(columns);
        List<SliceRows> combined = List.of();
        for (int i = 0; i < columns.size(); i++) {
            var parts = of(SliceColumn.of(table, columns.get(i)));
            combined = i == 0 ? parts : crossed(combined, parts, table.rowCount());
        }
        return combined;
    }

    static void checkDistinct(List<String> columns) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.indexOf(columns.get(i)) < i) {
                throw new IllegalArgumentException(
                        "column '%s' is named twice".formatted(columns.get(i)));
            }
        }
    }

    static List<SliceRows> of(SliceColumn column) {
        var parts = new ArrayList<SliceRows>();
        column.rows()
                .forEach((condition, rows) -> parts.add(new SliceRows(List.of(condition), rows)));
        return parts;
    }

    private static List<SliceRows> crossed(
            List<SliceRows> first, List<SliceRows> second, int rows) {
        var crossed = new ArrayList<SliceRows>();
        var places = places(second, rows);
        var interrupt = new InterruptCheck();
        for (var one : first) {
            interrupt.ask();
            one.by(places)
                    .forEach(
                            (place, both) ->
                                    crossed.add(
                                            new SliceRows(
                                                    one.conditions(second.get(place)), both)));
        }
        return crossed;
    }

    /** Returns which of slices that share no row each row is in, or -1. */
    static int[] places(List<SliceRows> slices, int rows) {
        var places = new int[rows];
        Arrays.fill(places, -1);
        for (int place = 0; place < slices.size(); place++) {
            for (int row : slices.get(place).rows()) {
                places[row] = place;
            }
        }
        return places;
    }

    /** Returns its rows by the slice that they are in as well: one pass, where most pairs of slices share no row. */
    SortedMap<Integer, int[]> by(int[] places) {
        var members = new TreeMap<Integer, IntStream.Builder>();
        for (int row : rows) {
            if (places[row] >= 0) {
                members.computeIfAbsent(places[row], place -> IntStream.builder()).add(row);
            }
        }
        var parted = new TreeMap<Integer, int[]>();
        members.forEach((place, both) -> parted.put(place, both.build().toArray()));
        return parted;
    }

    private List<String> conditions(SliceRows other) {
        var both = new ArrayList<>(conditions);
        both.addAll(other.conditions);
        return both;
    }

    SliceRows and(SliceRows other) {
        var members = new BitSet();
        Arrays.stream(other.rows).forEach(members::set);
        return new SliceRows(conditions(other), Arrays.stream(rows).filter(members::get).toArray());
    }
}
