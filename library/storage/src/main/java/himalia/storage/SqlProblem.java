package himalia.storage;

import java.sql.SQLException;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a database says against a statement, as it can be shown: without the names of the driver's classes. */
final class SqlProblem {
    private static final Pattern CLASS =
            Pattern.compile("^(?:java\\.sql\\.\\w+|[\\w.]+Exception): ");

    /** What the database has of its own, and the names that tables lie under here: nobody has mistyped those. */
    private static final Pattern INNER =
            Pattern.compile(
                    "\\nDid you mean \"(?:[^\"]*\\.)?(?:(?:pg|sqlite|duckdb)_|kept rows |rows of |himalia )[^\"]*\"\\?");

    /** A file whose format it would have to fetch an extension for, or knows none for. */
    private static final Pattern UNREAD =
            Pattern.compile(
                    "capable of reading the file \"([^\"]*)\"|install the required extension '(?:excel|avro)");

    /** It lists all functions of a name, of which some have fifty. */
    private static final Pattern CANDIDATES =
            Pattern.compile(
                    "((?:^|\\n)\\tCandidate functions:(?:\\n\\t[^\\n]+){4})((?:\\n\\t[^\\n]+){2,})");

    /** Where PostgreSQL sees the mistake, in code points of the text with $1 for each question mark. */
    private static final Pattern POSITION = Pattern.compile("\\s*\\n\\s*Position: (\\d+)$");

    /** What has no question mark that stands for a value, and one that does. */
    private static final Pattern VALUES =
            Pattern.compile("(?s)'[^']*+'|\"[^\"]*\"|--[^\n]*|/\\*.*?\\*/|(\\?)");

    private SqlProblem() {}

    /** Shows the place in the statement, as DuckDB does. */
    static IllegalArgumentException of(SQLException cause, String sql) {
        var said = of(cause);
        var place = POSITION.matcher(String.valueOf(said.getMessage()));
        return place.find()
                ? new IllegalArgumentException(
                        place.replaceFirst("") + shown(sql, Integer.parseInt(place.group(1)) - 1),
                        cause)
                : said;
    }

    private static String shown(String sql, int position) {
        int place = Math.min(position, sql.codePointCount(0, sql.length()));
        int number = 0;
        var found = VALUES.matcher(sql);
        while (found.find() && sql.codePointCount(0, found.start()) < place) {
            if (found.group(1) != null) {
                place -= String.valueOf(++number).length();
            }
        }
        int at = sql.offsetByCodePoints(0, place);
        int start = sql.lastIndexOf('\n', at - 1) + 1;
        int end = sql.indexOf('\n', at);
        var line = "LINE " + (sql.substring(0, start).lines().count() + 1) + ": ";
        return "\n\n%s%s\n%s^"
                .formatted(
                        line,
                        sql.substring(start, end < 0 ? sql.length() : end),
                        " ".repeat(line.length() + at - start));
    }

    static IllegalArgumentException of(SQLException cause) {
        var message = String.valueOf(cause.getMessage()).strip();
        if (message.contains("INTERRUPT Error") || message.equals("interrupted")) {
            throw new CancellationException("the query was interrupted");
        }
        var ours = BadFile.within(message);
        if (ours.isPresent()) {
            return new IllegalArgumentException(ours.get(), cause);
        }
        var unread = UNREAD.matcher(message);
        if (unread.find()) {
            return new IllegalArgumentException(
                    "DuckDB does not read %s; a table in the place of the file does: in a cell of %%%%sql from {Storage.read(\"…\")}, in Java sql.with(\"t\", Storage.read(\"…\"))"
                            .formatted(
                                    unread.group(1) == null
                                            ? "this format"
                                            : "'" + unread.group(1) + "'"),
                    cause);
        }
        var some =
                CANDIDATES
                        .matcher(mended(message))
                        .replaceAll(
                                all ->
                                        Matcher.quoteReplacement(
                                                "%s\n\t… and %d more"
                                                        .formatted(
                                                                all.group(1),
                                                                all.group(2).lines().count() - 1)));
        var theirs = INNER.matcher(CLASS.matcher(some).replaceFirst("")).replaceAll("");
        return new IllegalArgumentException(
                theirs.replace(" is not an table", " is not a table"), cause);
    }

    /** It compares moments of two units only where one is cast, and says not how. */
    static String mended(String message) {
        return message.contains(ResultReader.NANOS)
                ? message.replace(
                        " - an explicit cast is required",
                        "; cast the one of nanoseconds: t::timestamptz")
                : message;
    }
}
