package himalia.storage;

import java.sql.Connection;
import java.sql.SQLException;

/** A transaction that statements have begun and not ended. */
final class OpenTransaction {
    /** PostgreSQL's number for: within a transaction that has failed. */
    private static final String FAILED = "25P02";

    /** PostgreSQL's number for: within no transaction. */
    private static final String NONE = "25P01";

    /** What DuckDB and SQLite say then. */
    private static final String NONE_IN_WORDS = "no transaction is active";

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
    private static boolean isWithin(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SAVEPOINT himalia");
            return true;
        } catch (SQLException e) {
            if (FAILED.equals(e.getSQLState())) {
                return true;
            }
            return orNone(e);
        }
    }

    private static boolean isDone(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
            return true;
        } catch (SQLException e) {
            return orNone(e);
        }
    }

    /** Anything else that a database says is no answer to the question. */
    private static boolean orNone(SQLException e) throws SQLException {
        if (NONE.equals(e.getSQLState())
                || String.valueOf(e.getMessage()).contains(NONE_IN_WORDS)) {
            return false;
        }
        throw e;
    }
}
