package himalia.storage;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which reading each column of a CSV file has. The first rows rule out what a column is not; then all rows are asked one
 * question a column: is there a value that is not written as the first reading left says? Such a value rules out more.
 */
final class CsvTypes {
    /** A column that begins otherwise than it goes on is asked about once more, no wrong answer comes of it. */
    private static final int FIRST_ROWS = 16;

    /** What DuckDB thinks before it answers about so many columns grows with their square; each question reads the file anew. */
    static final int FEW_AT_ONCE = 250;

    private static final int MANY_AT_ONCE = 1_000;

    /** In bytes: less is read anew in no time. */
    static final long SMALL = 50_000_000;

    /** In values: more of them take hundreds of megabytes below each other. */
    static final int FEW_VALUES = 5_000_000;

    private final Queries queries;
    private final String rows;
    private final List<String> marks;
    private final List<ColumnReading> all;
    private final int atOnce;
    private final boolean isSmall;
    private final long bytes;
    private final Set<Integer> unmarked = new HashSet<>();

    /**
     * Begins to ask.
     *
     * @param rows what stands behind FROM: all texts
     * @param marks what stands for a missing value where a column has a type
     * @param all the readings there are, the first one that fits is taken
     * @param bytes how large the file is, unpacked
     */
    CsvTypes(
            Queries queries, String rows, List<String> marks, List<ColumnReading> all, long bytes) {
        this.queries = queries;
        this.rows = rows;
        this.marks = marks;
        this.all = all;
        this.isSmall = bytes < SMALL;
        this.bytes = bytes;
        this.atOnce = isSmall ? FEW_AT_ONCE : MANY_AT_ONCE;
    }

    /** What all rows say to a reading: a value that is not written so, if there is one; and whether one shows it. */
    private record Verdict(@Nullable String other, boolean shown) {}

    /** Returns the readings of so many columns. */
    List<ColumnReading> of(int columns) throws SQLException {
        var left =
                new ArrayList<>(
                        Stream.generate(() -> all).limit(columns).map(ArrayList::new).toList());
        var below =
                isSmall && columns > FEW_AT_ONCE && hasFewValues(columns)
                        ? new CsvBelow(queries, rows, columns)
                        : null;
        look(left, below == null ? firstRows(columns) : below.first(FIRST_ROWS));
        var open = indices(columns, place -> !left.get(place).isEmpty());
        while (!open.isEmpty()) {
            open = ask(left, open, below);
        }
        if (below != null && !marks.isEmpty()) {
            unmarked.addAll(indices(columns, place -> true));
            unmarked.removeAll(below.holding(queries, marks));
        }
        return left.stream()
                .map(readings -> readings.isEmpty() ? ColumnReading.TEXT : readings.get(0))
                .toList();
    }

    private boolean hasFewValues(int columns) throws SQLException {
        // A value takes a byte at least, with what parts it from the next.
        return bytes < FEW_VALUES
                || queries.row(
                        "SELECT count(*) <= %s FROM (FROM %s LIMIT %s)"
                                .formatted(FEW_VALUES / columns, rows, FEW_VALUES / columns + 1),
                        answer -> answer.getBoolean(1));
    }

    /** Returns whether a mark may stand in a column; of few columns that is not asked, for it would take a query more. */
    boolean mayHoldMarks(int column) {
        return !unmarked.contains(column);
    }

    /** Asks all rows about the first reading of columns; returns those that have to be asked about their next one. */
    private List<Integer> ask(
            List<ArrayList<ColumnReading>> left, List<Integer> columns, @Nullable CsvBelow below)
            throws SQLException {
        IntFunction<ColumnReading> reading = column -> left.get(column).get(0);
        var verdicts =
                below == null
                        ? verdictsBeside(columns, reading)
                        : verdictsBelow(columns, reading, below);
        var others = new ArrayList<String>();
        var again = new ArrayList<Integer>();
        for (int i = 0; i < columns.size(); i++) {
            int column = columns.get(i);
            var other = verdicts.get(i).other();
            if (other == null && verdicts.get(i).shown()) {
                continue;
            }
            left.get(column).remove(0);
            again.add(column);
            if (other != null) {
                others.add("(%s, %s)".formatted(column, CsvScan.quoted(other)));
            }
        }
        if (!others.isEmpty()) {
            look(left, "(VALUES " + String.join(", ", others) + ") AS t(place, v)");
        }
        again.removeIf(column -> left.get(column).isEmpty());
        return again;
    }

    private static List<Integer> indices(int end, IntFunction<Boolean> isOne) {
        return IntStream.range(0, end).filter(isOne::apply).boxed().toList();
    }

