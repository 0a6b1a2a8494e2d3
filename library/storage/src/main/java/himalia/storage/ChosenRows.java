package himalia.storage;

import himalia.display.bundle.Listed;
import himalia.display.bundle.Nearest;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.arrow.memory.BufferAllocator;
import org.duckdb.DuckDBConnection;

/**
 * The rows of one file, or of several below one another, of which a condition may choose some, and some columns. DuckDB
 * goes through them, and where it reads the file itself, it reads no more than that.
 */
final class ChosenRows {
    /** So many files are open at once; of more, those that were read wait in DuckDB. */
    private static final int OPEN = 64;

    private static final int LISTED = 20;

    private static final Pattern NO_COLUMN = Pattern.compile("column \"([^\"]*)\" not found");

    private static final Pattern TEXT_BESIDE =
            Pattern.compile("Cannot compare values of type VARCHAR and (?:values of )?type (\\w+)");

    private final ConvertedFiles from;
    private final ConvertOptions options;
    private final boolean isVerbatim;
    private final FileWork job;
    private List<String> names = List.of();

    private ChosenRows(
            ConvertedFiles from, ConvertOptions options, boolean isVerbatim, FileWork job) {
        this.from = from;
        this.options = options;
        this.isVerbatim = isVerbatim;
        this.job = job;
    }

    static ArrowBatches of(ConvertedFiles from, ConvertOptions options, FileWork job)
            throws IOException {
        var rows = new ChosenRows(from, options, false, job);
        return ArrowBatches.of(rows::open);
    }

    /** Returns the same as the format can hold it; from CSV to CSV nothing is written otherwise than it was. */
    static ArrowBatches of(ConvertedFiles from, ConvertOptions options, Format target, FileWork job)
            throws IOException {
        var rows = new ChosenRows(from, options, areVerbatim(from, options, target), job);
        return ArrowBatches.of(rows::open).flatFor(target);
    }

    /** Returns whether values are copied as they are written, but for days and months that only other rows tell apart. */
    static boolean areVerbatim(ConvertedFiles from, ConvertOptions options, Format target) {
        return target == Format.CSV && from.format() == Format.CSV && options.csv().isEmpty();
    }

    /** A stream does not tell what is wrong with a row; who asks for it without one is told. */
    static IOException told(
            ConvertedFiles from, ConvertOptions options, FileWork job, Exception failure)
            throws IOException {
        var rows = new ChosenRows(from, options, false, job);
        var open = new ArrayDeque<AutoCloseable>();
        try (var connection = OpenDuck.asking();
                var statement = connection.createStatement()) {
            var parts = FilePart.of(from.inUtf8(open), false, job);
            if (parts.size() <= OPEN) {
                var sql =
                        "SELECT count(*) FROM (%s)".formatted(rows.query(connection, parts, open));
                job.whileRunning(statement, () -> statement.execute(sql));
            }
        } catch (SQLException e) {
            throw rows.told(e);
        } finally {
            ArrowBatches.closeAll(open);
        }
        return BadFile.of(rows.named(String.valueOf(failure.getMessage())), failure);
    }

    private WatchedReader open(BufferAllocator allocator, Deque<AutoCloseable> open)
            throws IOException {
        try {
            var connection = OpenDuck.streaming();
            open.push(connection);
            var statement = connection.createStatement();
            open.push(statement);
            if (from.format() == Format.CSV) {
                Duck.skipOptimizer(statement);
            }
            var parts = FilePart.of(from.inUtf8(open), isVerbatim, job);
            names = parts.get(0).names();
            refuseUnknown();
            refuseNoCondition(parts.get(0));
            String sql =
                    parts.size() <= OPEN
                            ? query(connection, parts, open)
                            : together(connection, statement, parts);
            ResultSet result = statement.executeQuery(sql);
            open.push(result);
            var reader = Duck.vectors(result, allocator);
            return new WatchedReader(reader, allocator, rows -> Duck.share(statement));
        } catch (SQLException e) {
            if (String.valueOf(e.getMessage()).contains("Invalid result set")) {
                throw told(from, options, job, e);
            }
            throw told(e);
        }
    }

    /** Returns what asks for the rows of some files, which are open until the answer was read. */
    private String query(
            DuckDBConnection connection, List<FilePart> parts, Deque<AutoCloseable> open)
            throws IOException, SQLException {
        var all = new ArrayList<String>();
        for (int at = 0; at < parts.size(); at++) {
            all.add(parts.get(at).sql(connection, "himalia rows " + at, open, job));
        }
        var wanted = options.columns().isEmpty() ? names : options.columns();
        var chosen =
                options.columns().isEmpty() && !isVerbatim
                        ? "*"
                        : wanted.stream()
                                .map(name -> column(parts.get(0), name))
                                .collect(Collectors.joining(", "));
        // What the condition says ends with its line: it may end with a remark.
        var where = options.condition().map(said -> " WHERE (\n" + said + "\n)").orElse("");
        return "SELECT %s FROM (%s)%s"
                .formatted(chosen, String.join(" UNION ALL BY NAME ", all), where);
    }

