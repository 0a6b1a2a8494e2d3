package himalia.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.c.ArrowArrayStream;
import org.apache.arrow.c.Data;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBResultSet;

/** Files that DuckDB reads and writes: CSV and Parquet. */
final class Duck {
    private static final int BATCH_ROWS = 65_536;

    private Duck() {}

    /** Gives batches a name in a database; they can be read once. */
    static ArrowArrayStream named(DuckDBConnection connection, ArrowBatches batches, String name) {
        var stream = ArrowArrayStream.allocateNew(batches.allocator());
        try {
            Data.exportArrayStream(batches.allocator(), batches.reader(), stream);
            connection.registerArrowStream(name, stream);
            return stream;
        } catch (RuntimeException e) {
            stream.close();
            throw e;
        }
    }

    /** It thinks about what is done with hundreds of texts for minutes, and all columns are read anyway. */
    static void skipOptimizer(Statement statement) throws SQLException {
        statement.execute("PRAGMA disable_optimizer");
    }

    static ArrowBatches batches(Source source, FileWork job) throws IOException {
        var file = source.file();
        return ArrowBatches.of(
                (allocator, open) -> {
                    try {
                        var connection = OpenDuck.streaming();
                        open.push(connection);
                        var statement = connection.createStatement();
                        open.push(statement);
                        var scan = scan(source, job);
                        if (source.format() == Format.CSV) {
                            skipOptimizer(statement);
                        }
                        ResultSet result = statement.executeQuery("FROM " + scan);
                        open.push(result);
                        var reader = vectors(result, allocator);
                        return new WatchedReader(
                                source.format() == Format.PARQUET
                                        ? named(reader, file, job, allocator, open)
                                        : reader,
                                allocator,
                                source.format() == Format.PARQUET
                                        ? new RowsOf(file, job)
                                        : rows -> share(statement));
                    } catch (SQLException e) {
                        throw BadFile.of(file, e);
                    }
                });
    }

    /** Returns the rows of a result as Arrow's vectors. */
    static ArrowReader vectors(ResultSet result, BufferAllocator allocator) throws SQLException {
        return (ArrowReader)
                result.unwrap(DuckDBResultSet.class).arrowExportStream(allocator, BATCH_ROWS);
    }

    private static ArrowReader named(
            ArrowReader reader,
            Path file,
            FileWork job,
            BufferAllocator allocator,
            Deque<AutoCloseable> open)
            throws IOException, SQLException {
        try (var queries = Queries.open(job)) {
            var said = ParquetFile.of(queries, file);
            var named = MappedReader.named(reader, said, allocator);
            if (named != reader) {
                open.push(reader);
            }
            return named;
        } catch (IOException | SQLException | RuntimeException e) {
            open.push(reader);
            throw e;
        }
    }

    /** A Parquet file tells its rows without being read, so they are counted when they are first asked for. */
    private static final class RowsOf implements WatchedReader.Gauge {
        private final Path file;
        private final FileWork job;
        private long all = -1;

        RowsOf(Path file, FileWork job) {
            this.file = file;
            this.job = job;
        }

        @Override
        public double share(long rows) throws IOException {
            return rows / (double) Math.max(1, all());
        }

        @Override
        public long all() throws IOException {
            if (all < 0) {
                all = size(Source.of(file), job).rows();
            }
            return all;
        }
    }

    static double share(Statement running) {
        try {
            var progress = running.unwrap(DuckDBPreparedStatement.class).getQueryProgress();
            return Math.max(0, progress.getPercentage() / 100);
        } catch (SQLException e) {
            // It has just ended.
            return 0;
        }
    }

    /** Writes batches to a file; returns how many rows. */
    static long write(ArrowBatches batches, Path file, Format format, FileWork job)
            throws IOException {
        try (var connection = OpenDuck.streaming();
                var stream = named(connection, batches, "batches");
                var statement = connection.createStatement()) {
            return job.execute(
                    statement,
                    copying(
                            format == Format.PARQUET
                                    ? ArraysAsLists.of(connection, "batches")
                                    : "batches",
                            batches.names(),
                            file,
                            format),
                    batches::share);
        } catch (SQLException e) {
            throw BadFile.of(file, e);
        }
    }

    /** Copies a file within DuckDB, where neither side's rows pass through Java; returns how many rows. */
    static long copy(Source from, Path to, Format format, FileWork job) throws IOException {
        try (var connection = OpenDuck.streaming();
                var statement = connection.createStatement()) {
            // From text to text nothing has a type.
            boolean isText = from.format() == Format.CSV && format == Format.CSV;
            var scan =
                    isText && from.call() == Source.Call.CONVERT
                            ? CsvScan.texts(from)
                            : scan(from, job);
            if (from.format() == Format.CSV) {
                skipOptimizer(statement);
            }
            if (from.format() == Format.PARQUET) {
                refuseTwins(from.file(), job);
            }
            return job.execute(
                    statement,
                    copying(scan, names(statement, scan), to, format),
                    () -> share(statement));
        } catch (SQLException e) {
            throw BadFile.of(from.file(), e);
        }
    }

