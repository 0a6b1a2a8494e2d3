package himalia.storage;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** The copies of tables that lie in a database of DuckDB's. Every cell asks for them, by a statement that is prepared once. */
final class KeptCopies {
    /** What the name of one begins with, and its tag follows. */
    static final String KEPT = "kept rows ";

    private static final int MOST_KEPT = 4;

    private static final long MOST_CELLS = 20_000_000;

    private static final String ALL =
            "SELECT table_name, comment, estimated_size * column_count FROM duckdb_tables()"
                    + " WHERE database_name = 'temp' AND (table_name = $1 OR starts_with(table_name, '"
                    + KEPT
                    + "')) ORDER BY table_oid DESC";

    private final DuckDBConnection duck;
    private @Nullable PreparedStatement statement;

    KeptCopies(DuckDBConnection duck) {
        this.duck = duck;
    }

    /** Returns whether a table of so many cells may be kept. */
    static boolean mayKeep(long cells) {
        return cells <= MOST_CELLS;
    }

    private record Copy(String name, @Nullable String comment, long cells) {}

    /** What is there now. */
    record There(String asked, List<Copy> copies) {
        There {
            copies = List.copyOf(copies);
        }

        /** Returns the comment of the table that was asked for. */
        Optional<String> comment() {
            return copies.stream()
                    .filter(copy -> copy.name().equals(asked))
                    .findFirst()
                    .flatMap(copy -> Optional.ofNullable(copy.comment()));
        }

        boolean has(String table) {
            return copies.stream().anyMatch(copy -> copy.name().equals(table));
        }

        /** Returns those that are too many, or too large together, where the one that was asked for is kept now: the newest stay. */
        List<String> tooMany() {
            var all = new ArrayList<String>();
            long cells =
                    copies.stream()
                            .filter(copy -> copy.name().equals(asked))
                            .mapToLong(Copy::cells)
                            .sum();
            int count = 1;
            for (var copy : copies) {
                if (!copy.name().equals(asked)) {
                    cells += copy.cells();
                    count++;
                    if (count > MOST_KEPT || cells > MOST_CELLS) {
                        all.add(copy.name());
                    }
                }
            }
            return all;
        }
    }

    /** Returns all copies that are kept, and the table of such a name if there is one. */
    There with(String name) throws SQLException {
        if (statement == null) {
            statement = duck.prepareStatement(ALL);
        }
        statement.setString(1, name);
        var copies = new ArrayList<Copy>();
        try (var found = statement.executeQuery()) {
            while (found.next()) {
                copies.add(new Copy(found.getString(1), found.getString(2), found.getLong(3)));
            }
        }
        return new There(name, copies);
    }
}
