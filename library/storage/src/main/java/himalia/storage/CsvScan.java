package himalia.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How DuckDB is asked for the rows of a CSV file. Its own guess is never asked: it looks at the first rows alone, rounds
 * what comes later, and takes yes for a truth and the fourth of March for the third of April. Here the first rows only
 * rule out what a column is not; all rows tell what it is.
 */
final class CsvScan {
    /** What stands for a missing value in files of R, pandas, SQL and spreadsheets. */
    static final List<String> MARKS =
            List.of("NA", "N/A", "n/a", "NaN", "nan", "NULL", "null", "None", "#N/A", "-", "?");

    private static final String TEXT_OF = "himalia text of ";

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
        return new CsvScan(queries, source, Csv.of(source)).sql(false);
    }

    /** Returns the same with a column more for each, which holds it as it is written to another CSV file. */
    static String besideTexts(Queries queries, Source source) throws IOException, SQLException {
        return new CsvScan(queries, source, Csv.of(source)).sql(true);
    }

    /** Returns the name under which a column is as it is written. */
    static String text(String name) {
        return TEXT_OF + name;
    }

    /** Returns whether a column is one that is beside another. */
    static boolean isText(String name) {
        return name.startsWith(TEXT_OF);
    }

    /** Returns the same where all is wanted as it is written. */
    static String texts(Source source) throws IOException {
        var csv = Csv.of(source);
        var names = csv.columnNames();
        return IntStream.range(0, names.size())
                .mapToObj(column -> Csv.column(column) + " AS " + identifier(names.get(column)))
                .collect(
                        Collectors.joining(
                                ", ", "(SELECT ", " FROM " + csv.rows(source.file()) + ")"));
    }

    private String sql(boolean isBesideTexts) throws IOException, SQLException {
        var names = csv.columnNames();
        Duck.skipOptimizer(queries.statement());
        var types = types();
        var readings = types.of(names.size());
        return IntStream.range(0, names.size())
                .mapToObj(
                        column -> {
                            var reading = readings.get(column);
                            var name = names.get(column);
                            var value = value(column, reading, types.mayHoldMarks(column));
                            var text = reading.isOfFile() ? value : Csv.column(column);
                            return value
                                    + " AS "
                                    + identifier(name)
                                    + (isBesideTexts
                                            ? ", " + text + " AS " + identifier(text(name))
                                            : "");
                        })
                .collect(Collectors.joining(", ", "(SELECT ", " FROM " + rows() + ")"));
    }

    private String rows() {
        return csv.rows(source.file());
    }

    private String value(int column, ColumnReading reading, boolean isMarked) {
        return reading.isText()
                ? Csv.column(column)
                : reading.value().apply(isMarked ? present(column) : Csv.column(column));
    }

    /** In a column of texts a mark is a text, NA a country; marks that the user names are missing before we see them. */
    private String present(int column) {
        return csv.options().missing().isPresent()
                ? Csv.column(column)
                : "CASE WHEN %1$s NOT IN (%2$s) THEN %1$s END"
                        .formatted(Csv.column(column), list(MARKS));
    }

    private CsvTypes types() throws IOException, SQLException {
        var all = new ArrayList<ColumnReading>();
        all.add(ColumnReading.EMPTY);
        all.add(TRUTH);
        // What the user says of dates goes before what digits look like: 20240131.
        csv.options().dates().ifPresent(said -> all.add(DateReadings.said(said)));
        all.addAll(NumberReadings.of(csv.options()).all());
        boolean isTable = source.isTable();
        all.add(DateReadings.clock(isTable));
        if (csv.options().dates().isEmpty()) {
            all.addAll(DateReadings.all(isTable));
        }
        var marks = csv.options().missing().isPresent() ? List.<String>of() : MARKS;
        return new CsvTypes(queries, rows(), marks, all, size());
    }

    /** What is packed says little of how much there is to ask about; of few columns it does not matter. */
    private long size() throws IOException {
        return csv.columnNames().size() > CsvTypes.FEW_AT_ONCE
                ? Csv.size(source.file(), CsvTypes.SMALL)
                : Files.size(source.file());
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
