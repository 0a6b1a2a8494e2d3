package himalia.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.duckdb.DuckDBConnection;

/** Says of a connection that is closed how to go on. */
final class ClosedDatabase {
    private static final Set<String> IN_MEMORY =
            Set.of(OpenDuck.IN_MEMORY, OpenDuck.IN_MEMORY + ":memory:");

    private final Connection connection;

    /** A closed one does not say any more where it was. */
    private final boolean isInMemory;

    ClosedDatabase(Connection connection) {
        this.connection = connection;
        try {
            isInMemory =
                    connection instanceof DuckDBConnection
                            && !connection.isClosed()
                            && IN_MEMORY.contains(connection.getMetaData().getURL());
        } catch (SQLException e) {
            throw SqlProblem.of(e);
        }
    }

    void refuse() {
        try {
            if (connection.isClosed()) {
                throw new IllegalArgumentException(
                        isInMemory
                                ? "the database in memory is closed, and its tables are gone with it; open another one, Sql.open(), and give it its tables again, by with(…)"
                                : "the connection to the database is closed; open it again, Sql.open(\"shop.duckdb\") or DriverManager.getConnection(…)");
            }
        } catch (SQLException e) {
            throw SqlProblem.of(e);
        }
    }
}
