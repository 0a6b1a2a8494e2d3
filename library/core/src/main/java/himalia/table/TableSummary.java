package himalia.table;

import himalia.display.grid.GridSource;
import himalia.display.grid.RowCount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import tech.tablesaw.columns.numbers.LongColumnType;

/**
 * What is in each column of a table: a row for every one.
 *
 * @param name what the summary is called
 * @param about the names of the columns told about
 * @param facts what is known of each
 */
record TableSummary(String name, List<String> about, List<List<@Nullable Object>> facts)
        implements GridSource {
    private static final List<String> NAMES =
            List.of(
                    "type",
                    "missing",
                    "distinct",
                    "least",
                    "25 %",
                    "median",
                    "75 %",
                    "most",
                    "spread");

    private static final int LEAST = NAMES.indexOf("least");
    private static final int MOST = NAMES.indexOf("most");
    private static final Set<String> TIMES =
            Set.of("LocalDate", "LocalTime", "LocalDateTime", "Instant");
    private static final Set<String> WHOLE = Set.of("int", "long", "short");

    private static final String BARS = "▁▂▃▄▅▆▇█";
    private static final int BINS = 10;

    static TableSummary of(Table table) {
        var facts = new ArrayList<List<@Nullable Object>>();
        for (int i = 0; i < table.columnCount(); i++) {
            facts.add(facts(table.column(i), new TableSource(table).typeName(i)));
        }
        var name = (table.name() == null ? "" : table.name() + ": ") + table.rowCount() + " rows";
        return new TableSummary(name, table.columnNames(), facts);
    }

    private static List<@Nullable Object> facts(Column<?> column, String type) {
        var present = column.removeMissing();
        var facts =
                new ArrayList<@Nullable Object>(
                        List.of(type, Tables.countMissing(column), present.countUnique()));
        if (column instanceof NumericColumn<?> numbers) {
            var sorted =
                    Arrays.stream(numbers.asDoubleArray())
                            .filter(value -> !Double.isNaN(value))
                            .sorted()
                            .toArray();
            for (int quarter = 0; quarter <= 4; quarter++) {
                facts.add(sorted.length == 0 ? null : Quantile.of(sorted, quarter / 4.0));
            }
            if (sorted.length > 0 && WHOLE.contains(type.replace("?", ""))) {
                // The ends are values of the column, and look like them.
                var ends = ends(numbers, sorted);
                facts.set(LEAST, ends[0]);
                facts.set(MOST, ends[1]);
            }
            facts.add(histogram(sorted));
        } else {
            // Texts and dates have a first and a last one.
            var sorted = present.asList().stream().sorted(TableSummary::compare).toList();
            boolean isTime = TIMES.contains(type.replace("?", ""));
            for (int quarter = 0; quarter <= 4; quarter++) {
                boolean isEnd = quarter % 4 == 0;
                // Between two times there may be none that the column can hold: the earlier one.
                int place = quarter * (sorted.size() - 1) / 4;
                facts.add(sorted.isEmpty() || !isEnd && !isTime ? null : sorted.get(place));
            }
            facts.add(null);
        }
        return facts;
    }

    /** A double is not every long: those are asked for themselves. */
    private static long[] ends(NumericColumn<?> column, double[] sorted) {
        if (column instanceof LongColumn whole) {
            var ends =
                    Arrays.stream(whole.asLongArray())
                            .filter(value -> !LongColumnType.valueIsMissing(value))
                            .summaryStatistics();
            return new long[] {ends.getMin(), ends.getMax()};
        }
        return new long[] {(long) sorted[0], (long) sorted[sorted.length - 1]};
    }

    @Override
    public RowCount rows() {
        return RowCount.of(about.size());
    }

    @Override
    public String rowName(long row) {
        return about.get((int) row);
    }

    @Override
    public boolean leavesBlank(long row, int column) {
        return true;
    }

    @Override
    public int columns() {
        return NAMES.size();
    }

    @Override
    public String columnName(int column) {
        return NAMES.get(column);
    }

    @Override
    public String typeName(int column) {
        return "";
    }

    @Override
    public @Nullable Object cell(long row, int column) {
        return facts.get((int) row).get(column);
    }

    @SuppressWarnings("unchecked")
    private static int compare(Object left, Object right) {
        return left instanceof Comparable<?> comparable
                ? ((Comparable<Object>) comparable).compareTo(right)
                : left.toString().compareTo(right.toString());
    }

    /** How the numbers lie between the least and the most, in ten little bars. */
    private static String histogram(double[] all) {
        // Infinity lies in no bar of a finite width.
        var sorted = Arrays.stream(all).filter(Double::isFinite).toArray();
        if (sorted.length == 0 || sorted[0] == sorted[sorted.length - 1]) {
            return "";
        }
        var width = (sorted[sorted.length - 1] - sorted[0]) / BINS;
        var counts = new int[BINS];
        for (var value : sorted) {
            counts[Math.min(BINS - 1, (int) ((value - sorted[0]) / width))]++;
        }
        var most = Arrays.stream(counts).max().orElse(1);
        var bars = new StringBuilder();
        for (var count : counts) {
            bars.append(BARS.charAt((int) Math.ceil((BARS.length() - 1.0) * count / most)));
        }
        return bars.toString();
    }
}
