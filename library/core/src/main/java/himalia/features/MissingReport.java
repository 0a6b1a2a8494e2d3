package himalia.features;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Amount;
import himalia.display.bundle.InterruptCheck;
import himalia.display.bundle.Listed;
import himalia.table.ColumnNames;
import himalia.table.Moments;
import himalia.table.Tables;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.api.TimeColumn;
import tech.tablesaw.columns.Column;

/**
 * How much of each column is missing, whether that depends on the label or on other columns, and what to do.
 *
 * <pre>{@code
 * MissingReport.of(train, "churned")     // column, missing, share, p of the label, shares of classes, depends on, says, do
 * MissingReport.of(train)                // without a label
 * }</pre>
 *
 * <p>For each column that misses cells, the rows in which it does are held against all others: by Welch's t of numbers and dates, by chi-squared of categories, truths, and what another column misses. Where these do not hold, the test is exact: of twenty cells or fewer by the rank sum (Wilcoxon), of counts of which fewer than five are expected by Fisher's; skewed numbers are told by their ranks. What has a p
 * below 0.05, parted among all tests of the report (Bonferroni), is named, so that of tables whose cells are missing by chance at most one in twenty has such a column. A column that depends on nothing is missing as if by chance (MCAR); one that depends on others is
 * not, but they may tell what is missing (MAR). Whether a cell is missing because of its own value (MNAR), no test of the table can tell. D. Rubin (1976): Inference and missing
 * data, Biometrika 63.
 */
public final class MissingReport {
    private static final double ALPHA = 0.05;
    private static final int MOST_NAMES = 4;

    private MissingReport() {}

    /** Returns a row for each column that misses cells, the most first. */
    public static Table of(Table table) {
        return report(given(table, "table"), List.of());
    }

    /**
     * Returns a row for each column that misses cells, the most first, and what share of each class they are.
     *
     * @param label the column that is predicted
     */
    public static Table of(Table table, String label) {
        return report(given(table, "table"), List.of(Tables.column(table, given(label, "label"))));
    }

    private static Table report(Table table, List<Column<?>> labels) {
        var missing =
                table.columns().stream().filter(column -> Tables.countMissing(column) > 0).toList();
        var chances = chances(table, missing, labels);
        int tests = chances.values().stream().mapToInt(Map::size).sum();
        double least = ALPHA / Math.max(1, tests);
        var report = begun();
        for (var column : missing) {
            add(report, table, column, labels, chances.getOrDefault(column, Map.of()), least);
        }
        for (var label : labels) {
            addClasses(report, table, label);
        }
        return Tables.sort(report.setName("missing cells"), "-missing");
    }

    /** Returns, of each column that misses cells, the p of each other by which those can be told. */
    private static Map<Column<?>, Map<Column<?>, Double>> chances(
            Table table, List<Column<?>> missing, List<Column<?>> labels) {
        var chances = new LinkedHashMap<Column<?>, Map<Column<?>, Double>>();
        missing.forEach(column -> chances.put(column, new LinkedHashMap<>()));
        var holes = missing.stream().map(MissingReport::holes).toList();
        var interrupt = new InterruptCheck();
        for (var other : missing.isEmpty() ? missing : table.columns()) {
            interrupt.ask();
            boolean areClasses = labels.contains(other) && !Dependence.classes(other).isEmpty();
            var dependence = Dependence.on(other, areClasses);
            var its = chances.values().iterator();
            for (int i = 0; i < missing.size(); i++) {
                interrupt.ask();
                double chance =
                        other == missing.get(i)
                                ? Double.NaN
                                : either(
                                        dependence.chance(holes.get(i)::get),
                                        together(holes.get(i), other, missing, holes));
                var own = its.next();
                if (!Double.isNaN(chance)) {
                    own.put(other, chance);
                }
            }
        }
        return chances;
    }

    /** Returns how probable it is that two columns miss as many cells in the same rows by chance; NaN where the other misses none. */
    private static double together(
            BitSet own, Column<?> other, List<Column<?>> missing, List<BitSet> holes) {
        var place =
                IntStream.range(0, missing.size()).filter(i -> missing.get(i) == other).findFirst();
        if (place.isEmpty()) {
            return Double.NaN;
        }
        var its = holes.get(place.getAsInt());
        var both = (BitSet) own.clone();
        both.and(its);
        int shared = both.cardinality();
        long alone = own.cardinality() - shared;
        long others = its.cardinality() - shared;
        return Dependence.ofCounts(
                new long[][] {{shared, alone}, {others, other.size() - shared - alone - others}});
    }

    /** Returns the p of two tests of the same: twice the less (Bonferroni). */
    private static double either(double one, double other) {
        if (Double.isNaN(one) || Double.isNaN(other)) {
            return Double.isNaN(one) ? other : one;
        }
        return Math.min(1, 2 * Math.min(one, other));
    }

    private static BitSet holes(Column<?> column) {
        var holes = new BitSet(column.size());
        for (int row = 0; row < column.size(); row++) {
            holes.set(row, Tables.isMissing(column, row));
        }
        return holes;
    }

