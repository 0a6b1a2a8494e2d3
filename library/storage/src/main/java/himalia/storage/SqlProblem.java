package himalia.storage;

import java.sql.SQLException;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;

/** What a database says against a statement, as it can be shown: without the names of the driver's classes. */
final class SqlProblem {
    private static final Pattern CLASS =
            Pattern.compile("^(?:java\\.sql\\.\\w+|[\\w.]+Exception): ");

    /** What the database has of its own, and the names that tables lie under here: nobody has mistyped those. */
    private static final Pattern INNER =
            Pattern.compile(
                    "\\nDid you mean \"(?:[^\"]*\\.)?(?:(?:pg|sqlite|duckdb)_|kept rows |rows of |himalia )[^\"]*\"\\?");

    private SqlProblem() {}

    static IllegalArgumentException of(SQLException cause) {
        var message = String.valueOf(cause.getMessage()).strip();
        if (message.contains("INTERRUPT Error") || message.equals("interrupted")) {
            throw new CancellationException("the query was interrupted");
        }
        var ours = INNER.matcher(CLASS.matcher(message).replaceFirst("")).replaceAll("");
        return new IllegalArgumentException(
                ours.replace(" is not an table", " is not a table"), cause);
    }
}
