package himalia.storage;

import java.sql.Connection;
import java.sql.SQLException;

/** A transaction that statements have begun and not ended. */
final class OpenTransaction {
    /** PostgreSQL's number for: within a transaction that has failed. */
    private static final String FAILED = "25P02";

    private OpenTransaction() {}

    /** Undoes it, and returns whether one was open, as far as the database tells. */
    static boolean undo(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
            return true;
        }
        return switch (connection.getMetaData().getDatabaseProductName()) {
            case "DuckDB", "SQLite" -> isDone(connection, "ROLLBACK");
            case "PostgreSQL" -> isWithin(connection) && isDone(connection, "ROLLBACK");
            default -> false;
        };
    }

    /** It only warns of a rollback where nothing is open, and refuses a savepoint there. */
    private static boolean isWithin(Connection connection) {
        try (var statement = connection.createStatement()) {
            statement.execute("SAVEPOINT himalia");
            return true;
        } catch (SQLException e) {
            return FAILED.equals(e.getSQLState());
        }
    }

    private static boolean isDone(Connection connection, String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
            return true;
        } catch (SQLException e) {
            // None was open.
            return false;
        }
    }
}
