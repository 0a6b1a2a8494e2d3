package himalia.storage;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How DuckDB is asked for the rows of a CSV file. Its own guess is never asked: it looks at the first rows alone, rounds
 * what comes later, and takes yes for a truth and the fourth of March for the third of April. Here the first rows only
 * rule out what a column is not; all rows tell what it is.
 */
final class CsvScan {
    /** What stands for a missing value in files of R, pandas, SQL and spreadsheets. */
    private static final List<String> MARKS =
            List.of("NA", "N/A", "n/a", "NaN", "nan", "NULL", "null", "None", "#N/A", "-", "?");

    private static final int FIRST_ROWS = 2_048;

    /** DuckDB prepares a query of many questions slower than several of few. */
    private static final int ASKED_AT_ONCE = 300;

    private static final ColumnReading TRUTH = ColumnReading.cast("BOOLEAN", "(?i:true|false)");

    private final Queries queries;
    private final Source source;
    private final Csv csv;

    private CsvScan(Queries queries, Source source, Csv csv) {
        this.queries = queries;
        this.source = source;
        this.csv = csv;
    }

    /** Returns what stands behind FROM. */
    static String of(Queries queries, Source source) throws IOException, SQLException {
        return new CsvScan(queries, source, Csv.of(source.file(), source.options())).sql();
    }

    private String sql() throws SQLException {
        var names = csv.columnNames();
        // It thinks about hundreds of questions for minutes, and finds nothing to make better.
        queries.statement().execute("PRAGMA disable_optimizer");
        var readings = readings();
        return IntStream.range(0, names.size())
                .mapToObj(
                        column ->
                                value(column, readings.get(column))
                                        + " AS "
                                        + identifier(names.get(column)))
                .collect(Collectors.joining(", ", "(SELECT ", " FROM " + rows() + ")"));
    }

    private String rows() {
        return csv.rows(source.file());
    }

    private String value(int column, ColumnReading reading) {
        return reading.isText() ? Csv.column(column) : reading.value().apply(present(column));
    }

    /** In a column of texts a mark is a text, NA a country; marks that the user names are missing before we see them. */
    private String present(int column) {
        return csv.options().missing().isPresent()
                ? Csv.column(column)
                : "CASE WHEN %1$s NOT IN (%2$s) THEN %1$s END"
                        .formatted(Csv.column(column), list(MARKS));
    }

    private List<ColumnReading> readings() throws SQLException {
        var all = new ArrayList<ColumnReading>();
        all.add(ColumnReading.EMPTY);
        all.add(TRUTH);
        // What the user says of dates goes before what digits look like: 20240131.
        csv.options().dates().ifPresent(said -> all.add(DateReadings.said(said)));
        all.addAll(NumberReadings.of(csv.options()).all());
        all.addAll(DateReadings.all());
        var columns = csv.names().size();
        var perhaps =
                fitting(
                        "(FROM %s LIMIT %d)".formatted(rows(), FIRST_ROWS),
                        Stream.generate(() -> List.copyOf(all)).limit(columns).toList());
        return fitting(rows(), perhaps).stream().map(CsvScan::chosen).toList();
    }

    private static ColumnReading chosen(List<ColumnReading> fitting) {
        if (fitting.isEmpty()) {
            return ColumnReading.TEXT;
        }
        var first = fitting.get(0);
        var rivals = fitting.stream().filter(ColumnReading::rival).count();
        return first.rival() && rivals > 1 ? ColumnReading.TEXT : first;
    }

    /** Returns for each column which of its readings fit all rows. */
    private List<List<ColumnReading>> fitting(String rows, List<List<ColumnReading>> readings)
            throws SQLException {
        var fitting = new ArrayList<List<ColumnReading>>();
        var questions = new ArrayList<String>();
        int first = 0;
        for (int column = 0; column < readings.size(); column++) {
            for (var reading : readings.get(column)) {
                questions.add(reading.fitsAll(Csv.column(column)));
            }
            if (questions.size() >= ASKED_AT_ONCE || column == readings.size() - 1) {
                var asked = present(first, column + 1, rows);
                fitting.addAll(fitting(asked, questions, readings.subList(first, column + 1)));
                questions.clear();
                first = column + 1;
            }
        }
        return fitting;
    }

    /** Columns without their marks, made once for all that is asked of them. */
    private String present(int first, int end, String rows) {
        return IntStream.range(first, end)
                .mapToObj(column -> present(column) + " AS " + Csv.column(column))
                .collect(Collectors.joining(", ", "(SELECT ", " FROM " + rows + ")"));
    }

    private List<List<ColumnReading>> fitting(
            String rows, List<String> questions, List<List<ColumnReading>> readings)
            throws SQLException {
        if (questions.isEmpty()) {
            return readings;
        }
        return queries.row(
                "SELECT " + String.join(", ", questions) + " FROM " + rows,
                answer -> {
                    int next = 1;
                    var fitting = new ArrayList<List<ColumnReading>>();
                    for (var column : readings) {
                        var ofColumn = new ArrayList<ColumnReading>();
                        for (var reading : column) {
                            if (answer.getBoolean(next)) {
                                ofColumn.add(reading);
                            }
                            next++;
                        }
                        fitting.add(ofColumn);
                    }
                    return fitting;
                });
    }

    static String list(List<String> texts) {
        return texts.stream().map(CsvScan::quoted).collect(Collectors.joining(", "));
    }

    static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
