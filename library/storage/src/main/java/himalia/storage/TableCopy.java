package himalia.storage;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.duckdb.DuckDBConnection;
import tech.tablesaw.api.Table;

/**
 * A copy of a table's rows in DuckDB, and a view over it that bears the table's name. A table is copied once: the next cell may
 * ask for the same.
 */
final class TableCopy implements AutoCloseable {
    /** What the name of the rows begins with, and that of the view follows. */
    static final String ROWS_OF = "rows of ";

    private final DuckDBConnection duck;
    private final KeptCopies kept;
    private final QueriesSoFar queries;

    /** Names, in small letters, that had rows beside their views: a rollback brings such rows back. */
    private final Set<String> copied = new HashSet<>();

    /** What names, in small letters, mean, as long as no statement may have made them mean something else. */
    private final Map<String, Copy> meant = new HashMap<>();

    /** Tables that are lent, by their names in small letters. */
    private final Map<String, Lent> lent = new HashMap<>();

    /** {@code isAlone} says whether all statements of the database go by here. */
    TableCopy(DuckDBConnection duck, boolean isAlone) {
        this.duck = duck;
        kept = new KeptCopies(duck);
        queries = new QueriesSoFar(duck, isAlone);
    }

    /** A table that nobody changes before its name is taken away; its tag is made as far as statements want it. */
    private record Lent(String name, Table table, TableTag tag) {}

    /**
     * Notes a table that is copied when a statement needs it, of which those columns are compared with the copy that is kept which
     * the statements name. Returns false, and does nothing, where it is to be copied at once.
     */
    boolean lend(String name, Table table) {
        boolean isLarge = table.rowCount() >= KeptCopies.LARGE && KeptCopies.mayKeep(table);
        var tag = isLarge && queries.wereAll() ? TableTag.begun(table) : Optional.<TableTag>empty();
        if (tag.isEmpty()) {
            return false;
        }
        meant.remove(FoldedName.of(name));
        lent.put(FoldedName.of(name), new Lent(name, table, tag.get()));
        return true;
    }

    /** Has all lent tables there that a statement may read. */
    void before(String sql, FileWork job) throws IOException, SQLException {
        if (lent.isEmpty()) {
            return;
        }
        var names = new HashSet<>(meant.keySet());
        names.addAll(lent.keySet());
        var read = ReadColumns.of(queries.parsed(sql), names, queries.mayHaveViews());
        for (var each : Map.copyOf(lent).entrySet()) {
            var table = each.getValue();
            boolean isNew = table.tag().make(table.table(), read);
            boolean isThere = meant.containsKey(each.getKey());
            if (isNew || !isThere) {
                var copy = kept.find(table.tag());
                if (copy.isPresent()) {
                    use(table.name(), copy.get());
                } else {
                    make(table.name(), table.table(), job);
                    continue;
                }
            }
            if (table.tag().isWhole()) {
                lent.remove(each.getKey());
            }
        }
    }

    void make(String name, Table table, FileWork job) throws IOException, SQLException {
        lent.remove(FoldedName.of(name));
        meant.remove(FoldedName.of(name));
        var tag = KeptCopies.mayKeep(table) ? TableTag.of(table) : Optional.<TableTag>empty();
        var copy = tag.isPresent() ? kept.of(tag.get(), table, job) : Optional.<Copy>empty();
        if (copy.isPresent()) {
            use(name, copy.get());
            return;
        }
        try (var statement = duck.createStatement()) {
            var rows = rows(name);
            copied.add(FoldedName.of(name));
            CopiedRows.make(duck, statement, "CREATE OR REPLACE TEMP TABLE " + rows, table, job);
            try {
                view(statement, name, rows);
            } catch (SQLException e) {
                CopiedRows.afterFailure(duck, "DROP TABLE IF EXISTS " + rows, e);
                throw e;
            }
            kept.release(name);
        }
    }

    private void use(String name, Copy copy) throws SQLException {
        if (copy.equals(meant.get(FoldedName.of(name)))) {
            return;
        }
        try (var statement = duck.createStatement()) {
            view(statement, name, copy.from());
            drop(statement, name);
        }
        kept.use(name, copy);
        meant.put(FoldedName.of(name), copy);
    }

    /** An insert into a view is refused: it would change the copy alone. */
    private static void view(Statement statement, String name, String rows) throws SQLException {
        statement.execute(
                "CREATE OR REPLACE TEMP VIEW %s AS FROM %s"
                        .formatted(CsvScan.identifier(name), rows));
    }

    private static String rows(String name) {
        return "temp." + CsvScan.identifier(ROWS_OF + name);
    }

    /** Returns a query that gives numbers in the place of texts, where one means the same. */
    Optional<NumberedQuery.Rewritten> numbered(String sql) throws SQLException {
        return mostRows() >= KeptCopies.LARGE && queries.areAll()
                ? queries.parsed(sql).flatMap(parsed -> NumberedQuery.of(sql, parsed, meant))
                : Optional.empty();
    }

    /** Returns how many rows the largest table has that has a name. */
    int mostRows() {
        return meant.values().stream().mapToInt(Copy::rows).max().orElse(0);
    }

    /** Notes that a statement was run. */
    void ran(String sql) {
        if (!queries.ran(sql)) {
            meant.clear();
        }
    }

    /** Takes the name away again; the copy of a table is kept for the next cell. */
    void takeAway(String name) throws SQLException {
        lent.remove(FoldedName.of(name));
        meant.remove(FoldedName.of(name));
        try (var statement = duck.createStatement()) {
            statement.execute("DROP VIEW IF EXISTS temp." + CsvScan.identifier(name));
            drop(statement, name);
        }
        kept.release(name);
    }

    private void drop(Statement statement, String name) throws SQLException {
        if (copied.contains(FoldedName.of(name))) {
            statement.execute("DROP TABLE IF EXISTS " + rows(name));
        }
    }

    @Override
    public void close() throws SQLException {
        kept.close();
    }
}
