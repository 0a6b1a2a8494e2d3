package himalia.evaluation.slices;

import himalia.table.Tables;
import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/** How many rows of two groups have an outcome. */
final class GroupRates {
    private GroupRates() {}

    static SliceRows told(Table table, String outcome) {
        var column = Tables.column(table, outcome);
        return new SliceRows(
                List.of(),
                IntStream.range(0, table.rowCount())
                        .filter(row -> !Tables.isMissing(column, row))
                        .toArray());
    }

    static SliceRows part(Table table, String column, String value) {
        var parts = SliceColumn.of(table, column);
        var name = column + " = " + value;
        var rows = parts.rows().get(name);
        if (rows == null) {
            throw new IllegalArgumentException(
                    "there is no '%s'; there are: %s"
                            .formatted(name, String.join(", ", parts.rows().keySet())));
        }
        return new SliceRows(List.of(name), rows);
    }

    static SimpsonsCheck.Pair rates(String name, SliceRows one, SliceRows other, SliceRows hits) {
        return new SimpsonsCheck.Pair(
                name, one.rows().length, rate(one, hits), other.rows().length, rate(other, hits));
    }

    private static double rate(SliceRows group, SliceRows hits) {
        return (double) group.and(hits).rows().length / group.rows().length;
    }
}