    /** Returns what stands behind FROM to read a file. */
    static String scan(Queries queries, Source source) throws IOException, SQLException {
        return switch (source.format()) {
            case CSV -> CsvScan.of(queries, source);
            case PARQUET ->
                    parquet(source.file(), ", int96_as = " + WideTimes.as(queries, source.file()));
            default -> throw new IllegalArgumentException(source.format() + " is not DuckDB's");
        };
    }

    /** Returns the names of what a scan gives, and DuckDB's names of their types. */
    static Map<String, String> types(Queries queries, String scan) throws SQLException {
        return queries.ask(
                "FROM " + scan + " LIMIT 0",
                none -> {
                    var types = new LinkedHashMap<String, String>();
                    for (int i = 1; i <= none.getMetaData().getColumnCount(); i++) {
                        types.put(
                                none.getMetaData().getColumnName(i),
                                none.getMetaData().getColumnTypeName(i));
                    }
                    return types;
                });
    }

    /** Returns whether DuckDB reads all of a Parquet file as it is: no durations, no JSON, and names that it takes. */
    static boolean isPlain(Queries queries, Path file) throws IOException, SQLException {
        var said = ParquetFile.of(queries, file);
        return said.durations().isEmpty()
                && said.json().isEmpty()
                && TwinNames.twins(said.names()).isEmpty();
    }

    /** Returns whether a Parquet file holds durations, which DuckDB takes for numbers. */
    static boolean hasDurations(Path file, FileWork job) throws IOException {
        try (var queries = Queries.open(job)) {
            return !ParquetFile.of(queries, file).durations().isEmpty();
        } catch (SQLException e) {
            throw BadFile.of(file, e);
        }
    }

    private static void refuseTwins(Path file, FileWork job) throws IOException, SQLException {
        try (var queries = Queries.open(job)) {
            TwinNames.refuseTwins(file, ParquetFile.of(queries, file).names());
        }
    }

    /** Counts rows and columns. */
    static Storage.Size size(Source source, FileWork job) throws IOException {
        var file = source.file();
        if (source.format() == Format.CSV) {
            return size(file, Csv.of(source), job);
        }
        try (var queries = Queries.open(job)) {
            int columns =
                    queries.ask(
                            "FROM " + parquet(file, "") + " LIMIT 0",
                            none -> none.getMetaData().getColumnCount());
            return queries.row(
                    "SELECT count(*) FROM " + parquet(file, ""),
                    count -> new Storage.Size(count.getLong(1), columns));
        } catch (SQLException e) {
            throw BadFile.of(file, e);
        }
    }

    private static Storage.Size size(Path file, Csv csv, FileWork job) throws IOException {
        try (var queries = Queries.open(job)) {
            return queries.row(
                    "SELECT count(*) FROM " + csv.rows(file),
                    count -> new Storage.Size(count.getLong(1), csv.names().size()));
        } catch (SQLException e) {
            throw BadFile.of(file, e);
        }
    }

    private static String scan(Source source, FileWork job) throws IOException, SQLException {
        try (var queries = Queries.open(job)) {
            return scan(queries, source);
        }
    }

    private static String parquet(Path file, String more) {
        // A folder called year=2024 is no column of the file.
        return "read_parquet(%s, hive_partitioning = false%s)".formatted(quoted(file), more);
    }

    private static List<String> names(Statement statement, String scan) throws SQLException {
        var names = new ArrayList<String>();
        try (var empty = statement.executeQuery("FROM " + scan + " LIMIT 0")) {
            for (int i = 1; i <= empty.getMetaData().getColumnCount(); i++) {
                names.add(empty.getMetaData().getColumnName(i));
            }
        }
        return names;
    }

    private static String copying(String rows, List<String> names, Path file, Format format) {
        return "COPY (%s) TO %s"
                .formatted(
                        format == Format.CSV ? Csv.written(rows, names) : "FROM " + rows,
                        target(file, format, names));
    }

    private static String target(Path file, Format format, List<String> names) {
        var name = quoted(file);
        return switch (format) {
            case CSV -> name + Csv.target(file, names);
            case PARQUET -> name + " (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1)";
            default -> throw new IllegalArgumentException(format + " is not DuckDB's");
        };
    }

    private static String quoted(Path file) {
        return CsvScan.quoted(file.toString());
    }
}
