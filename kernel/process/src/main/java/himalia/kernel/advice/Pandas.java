package himalia.kernel.advice;

import himalia.javac.Receiver;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What who comes from Python asks of a table or of a column, and what Tablesaw calls it. */
final class Pandas {
    private static final String GROUPED =
            "GroupBy.of(table, \"group\").agg(Aggregate.mean(\"number\"))";
    private static final String JOINED = "table.joinOn(\"key\").inner(other)";
    private static final String WITHOUT =
            "table.rejectColumns(\"name\"), of rows table.dropRows(0)";
    private static final String COUNTED = "table.countBy(\"column\")";
    private static final String SORTED =
            "table.sortAscendingOn(\"column\"), table.sortDescendingOn(\"column\")";
    private static final String WHERE = "table.where(table.numberColumn(\"x\").isGreaterThan(3))";
    private static final String ROW =
            "table.row(0) is a row, " + WHERE + " are those of a condition";
    private static final String LOOP = "for (var row : table) { … }";
    private static final String COUNT = "table.rowCount(), table.columnCount()";

    private static final Map<String, String> TABLE =
            Map.ofEntries(
                    Map.entry("head", "table.first(5)"),
                    Map.entry("tail", "table.last(5)"),
                    Map.entry("drop", WITHOUT),
                    Map.entry("groupby", GROUPED),
                    Map.entry("agg", GROUPED),
                    Map.entry("describe", "Tables.describe(table)"),
                    Map.entry("info", "table.structure()"),
                    Map.entry("dtypes", "table.structure()"),
                    Map.entry("merge", JOINED),
                    Map.entry("join", JOINED),
                    Map.entry("fillna", "column.setMissingTo(0.0)"),
                    Map.entry("dropna", "table.dropRowsWithMissingValues()"),
                    Map.entry("isna", "table.missingValueCounts()"),
                    Map.entry("isnull", "table.missingValueCounts()"),
                    Map.entry("valuecounts", COUNTED),
                    Map.entry("iloc", ROW),
                    Map.entry("loc", ROW),
                    Map.entry("query", WHERE),
                    Map.entry("filter", WHERE),
                    Map.entry("columns", "table.columnNames(), or table.columns()"),
                    Map.entry("sortvalues", SORTED),
                    Map.entry("sortby", SORTED),
                    Map.entry("orderby", SORTED),
                    Map.entry("sort", SORTED),
                    Map.entry("dropduplicates", "table.dropDuplicateRows()"),
                    Map.entry("pivottable", "table.pivot(\"row\", \"column\", \"number\", mean)"),
                    Map.entry("sample", "table.sampleN(10)"),
                    Map.entry("rename", "table.column(\"old\").setName(\"new\")"),
                    Map.entry("tocsv", "Storage.write(table, \"file.csv\")"),
                    Map.entry("iterrows", LOOP),
                    Map.entry("itertuples", LOOP),
                    Map.entry("foreach", LOOP),
                    Map.entry("size", COUNT),
                    Map.entry("length", COUNT),
                    Map.entry("len", COUNT),
                    Map.entry("count", COUNT));

    private static final Map<String, String> COLUMN =
            Map.ofEntries(
                    Map.entry("head", "column.first(5)"),
                    Map.entry("tail", "column.last(5)"),
                    Map.entry("describe", "column.summary()"),
                    Map.entry("fillna", "column.setMissingTo(…)"),
                    Map.entry("dropna", "column.removeMissing()"),
                    Map.entry("isna", "column.isMissing()"),
                    Map.entry("isnull", "column.isMissing()"),
                    Map.entry("valuecounts", COUNTED),
                    Map.entry("nunique", "column.countUnique()"),
                    Map.entry("tolist", "column.asList()"));

    private Pandas() {}

    /** Returns what a missing member is called there. */
    static Optional<String> hint(String name, Receiver receiver) {
        var key = name.replace("_", "").toLowerCase(Locale.ROOT);
        boolean table = receiver.type().equals("Table") && has(receiver, "columnNames");
        boolean column = receiver.type().endsWith("Column") && has(receiver, "countMissing");
        var java = table ? TABLE.get(key) : column ? COLUMN.get(key) : null;
        return Optional.ofNullable(java).map(each -> "Tablesaw's way: " + each + ".");
    }

    private static boolean has(Receiver receiver, String method) {
        return receiver.members().stream().anyMatch(each -> each.name().equals(method));
    }
}
