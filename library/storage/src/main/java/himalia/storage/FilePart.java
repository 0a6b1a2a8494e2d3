package himalia.storage;

import java.io.Closeable;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
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
        Map<String, PartKind> kinds,
        Map<String, String> keys,
        Map<String, String> replaced) {
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
        var kinds = new LinkedHashMap<String, PartKind>();
        // What DuckDB would read as something else passes through our readers.
        boolean isDucks =
                source.format() == Format.CSV
                        || source.format() == Format.PARQUET
                                && Duck.isPlain(queries, source.file());
        if (isDucks) {
            var scan =
                    isVerbatim ? CsvScan.besideTexts(queries, source) : Duck.scan(queries, source);
            Duck.types(queries, scan).forEach((name, type) -> kinds.put(name, PartKind.of(type)));
            if (isVerbatim) {
                kinds.keySet().removeIf(CsvScan::isText);
            }
            return new FilePart(source, Optional.of(scan), kinds, keys, new LinkedHashMap<>());
        }
        try (var read = ArrowBatches.of(source, queries.job());
                var batches = read.known()) {
            TwinNames.refuseTwins(source.file(), batches.names());
            for (var field : batches.reader().getVectorSchemaRoot().getSchema().getFields()) {
                kinds.put(field.getName(), PartKind.of(field));
            }
        }
        return new FilePart(source, Optional.empty(), kinds, keys, new LinkedHashMap<>());
    }

    /** Has one column be of one kind in all files: what misses all its values is of any, and whole numbers are numbers. */
    private static void agree(List<FilePart> parts, String name, Queries queries)
            throws IOException, SQLException {
        var holding = new ArrayList<>(parts);
        if (unlike(parts, name).isPresent()) {
            for (var part : parts) {
                if (part.isMissing(name, queries)) {
                    part.replaced.put(name, "NULL");
                    holding.remove(part);
                }
            }
            var unlike = unlike(holding, name);
            if (unlike.isPresent()) {
                var one = unlike.get().one;
                var other = unlike.get().other;
                throw StackedTables.otherKind(
                        name,
                        one.kind(name).words(),
                        one.source.file(),
                        other.kind(name).words(),
                        other.source.file());
            }
            if (holding.isEmpty()) {
                parts.get(0).replaced.remove(name);
            }
        }
        if (holding.stream().anyMatch(part -> part.kind(name).isPoint())) {
            for (var part : holding) {
                if (!part.kind(name).isPoint()) {
                    part.refuseRounded(name, queries);
                    // Beside numbers of 32 bits, DuckDB would make such of the whole ones too.
                    part.replaced.put(name, "CAST(" + CsvScan.identifier(name) + " AS DOUBLE)");
                }
            }
        }
    }

    private record Unlike(FilePart one, FilePart other) {}

    /** Returns two files whose values of a column no type holds as they are. */
    private static Optional<Unlike> unlike(List<FilePart> parts, String name) {
        var known = new LinkedHashMap<PartKind, FilePart>();
        for (var part : parts) {
            for (var one : known.values()) {
                if (!one.kind(name).isLike(part.kind(name))) {
                    return Optional.of(new Unlike(one, part));
                }
            }
            known.putIfAbsent(part.kind(name), part);
        }
        return Optional.empty();
    }

    /** A key past 2⁵³ beside a number with a fraction would become another key, and a long decimal another one. */
    private void refuseRounded(String name, Queries queries) throws IOException, SQLException {
        var key =
                any(
                        name,
                        "TRY_CAST(CAST(%1$s AS DOUBLE) AS "
                                + kind(name).exact()
                                + ") IS DISTINCT FROM %1$s",
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

    private PartKind kind(String name) {
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
        var batches = read.known();
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
