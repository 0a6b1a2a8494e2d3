package himalia.storage;

import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** How many rows a statement has changed. */
final class UpdateCount {
    private static final Pattern CHANGES =
            Pattern.compile(
                    "(?is)(?:\\s|--[^\n]*+\n|/\\*.*?\\*/)*+(?:insert|update|delete|merge|replace|truncate|with)\\b.*");

    private UpdateCount() {}

    /** Returns it; nothing where such a text changes none by its kind. */
    static OptionalLong of(Statement statement, String sql) throws SQLException {
        // SQLite repeats the number of the statement before, where one changes nothing.
        if (!CHANGES.matcher(sql).matches()) {
            return OptionalLong.empty();
        }
        long count = of(statement);
        return count < 0 ? OptionalLong.empty() : OptionalLong.of(count);
    }

    /** Returns it, also where a driver counts in {@code int} alone: the change is done, and must not look as if it failed. */
    static long of(Statement statement) throws SQLException {
        try {
            return statement.getLargeUpdateCount();
        } catch (UnsupportedOperationException | SQLFeatureNotSupportedException e) {
            return statement.getUpdateCount();
        }
    }
}