    private static Table begun() {
        return Table.create(
                StringColumn.create("column"),
                IntColumn.create("missing"),
                DoubleColumn.create("share"),
                DoubleColumn.create("p of the label"),
                StringColumn.create("depends on"),
                StringColumn.create("says"),
                StringColumn.create("do"));
    }

    private static void add(
            Table report,
            Table table,
            Column<?> column,
            List<Column<?>> labels,
            Map<Column<?>, Double> chances,
            double least) {
        int count = Tables.countMissing(column);
        var others = new ArrayList<String>();
        boolean byLabel = false;
        for (var each : chances.entrySet().stream().sorted(Map.Entry.comparingByValue()).toList()) {
            if (each.getValue() < least) {
                others.add(each.getKey().name());
                byLabel |= labels.contains(each.getKey());
            }
        }
        report.stringColumn("column").append(column.name());
        report.intColumn("missing").append(count);
        report.doubleColumn("share").append(count / (double) table.rowCount());
        report.doubleColumn("p of the label")
                .append(
                        labels.isEmpty()
                                ? Double.NaN
                                : chances.getOrDefault(labels.get(0), Double.NaN));
        report.stringColumn("depends on").append(Listed.of(others, MOST_NAMES));
        var advice = advice(table, count, others, byLabel, labels.contains(column), kind(column));
        report.stringColumn("says").append(advice.says());
        report.stringColumn("do").append(advice.todo());
    }

    private enum Kind {
        NUMBERS,
        DATES,
        /** Texts and truths, which no imputer by other columns fills. */
        LEVELS
    }

    private static Kind kind(Column<?> column) {
        if (Moments.areDated(column) || column instanceof TimeColumn) {
            return Kind.DATES;
        }
        return column instanceof NumericColumn ? Kind.NUMBERS : Kind.LEVELS;
    }

    /** Of fewer cells no usual value is known where they are less than one in ten rows. */
    private static final int FEW = 30;

    private static final int TENTH = 10;

    /** Of less than one in so many rows, however many. */
    private static final int HARDLY = 1000;

    /** Each as long as a cell that is shown whole. */
    private record Advice(String says, String todo) {}

    private static Advice advice(
            Table table,
            int count,
            List<String> others,
            boolean byLabel,
            boolean isLabel,
            Kind kind) {
        if (isLabel) {
            return new Advice("rows without a label teach nothing", "drop them");
        }
        if (count == table.rowCount()) {
            return new Advice("holds nothing", "leave it out");
        }
        int known = table.rowCount() - count;
        boolean isHardlyThere =
                (long) known * HARDLY < table.rowCount()
                        || known < FEW && known * TENTH < table.rowCount();
        if (isHardlyThere) {
            // Whoever fills it makes nearly all of it up, whatever others may tell.
            return hardly(Amount.of(known, "cell"), !others.isEmpty(), byLabel);
        }
        // No imputer takes dates; their parts are numbers.
        var first = kind == Kind.DATES ? "DateParts, " : "";
        var usual = kind == Kind.LEVELS ? "SimpleImputer(MOST_FREQUENT)" : "SimpleImputer";
        if (others.isEmpty()) {
            return new Advice(
                    "as if by chance (MCAR)",
                    first + usual + (kind == Kind.LEVELS ? "" : ": the usual value will do"));
        }
        return byLabel
                ? new Advice(
                        "not by chance, the label among them",
                        "MissingIndicator; was the label known already?")
                : new Advice(
                        "not by chance, others may tell it (MAR)",
                        kind == Kind.LEVELS
                                ? usual + ", MissingIndicator"
                                : byOthers(first, areNoNumbers(table, others)));
    }

    private static Advice hardly(String cells, boolean isByOthers, boolean byLabel) {
        var says = "hardly holds anything: " + cells;
        if (byLabel) {
            return new Advice(
                    says + ", by the label", "MissingIndicator alone; was the label known?");
        }
        return new Advice(says + (isByOthers ? ", not by chance" : ""), "leave it out");
    }

    private static String byOthers(String first, boolean areNoNumbers) {
        if (areNoNumbers) {
            return first + "make these numbers, KnnImputer";
        }
        return first.isEmpty()
                ? "IterativeImputer or KnnImputer, MissingIndicator"
                : first + "KnnImputer, MissingIndicator";
    }

    /** Imputers by other columns read numbers alone. */
    private static boolean areNoNumbers(Table table, List<String> others) {
        return others.stream().noneMatch(name -> table.column(name) instanceof NumericColumn);
    }

    /** Puts the share that is missing of each class before the words. */
    private static void addClasses(Table report, Table table, Column<?> label) {
        int place = report.columnIndex("p of the label");
        for (var name : Dependence.classes(label)) {
            var rows =
                    IntStream.range(0, label.size())
                            .filter(
                                    row ->
                                            !Tables.isMissing(label, row)
                                                    && label.getString(row).equals(name))
                            .toArray();
            var names = new ColumnNames(report.columnNames());
            var shares = DoubleColumn.create(names.add("%s %s".formatted(label.name(), name)));
            for (var column : report.stringColumn("column")) {
                var cells = table.column(column);
                long missing =
                        IntStream.of(rows).filter(row -> Tables.isMissing(cells, row)).count();
                shares.append(missing / (double) rows.length);
            }
            report.insertColumn(place++, shares);
        }
    }
}