    /** What the folders say is in no file, and is not written there. */
    private String column(FilePart part, String name) {
        return isVerbatim && part.holds(name)
                ? CsvScan.identifier(CsvScan.text(name)) + " AS " + CsvScan.identifier(name)
                : CsvScan.identifier(name);
    }

    /** Reads many files some at a time. */
    private String together(DuckDBConnection connection, Statement statement, List<FilePart> parts)
            throws IOException, SQLException {
        var tables = new ArrayList<String>();
        for (int from = 0; from < parts.size(); from += OPEN) {
            var open = new ArrayDeque<AutoCloseable>();
            try {
                var table = CsvScan.identifier("himalia part " + tables.size());
                var some = parts.subList(from, Math.min(from + OPEN, parts.size()));
                var sql =
                        "CREATE TEMP TABLE %s AS %s"
                                .formatted(table, query(connection, some, open));
                job.whileRunning(statement, () -> statement.execute(sql));
                tables.add("FROM " + table);
            } finally {
                ArrowBatches.closeAll(open);
            }
        }
        return String.join(" UNION ALL BY NAME ", tables);
    }

    /** DuckDB takes any number for a condition. */
    private void refuseNoCondition(FilePart part) throws IOException, SQLException {
        if (options.condition().isEmpty()) {
            return;
        }
        var condition = options.condition().get();
        var open = new ArrayDeque<AutoCloseable>();
        try (var connection = OpenDuck.asking();
                var statement = connection.createStatement();
                var described =
                        statement.executeQuery(
                                "DESCRIBE SELECT (\n%s\n) AS said FROM (%s)"
                                        .formatted(
                                                condition,
                                                part.sql(
                                                        connection,
                                                        "himalia condition",
                                                        open,
                                                        job)))) {
            var type = described.next() ? described.getString("column_type") : "";
            if (!type.equals("BOOLEAN")) {
                throw new IllegalArgumentException(
                        "'%s' is no condition that is true or false, but of type %s; write one, such as price > 10"
                                .formatted(condition, type));
            }
        } finally {
            ArrowBatches.closeAll(open);
        }
    }

    private void refuseUnknown() {
        for (var name : options.columns()) {
            if (names.stream().noneMatch(name::equalsIgnoreCase)) {
                throw new IllegalArgumentException(unknown(name));
            }
        }
    }

    private String unknown(String name) {
        var hint = Nearest.hint(name, names);
        return "no column '%s' in %s%s %s"
                .formatted(
                        name,
                        from.called(),
                        hint.isEmpty() ? "; there are:" : hint + " There are:",
                        Listed.of(names, LISTED));
    }

    /** Returns the file that DuckDB names among its settings. */
    private Path named(String message) {
        return from.sources().stream()
                .map(Source::file)
                .filter(file -> message.contains("file = " + file))
                .findFirst()
                .orElse(from.name());
    }

    /** The bracket that we put behind a condition is none of the user's. */
    private static String problem(String message) {
        var first = SqlProblem.mended(message.lines().findFirst().orElse(message));
        return first.endsWith("at or near \")\"") ? "it ends too early, or closes too much" : first;
    }

    private RuntimeException told(SQLException cause) throws IOException {
        var message = String.valueOf(cause.getMessage());
        var column = NO_COLUMN.matcher(message);
        if (column.find() && options.condition().isPresent()) {
            return new IllegalArgumentException(unknown(column.group(1)), cause);
        }
        var other = TEXT_BESIDE.matcher(message);
        if (options.condition().isPresent() && other.find()) {
            boolean isTime = other.group(1).matches("DATE|TIME.*");
            return new IllegalArgumentException(
                    "the condition '%s' compares a column of texts with a %s; a text stands in quotes, and try_cast(column as %s) makes %s of texts"
                            .formatted(
                                    options.condition().get(),
                                    isTime ? "date or time" : "number",
                                    isTime ? "timestamp" : "double",
                                    isTime ? "times" : "numbers"),
                    cause);
        }
        if (options.condition().isPresent() && message.matches("(?s).*(Parser|Binder) Error.*")) {
            return new IllegalArgumentException(
                    "the condition '%s' is no SQL: %s"
                            .formatted(options.condition().get(), problem(message)),
                    cause);
        }
        if (options.condition().isPresent() && message.startsWith("Conversion Error")) {
            return new IllegalArgumentException(
                    "the condition '%s' does not fit the values of its columns: %s"
                            .formatted(
                                    options.condition().get(),
                                    message.lines().findFirst().orElse(message)),
                    cause);
        }
        throw BadFile.of(named(message), cause);
    }
}
