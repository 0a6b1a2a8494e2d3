package himalia.features.leakage;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Columns of whole numbers or texts that have another value in every row of both tables: they name rows, and tell nothing of them. */
final class Keys {
    private Keys() {}

    static Set<String> of(Table train, Table test, List<String> columns) {
        var keys = new TreeSet<String>();
        for (var name : columns) {
            if (test.columnNames().contains(name) && isKey(train, test, name)) {
                keys.add(name);
            }
        }
        return keys;
    }

    private static boolean isKey(Table train, Table test, String name) {
        var column = train.column(name);
        boolean canBe = isWhole(train, name) || column instanceof StringColumn;
        if (!canBe || !column.type().equals(test.column(name).type())) {
            return false;
        }
        var values = new HashSet<String>();
        return Stream.of(train.column(name), test.column(name))
                .allMatch(
                        each ->
                                IntStream.range(0, each.size())
                                        .allMatch(
                                                row -> values.add(each.getUnformattedString(row))));
    }

    private static boolean isWhole(Table table, String name) {
        return table.column(name) instanceof IntColumn || table.column(name) instanceof LongColumn;
    }

    /** Returns that a key was not looked at, and why. */
    static String note(Table train, String name) {
        boolean isWhole = isWhole(train, name);
        return "column '%s' was not looked at: it holds another %s in every row, as a key does%s"
                .formatted(
                        name,
                        isWhole ? "whole number" : "text",
                        isWhole
                                ? "; if it is a feature, give it to both tables as real numbers, by asDoubleColumn()"
                                : "");
    }
}
