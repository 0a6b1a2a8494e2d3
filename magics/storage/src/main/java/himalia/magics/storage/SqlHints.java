package himalia.magics.storage;

import himalia.display.bundle.Nearest;
import himalia.magics.spi.SqlBody;
import himalia.storage.Sql;
import himalia.table.RowLists;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a database says against a statement, in the words of who wrote the cell.
 *
 * @param named the notebook's tables that the database knows
 * @param unfit why variables that are rows are no tables here, by their names
 * @param names tells the names of all variables that may be rows
 */
record SqlHints(
        Sql sql,
        SqlBody body,
        Set<String> named,
        Map<String, String> unfit,
        Supplier<List<String>> names) {
    private static final String HINT = "\nDid you mean %s?";
    private static final String VIEW =
            "\nThe query reads a view over the variable '%1$s', and such a view lives as long as the cell that made it; name %1$s in the query itself, or make a table instead: create table … as from %1$s";
    private static final Pattern LINE = Pattern.compile("(?m)^LINE (\\d+): (.*)\n( *\\^)");
    private static final Pattern VALUE = Pattern.compile("; it is value (\\d+) of \\d+$");
    private static final Pattern FIXED =
            Pattern.compile(
                    "\\w is not an? table|Can only (?:update|delete from) base table|is of type View");
    private static final Pattern MEANT = Pattern.compile("\\nDid you mean \"[^\"]*\"\\?");

    private static final Pattern NO_COLUMN =
            Pattern.compile("Referenced column \"([^\"]+)\" not found");

    /** In the words of DuckDB, of SQLite and of PostgreSQL. */
    private static final Pattern ABSENT =
            Pattern.compile(
                    "(?:Table with name|no such table:|relation) \"?(\\w+)\"?(?: does not exist|\\)|$)",
                    Pattern.MULTILINE);

    /** A value in the place of a table: a list as {@code [?, ?]}, all else as {@code ?}. */
    private static final Pattern NO_TABLE = Pattern.compile("(?i)\\b(?:from|join)\\s*(\\[|\\?)");

    private static final Pattern WORD = Pattern.compile("syntax error at or near \"(\\w+)\"");
    private static final Pattern GUESSED =
            Pattern.compile("Could not convert string|Error when converting column");
    private static final Pattern READ = Pattern.compile("(?m)^ *file ?= ?(.+)$");
    private static final Pattern CSV =
            Pattern.compile("(?i)'([^']+\\.(?:csv|tsv|txt)(?:\\.gz|\\.zst)?)'");
    private static final Pattern CHANGED =
            Pattern.compile("(?i)\\b(?:into|update|from|table)\\s+\"?(\\w+)");

    /** Says it of the line of the query, and what a variable is that is no table. */
    String told(String message, SqlStatement statement) {
        var placed =
                LINE.matcher(message)
                        .replaceAll(
                                found -> {
                                    var was = "LINE " + found.group(1) + ": ";
                                    int line = statement.line() + Integer.parseInt(found.group(1));
                                    var now = "line " + line + " of the query: ";
                                    var shift = " ".repeat(now.length() - was.length());
                                    return Matcher.quoteReplacement(
                                            now + found.group(2) + "\n" + shift + found.group(3));
                                });
        var value = VALUE.matcher(placed);
        if (value.find()) {
            // A list in braces is as many values, so that their number tells nobody which is meant.
            var source = statement.sources().get(Integer.parseInt(value.group(1)) - 1);
            return placed.substring(0, value.start()) + "; it is {" + source + "}";
        }
        // A name of a view's variable is not mistyped.
        var said =
                ofView(message, statement).isPresent()
                        ? MEANT.matcher(placed).replaceAll("")
                        : placed;
        return said + hint(message, statement);
    }

    private String hint(String message, SqlStatement statement) {
        if (FIXED.matcher(message).find() && !named.isEmpty()) {
            return "\nThe notebook has this table, which SQL reads and does not change; create table … as from %s makes one that it does"
                    .formatted(changed(statement.sql()));
        }
        if (message.startsWith("the statement waits") && statement.values().isEmpty()) {
            return "; here a value stands in braces, {limit}";
        }
        if (message.contains("No files found")) {
            return "\nNames of files start from the folder in which the notebook was started; %cd does not move them";
        }
        var file =
                GUESSED.matcher(message).find()
                        ? guessed(message, statement.sql())
                        : Optional.<String>empty();
        if (file.isPresent()) {
            return "\nDuckDB guesses the types of a CSV file by its first rows; from {Storage.read(\"%s\")} reads all of them"
                    .formatted(file.get());
        }
        var value = NO_TABLE.matcher(statement.sql());
        if (value.find() && message.contains("syntax error at or near \"" + value.group(1))) {
            return "\nThe value in braces behind from is no table: a Table is one, and a list of records or of maps that is not empty; a file is named within read_parquet({…}) or the like";
        }
        var word = WORD.matcher(message);
        if (word.find()) {
            return RowLists.isRows(body.variables().get(word.group(1))) && isReserved(word.group(1))
                    ? "\n'%1$s' is a word of SQL; as the name of a table it stands in quotes: \"%1$s\""
                            .formatted(word.group(1))
                    : SqlSlips.meant(message).map(HINT::formatted).orElse("");
        }
        var column = NO_COLUMN.matcher(message);
        if (column.find() && isComparedInQuotes(column.group(1), statement.sql())) {
            return "\nA text stands in single quotes, '%s'; in double quotes stands the name of a column"
                    .formatted(column.group(1).replace("'", "''"));
        }
        return missing(message)
                .map(this::why)
                .or(() -> ofView(message, statement))
                .orElseGet(() -> near(message, statement));
    }

    /** The CSV file that is meant: the only one of the statement, or the one that the database names. */
    private static Optional<String> guessed(String message, String sql) {
        var files = CSV.matcher(sql).results().map(found -> found.group(1)).distinct().toList();
        var read = READ.matcher(message);
        var told = read.find() ? read.group(1).strip() : "";
        return files.size() == 1
                ? Optional.of(files.get(0))
                : files.stream().filter(told::equals).findFirst();
    }

    /** Whether it stands where the other side of a comparison, or a value of a list, does. */
    private static boolean isComparedInQuotes(String name, String sql) {
        return Pattern.compile(
                        "(?i)(?:[=<>(]|\\blike|\\bilike|\\bin\\s*\\([^()]*,)\\s*\""
                                + Pattern.quote(name)
                                + "\"")
                .matcher(sql)
                .find();
    }

    /** The database looked for a variable that the query does not name: a view does. */
    private Optional<String> ofView(String message, SqlStatement statement) {
        var absent = ABSENT.matcher(message);
        return absent.find() && sql.isDuckDb() && !named.contains(absent.group(1))
                ? Optional.of(absent.group(1))
                        .filter(name -> names.get().contains(name) && !statement.names(name))
                        .map(VIEW::formatted)
                : Optional.empty();
    }

    private String why(String name) {
        return "\n"
                + Objects.requireNonNullElse(
                        unfit.get(name),
                        "The variable '%s' is %s; a Table is a table here, and a list of records or of maps"
                                .formatted(name, what(body.variables().get(name))));
    }

    private String near(String message, SqlStatement statement) {
        var absent = ABSENT.matcher(message);
        boolean isAnswered = message.contains("Did you mean");
        if (!absent.find() || isAnswered || !sql.isDuckDb() || named.contains(absent.group(1))) {
            return "";
        }
        var name = absent.group(1);
        var known = names.get();
        var twins = known.stream().filter(name::equalsIgnoreCase).toList();
        if (twins.size() > 1) {
            return "\nThe notebook has '%s'; names are written as in Java"
                    .formatted(String.join("' and '", twins));
        }
        return Nearest.to(name, known)
                .filter(near -> !near.equals(name))
                .map(HINT::formatted)
                .orElse(
                        "\nA table is a variable of the notebook by its name, a file in quotes, or one that a cell has made; a view over a variable lives as long as its cell");
    }

    private String changed(String statement) {
        return CHANGED.matcher(statement)
                .results()
                .map(found -> found.group(1))
                .filter(named::contains)
                .findFirst()
                .orElse(List.copyOf(named).get(0));
    }

    /** The variable that a database looked for in vain. */
    private Optional<String> missing(String message) {
        var absent = ABSENT.matcher(message);
        return absent.find()
                ? Optional.of(absent.group(1))
                        .filter(name -> body.variables().containsKey(name) && !named.contains(name))
                : Optional.empty();
    }

    /** Says in words what a value is that is no table. */
    static String what(@Nullable Object value) {
        return value == null
                ? "null"
                : value instanceof Collection<?> none && none.isEmpty()
                        ? "an empty list, which tells no columns"
                        : value instanceof Collection
                                ? "a list of other things"
                                : value instanceof Map
                                        ? "a map"
                                        : "of type " + value.getClass().getSimpleName();
    }

    private boolean isReserved(String word) {
        try {
            return sql.isDuckDb()
                    && !sql.query(
                                    "select 1 as a from duckdb_keywords() where keyword_name = lower(?) and keyword_category <> 'unreserved'",
                                    word)
                            .isEmpty();
        } catch (IllegalArgumentException e) {
            // Within a transaction that has failed, nothing is answered.
            return false;
        }
    }
}
