package himalia.evaluation.slices;

import himalia.table.LevelCodes;
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

    /** Nobody has made the quarters of a column of many numbers. */
    static IllegalArgumentException notTwo(Table table, String group, int groups) {
        int values = LevelCodes.of(table.column(group)).levels().size();
        return new IllegalArgumentException(
                values > groups
                        ? "two groups are compared, and column '%1$s' has %2$d different numbers; cut them in two, such as Columns.cut(table.numberColumn(\"%1$s\"), 0, 10, 20), and name that column"
                                .formatted(group, values)
                        : "two groups are compared, and column '%s' has %d; keep the rows of two"
                                .formatted(group, groups));
    }
}
