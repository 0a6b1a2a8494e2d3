package himalia.storage;

import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;

/** How many rows a statement has changed. */
final class UpdateCount {
    private UpdateCount() {}

    /** Returns it, also where a driver counts in {@code int} alone: the change is done, and must not look as if it failed. */
    static long of(Statement statement) throws SQLException {
        try {
            return statement.getLargeUpdateCount();
        } catch (UnsupportedOperationException | SQLFeatureNotSupportedException e) {
            return statement.getUpdateCount();
        }
    }
}
