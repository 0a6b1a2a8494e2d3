package himalia.display.chart.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows that belong together.
 *
 * @param name what they have in common
 * @param rows their numbers
 */
public record Group(String name, int[] rows) {
    /** Parts rows by the names of a column: a group for each of its levels, also those without a row. */
    public static List<Group> of(DataColumn names, int[] rows) {
        var sizes = new int[names.levels().size()];
        for (var row : rows) {
            sizes[(int) names.values().at(row)]++;
        }
        var parts = new int[sizes.length][];
        Arrays.setAll(parts, i -> new int[sizes[i]]);
        Arrays.fill(sizes, 0);
        for (var row : rows) {
            int place = (int) names.values().at(row);
            parts[place][sizes[place]++] = row;
        }
        var groups = new ArrayList<Group>();
        for (int i = 0; i < parts.length; i++) {
            groups.add(new Group(names.levels().get(i), parts[i]));
        }
        return groups;
    }

    @Override
    public boolean equals(Object other) {
        throw new UnsupportedOperationException("groups are never compared");
    }

    @Override
    public int hashCode() {
        throw new UnsupportedOperationException("groups are never compared");
    }
}
