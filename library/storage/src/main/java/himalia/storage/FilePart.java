package himalia.storage;

import java.io.Closeable;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.duckdb.DuckDBConnection;

/**
 * One of the files whose rows are put below one another.
 *
 * @param source the file
 * @param scan what DuckDB reads it with, if it does itself
 * @param kinds what its columns hold, by name
 * @param keys what its folders say, as SQL
 * @param replaced what stands in the place of some columns, as SQL
 */
record FilePart(
        Source source,
        Optional<String> scan,
        Map<String, String> kinds,
        Map<String, String> keys,
        Map<String, String> replaced) {
    private static final String TEXT = "text";
    private static final String WHOLE = "whole numbers";
    private static final String POINT = "numbers";

    /** Of DuckDB's types. */
    private static final Map<String, String> KINDS =
            Map.of(
                    "VARCHAR",
                    TEXT,
                    "INTEGER",
                    WHOLE,
                    "BIGINT",
                    WHOLE,
                    "SMALLINT",
                    WHOLE,
                    "TINYINT",
                    WHOLE,
                    "DOUBLE",
                    POINT,
                    "FLOAT",
                    POINT);

    /**
     * Returns all files, of which none has a column that the first lacks, or one of another kind.
     *
     * @param isVerbatim whether each column has one beside it as it is written, as {@link CsvScan#text} names it
     */
    static List<FilePart> of(ConvertedFiles files, boolean isVerbatim, FileWork job)
            throws IOException, SQLException {
        var parts = new ArrayList<FilePart>();
        try (var queries = Queries.open(job)) {
            for (int at = 0; at < files.sources().size(); at++) {
                parts.add(of(files.sources().get(at), files.keys().get(at), isVerbatim, queries));
            }
            var first = parts.get(0);
            for (var part : parts) {
                StackedTables.checkNames(
                        first.source.file(), first.columns(), part.source.file(), part.columns());
                for (var key : part.keys.keySet()) {
                    if (part.holds(key)) {
                        throw ManyFiles.twice(key, part.source.file());
                    }
                }
            }
            for (var name : first.columns()) {
                agree(parts, name, queries);
            }
        }
        return parts;
    }

    private static FilePart of(
            Source source, Map<String, String> keys, boolean isVerbatim, Queries queries)
            throws IOException, SQLException {
        var kinds = new LinkedHashMap<String, String>();
        // What DuckDB would read as something else passes through our readers.
        boolean isDucks =
                source.format() == Format.CSV
                        || source.format() == Format.PARQUET
                                && Duck.isPlain(queries, source.file());
        if (isDucks) {
            var scan =
                    isVerbatim ? CsvScan.besideTexts(queries, source) : Duck.scan(queries, source);
            Duck.types(queries, scan)
                    .forEach((name, type) -> kinds.put(name, KINDS.getOrDefault(type, type)));
            if (isVerbatim) {
                kinds.keySet().removeIf(CsvScan::isText);
            }
            return new FilePart(source, Optional.of(scan), kinds, keys, new LinkedHashMap<>());
        }
        try (var batches = ArrowBatches.of(source, queries.job())) {
            TwinNames.refuseTwins(source.file(), batches.names());
            for (var field : batches.reader().getVectorSchemaRoot().getSchema().getFields()) {
                kinds.put(field.getName(), kind(field));
            }
        }
        return new FilePart(source, Optional.empty(), kinds, keys, new LinkedHashMap<>());
    }

    private static String kind(Field field) {
        var type = field.getType();
        return type instanceof ArrowType.Utf8
                ? TEXT
                : type instanceof ArrowType.Int
                        ? WHOLE
                        : type instanceof ArrowType.FloatingPoint
                                        || type instanceof ArrowType.Decimal
                                ? POINT
                                : type.toString().replaceFirst("\\(.*", "");
    }

    /** Has one column be of one kind in all files: what misses all its values is of any, and whole numbers are numbers. */
    private static void agree(List<FilePart> parts, String name, Queries queries)
            throws IOException, SQLException {
        var kinds = new HashSet<String>();
        parts.forEach(part -> kinds.add(part.kind(name)));
        if (kinds.size() == 1) {
            return;
        }
        FilePart known = null;
        for (var part : parts) {
            if (part.kind(name).equals(TEXT) && part.isMissing(name, queries)) {
                part.replaced.put(name, "NULL");
            } else if (known == null) {
                known = part;
            } else if (!isAlike(known.kind(name), part.kind(name))) {
                throw StackedTables.otherKind(
                        name,
                        known.kind(name),
                        known.source.file(),
                        part.kind(name),
                        part.source.file());
            }
        }
        if (kinds.contains(WHOLE) && kinds.contains(POINT)) {
            for (var part : parts) {
                if (part.kind(name).equals(WHOLE)) {
                    part.refuseRounded(name, queries);
                    // Beside numbers of 32 bits, DuckDB would make such of the whole ones too.
                    part.replaced.put(name, "CAST(" + CsvScan.identifier(name) + " AS DOUBLE)");
                }
            }
        }
    }

    private static boolean isAlike(String one, String other) {
        return one.equals(other)
                || !one.equals(TEXT)
                        && (one.equals(WHOLE) || one.equals(POINT))
                        && (other.equals(WHOLE) || other.equals(POINT));
    }

    /** A key past 2⁵³ beside a number with a fraction would become another key. */
    private void refuseRounded(String name, Queries queries) throws IOException, SQLException {
        var key =
                any(
                        name,
                        "%1$s IS NOT NULL AND CAST(CAST(%1$s AS DOUBLE) AS HUGEINT) <> %1$s",
                        queries);
        if (key.isPresent()) {
            throw BadFile.because(
                    "column '%s' holds %s in %s, which beside the numbers of another file would be rounded"
                            .formatted(name, key.get(), source.file().getFileName()));
        }
    }

    private boolean isMissing(String name, Queries queries) throws IOException, SQLException {
        return any(name, "%s IS NOT NULL", queries).isEmpty();
    }

    /** Returns a value of a column that meets a condition. */
    private Optional<String> any(String name, String condition, Queries queries)
            throws IOException, SQLException {
        try (var connection = OpenDuck.asking();
                var statement = connection.createStatement();
                var open = new Opened()) {
            var column = CsvScan.identifier(name);
            var sql =
                    "SELECT CAST(%s AS VARCHAR) FROM %s WHERE %s LIMIT 1"
                            .formatted(
                                    column,
                                    rows(connection, "himalia rows", open.all(), queries.job()),
                                    condition.formatted(column));
            return queries.job()
                    .whileRunning(
                            statement,
                            () -> {
                                try (var found = statement.executeQuery(sql)) {
                                    return found.next()
                                            ? Optional.of(found.getString(1))
                                            : Optional.empty();
                                }
                            });
        }
    }

    /** What is open, to be closed from the last to the first. */
    private record Opened(Deque<AutoCloseable> all) implements Closeable {
        Opened() {
            this(new ArrayDeque<>());
        }

        @Override
        public void close() throws IOException {
            ArrowBatches.closeAll(all);
        }
    }

    private String kind(String name) {
        return Objects.requireNonNull(kinds.get(name));
    }

    /** Returns whether a column is the file's own, whatever the letters' case, and none of its folders'. */
    boolean holds(String name) {
        return kinds.keySet().stream().anyMatch(name::equalsIgnoreCase);
    }

    private List<String> columns() {
        return List.copyOf(kinds.keySet());
    }

    /** Returns all names, those of folders behind the file's own. */
    List<String> names() {
        var names = new ArrayList<>(kinds.keySet());
        names.addAll(keys.keySet());
        return names;
    }

    private String rows(
            DuckDBConnection connection, String view, Deque<AutoCloseable> open, FileWork job)
            throws IOException {
        if (scan.isPresent()) {
            return scan.get();
        }
        var read = ArrowBatches.of(source, job);
        open.push(read);
        var batches = read.withoutHalves();
        open.push(batches);
        open.push(Duck.named(connection, batches, view));
        return CsvScan.identifier(view);
    }

    /** Returns what asks for its rows; what must be open for it is pushed. */
    String sql(DuckDBConnection connection, String view, Deque<AutoCloseable> open, FileWork job)
            throws IOException {
        var rows = rows(connection, view, open, job);
        var all =
                replaced.isEmpty()
                        ? "*"
                        : replaced.entrySet().stream()
                                .map(it -> it.getValue() + " AS " + CsvScan.identifier(it.getKey()))
                                .collect(Collectors.joining(", ", "* REPLACE (", ")"));
        var said =
                keys.entrySet().stream()
                        .map(it -> ", " + it.getValue() + " AS " + CsvScan.identifier(it.getKey()))
                        .collect(Collectors.joining());
        return "SELECT %s%s FROM %s".formatted(all, said, rows);
    }
}
