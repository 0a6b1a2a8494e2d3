package himalia.storage;

import java.sql.SQLException;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;

/** What a database says against a statement, as it can be shown: without the names of the driver's classes. */
final class SqlProblem {
    private static final Pattern CLASS =
            Pattern.compile("^(?:java\\.sql\\.\\w+|[\\w.]+Exception): ");

    private SqlProblem() {}

    static IllegalArgumentException of(SQLException cause) {
        var message = String.valueOf(cause.getMessage()).strip();
        if (message.contains("INTERRUPT Error") || message.equals("interrupted")) {
            throw new CancellationException("the query was interrupted");
        }
        return new IllegalArgumentException(CLASS.matcher(message).replaceFirst(""), cause);
    }
}
