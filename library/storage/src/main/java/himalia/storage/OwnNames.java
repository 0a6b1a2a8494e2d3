package himalia.storage;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * The tables and views that a database of DuckDB's has itself. Each name of a cell is asked for, and hardly one is there: what
 * finds that out is prepared once.
 */
final class OwnNames {
    private static final String TABLES =
            "SELECT 1 FROM duckdb_tables() WHERE lower(table_name) = lower($1)";

    private static final String VIEWS =
            "SELECT 1 FROM duckdb_views() WHERE lower(view_name) = lower($1)";

    /** What a bare name means, but the views of ours: each has its rows beside it or reads kept ones, whatever was rolled back. */
    private static final String OWN =
            """
            WITH here AS (
                SELECT table_name AS name, false AS is_view, database_name AS db, schema_name AS s,
                    '' AS sql
                FROM duckdb_tables()
                UNION ALL
                SELECT view_name, true, database_name, schema_name, sql
                FROM duckdb_views() WHERE NOT internal)
            SELECT 1 FROM here
            WHERE lower(name) = lower($1)
              AND (db = 'temp' OR db = current_database() AND s = current_schema())
              AND NOT (db = 'temp' AND is_view AND (contains(sql, ' FROM "kept rows ') OR EXISTS (
                FROM here o WHERE o.db = 'temp' AND lower(o.name) = lower('rows of ' || $1))))""";

    private final DuckDBConnection duck;
    private @Nullable PreparedStatement tables;
    private @Nullable PreparedStatement views;

    OwnNames(DuckDBConnection duck) {
        this.duck = duck;
    }

    boolean has(String name) throws SQLException {
        // A statement that has failed, as all do within a transaction that has, takes no other.
        if (tables == null || tables.isClosed()) {
            tables = duck.prepareStatement(TABLES);
        }
        if (views == null || views.isClosed()) {
            views = duck.prepareStatement(VIEWS);
        }
        if (!isFound(tables, name) && !isFound(views, name)) {
            return false;
        }
        try (var own = duck.prepareStatement(OWN)) {
            return isFound(own, name);
        }
    }

    private static boolean isFound(PreparedStatement statement, String name) throws SQLException {
        statement.setString(1, name);
        try (var found = statement.executeQuery()) {
            return found.next();
        }
    }
}