    /** The values of all columns below each other: then there are as many questions as readings. */
    private String firstRows(int columns) {
        var values =
                IntStream.range(0, columns).mapToObj(Csv::column).collect(Collectors.joining(", "));
        return "(SELECT unnest([%s]) AS v, unnest(range(%s)) AS place FROM (FROM %s LIMIT %s))"
                .formatted(values, columns, rows, FIRST_ROWS);
    }

    /** Drops the readings that do not fit some values. */
    private void look(List<ArrayList<ColumnReading>> left, String values) throws SQLException {
        var questions =
                all.stream()
                        .map(reading -> "count(" + other("v", reading) + ") = 0")
                        .collect(Collectors.joining(", "));
        var fitting = new TreeMap<Integer, List<ColumnReading>>();
        queries.ask(
                "SELECT CAST(place AS INTEGER), %s FROM %s GROUP BY 1".formatted(questions, values),
                answer -> {
                    while (answer.next()) {
                        var fit = new ArrayList<ColumnReading>();
                        for (int i = 0; i < all.size(); i++) {
                            if (answer.getBoolean(i + 2)) {
                                fit.add(all.get(i));
                            }
                        }
                        fitting.put(answer.getInt(1), fit);
                    }
                    return fitting;
                });
        fitting.forEach((place, readings) -> left.get(place).retainAll(readings));
    }

    private List<Verdict> verdictsBeside(List<Integer> columns, IntFunction<ColumnReading> reading)
            throws SQLException {
        var verdicts = new ArrayList<Verdict>();
        for (int from = 0; from < columns.size(); from += atOnce) {
            var some = columns.subList(from, Math.min(columns.size(), from + atOnce));
            verdicts.addAll(verdicts(some, reading));
        }
        return verdicts;
    }

    private List<Verdict> verdictsBelow(
            List<Integer> columns, IntFunction<ColumnReading> reading, CsvBelow below)
            throws SQLException {
        var alike = new LinkedHashMap<ColumnReading, List<Integer>>();
        columns.forEach(
                column ->
                        alike.computeIfAbsent(reading.apply(column), any -> new ArrayList<>())
                                .add(column));
        var verdicts = new HashMap<Integer, Verdict>();
        for (var each : alike.entrySet()) {
            var questions = String.join(", ", questions("v", each.getKey()));
            boolean isShown = each.getKey().shown().isEmpty();
            queries.ask(
                    below.asking(questions, each.getValue()),
                    answer -> {
                        while (answer.next()) {
                            verdicts.put(
                                    answer.getInt(1),
                                    new Verdict(
                                            answer.getString(2), isShown || answer.getBoolean(3)));
                        }
                        return verdicts;
                    });
        }
        // Where there are no rows, none says anything.
        return columns.stream()
                .map(
                        column ->
                                verdicts.getOrDefault(
                                        column,
                                        new Verdict(null, reading.apply(column).shown().isEmpty())))
                .toList();
    }

    private List<Verdict> verdicts(List<Integer> columns, IntFunction<ColumnReading> reading)
            throws SQLException {
        var questions =
                columns.stream()
                        .flatMap(
                                column ->
                                        questions(Csv.column(column), reading.apply(column))
                                                .stream())
                        .collect(Collectors.joining(", "));
        return queries.row(
                "SELECT " + questions + " FROM " + rows,
                answer -> {
                    var verdicts = new ArrayList<Verdict>();
                    int next = 1;
                    for (int column : columns) {
                        var other = answer.getString(next++);
                        boolean shown =
                                reading.apply(column).shown().isEmpty()
                                        || answer.getBoolean(next++);
                        verdicts.add(new Verdict(other, shown));
                    }
                    return verdicts;
                });
    }

    private List<String> questions(String text, ColumnReading reading) {
        var questions = new ArrayList<String>();
        questions.add("any_value(" + other(text, reading) + ")");
        reading.shown()
                .ifPresent(
                        shown ->
                                questions.add(
                                        "coalesce(bool_or(" + shown.apply(text) + "), false)"));
        return questions;
    }

    /** The text where it is neither written so nor a mark. */
    private String other(String text, ColumnReading reading) {
        var fits = reading.fits().apply(text);
        return marks.isEmpty()
                ? "CASE WHEN %2$s THEN NULL ELSE %1$s END".formatted(text, fits)
                : "CASE WHEN %2$s THEN NULL WHEN %1$s IN (%3$s) THEN NULL ELSE %1$s END"
                        .formatted(text, fits, CsvScan.list(marks));
    }
}
