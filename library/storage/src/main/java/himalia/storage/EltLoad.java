package himalia.storage;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Loads the rows of files, or of a table of the notebook, into a table of a warehouse. */
final class EltLoad {
    /** So many files are open at once: behind each is a reader of its own. */
    private static final int OPEN = 64;

    private final EltDatabase duck;
    private final String table;
    private final EltSource source;
    private final List<EltSource.Opening> files;
    private List<String> columns = List.of();

    private EltLoad(EltDatabase duck, String table, EltSource source) throws IOException {
        this.duck = duck;
        this.table = table;
        this.source = source;
        this.files = source.batches();
    }

    static void run(EltDatabase duck, String table, EltSource source)
            throws SQLException, IOException {
        var load = new EltLoad(duck, table, source);
        try {
            load.run();
        } catch (SQLException e) {
            throw BadFile.of(Path.of(source.names(List.of()).get(0)), e);
        }
    }

    private void run() throws SQLException, IOException {
        if (files.size() <= OPEN) {
            load("TABLE", table, files);
            return;
        }
        var parts = new ArrayList<String>();
        for (int from = 0; from < files.size(); from += OPEN) {
            var part = "himalia part " + parts.size();
            load("TEMP TABLE", part, files.subList(from, Math.min(from + OPEN, files.size())));
            parts.add(part);
        }
        var all = parts.stream().map(part -> "FROM " + CsvScan.identifier(part)).toList();
        duck.create("TABLE", table, together(all), List.of());
        for (var part : parts) {
            duck.execute("DROP TABLE " + CsvScan.identifier(part));
        }
    }

    private static String together(List<String> rows) {
        return String.join(" UNION ALL BY NAME ", rows);
    }

    /** Returns the rows of a file, and what its folders say beside them. */
    private static String rows(EltSource.Opening opening, List<String> columns, String view)
            throws IOException {
        var keys = new StringBuilder();
        for (var key : opening.keys().entrySet()) {
            if (columns.stream().anyMatch(key.getKey()::equalsIgnoreCase)) {
                throw ManyFiles.twice(key.getKey(), Path.of(opening.name()));
            }
            keys.append(", ")
                    .append(key.getValue())
                    .append(" AS ")
                    .append(CsvScan.identifier(key.getKey()));
        }
        return "SELECT *%s FROM %s".formatted(keys, CsvScan.identifier(view));
    }

    /** What is open, to be closed from the last to the first. */
    private static final class Open implements Closeable {
        private final Deque<AutoCloseable> all = new ArrayDeque<>();

        @Override
        public void close() throws IOException {
            ArrowBatches.closeAll(all);
        }
    }

    private void load(String kind, String name, List<EltSource.Opening> openings)
            throws SQLException, IOException {
        var views = new ArrayList<String>();
        var rows = new ArrayList<String>();
        try (var open = new Open()) {
            for (var opening : openings) {
                var batches = duck.open(opening);
                open.all.push(batches);
                TwinNames.refuseTwins(Path.of(opening.name()), batches.names());
                columns = columns.isEmpty() ? batches.names() : columns;
                checkSame(files.get(0).name(), columns, opening.name(), batches.names());
                var view = "himalia rows " + views.size();
                open.all.push(duck.named(batches, view));
                views.add(view);
                rows.add(rows(opening, columns, view));
            }
            duck.create(kind, name, together(rows), List.of());
        }
        // Where it failed, they are gone with the transaction, which takes no statement any more.
        for (var view : views) {
            duck.execute("DROP VIEW IF EXISTS " + CsvScan.identifier(view));
        }
    }

    /** A column that some files have would be empty in the rows of all others. */
    private static void checkSame(
            String one, List<String> columns, String other, List<String> others)
            throws IOException {
        for (var name : columns) {
            if (!others.contains(name)) {
                throw BadFile.because(
                        "%s has no column '%s', which %s has; load them into two tables"
                                .formatted(other, name, one));
            }
        }
        for (var name : others) {
            if (!columns.contains(name)) {
                throw BadFile.because(
                        "%s has a column '%s', which %s does not have; load them into two tables"
                                .formatted(other, name, one));
            }
        }
    }
}
