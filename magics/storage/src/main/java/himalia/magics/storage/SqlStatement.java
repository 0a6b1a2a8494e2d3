package himalia.magics.storage;

import himalia.magics.spi.MagicCatalog;
import himalia.magics.spi.SqlBody;
import himalia.magics.spi.SqlText;
import himalia.table.RowLists;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * One statement of a cell.
 *
 * @param sql with a question mark for each value
 * @param values to bind
 * @param sources what stands in the braces that each of them is of
 * @param line of the cell's body in which it begins, from 0
 */
record SqlStatement(String sql, List<@Nullable Object> values, List<String> sources, int line) {
    private static final Pattern IN =
            Pattern.compile("(?i)\\b(?:in|values(?:\\s*\\([?,\\s]*\\)\\s*,)*)\\s*\\(?\\s*\\z");

    /** {@code [x + 1 for x in {list}]} goes through a list of the database. */
    private static final Pattern FOR =
            Pattern.compile("(?i)\\bfor\\s+\\w+(?:\\s*,\\s*\\w+)?\\s+in\\s*\\z");

    private static final Pattern SHOWS = Pattern.compile("(?i)\\s*+(?:show|describe)\\b");

    /**
     * Parts a cell's text at its semicolons. A list is as many values: {@code city in {cities}}.
     *
     * @param lists whether the database has lists as values
     * @param tables takes tables that stand in braces, each with the name that stands for it in the text
     */
    static List<SqlStatement> all(SqlBody body, boolean lists, BiConsumer<String, Table> tables) {
        var parting = new Parting(lists, tables);
        var pieces = body.pieces();
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i) instanceof MagicCatalog.Value value) {
                var next = i + 1 < pieces.size() ? pieces.get(i + 1) : "";
                parting.value(
                        value, next instanceof String text && text.stripLeading().startsWith(")"));
            } else {
                parting.text((String) pieces.get(i));
            }
        }
        return parting.whole();
    }

    /** Returns whether the text has a word. */
    boolean names(String word) {
        return Pattern.compile("(?<![\\w.])" + Pattern.quote(word) + "(?!\\w)").matcher(sql).find();
    }

    /** Returns whether the text has a word, its capitals aside. */
    boolean namesInOtherLetters(String word) {
        return Pattern.compile("(?i)(?<![\\w.])" + Pattern.quote(word) + "(?!\\w)")
                .matcher(sql)
                .find();
    }

    /** Returns whether the text has a word behind which a table stands, and this one there. */
    boolean reads(String table) {
        return Pattern.compile(
                        "(?i:\\b(?:from|join|update|into|table))\\s+(?:[^(),;]+,\\s*)*\"?"
                                + Pattern.quote(table)
                                + "(?!\\w)")
                .matcher(sql)
                .find();
    }

    /** Returns whether it tells of the database's tables. */
    boolean shows() {
        return SHOWS.matcher(sql).lookingAt();
    }

    /** What was parted so far. */
    private static final class Parting {
        private final List<SqlStatement> all = new ArrayList<>();
        private final boolean lists;
        private final BiConsumer<String, Table> tables;
        private StringBuilder sql = new StringBuilder();
        private List<@Nullable Object> values = new ArrayList<>();
        private List<String> sources = new ArrayList<>();
        private boolean isBlank = true;
        private int line;
        private int lines;
        private int tablesNamed;

        Parting(boolean lists, BiConsumer<String, Table> tables) {
            this.lists = lists;
            this.tables = tables;
        }

        void text(String text) {
            for (int at = 0; at < text.length(); ) {
                int after = SqlText.skip(text, at);
                char c = text.charAt(at);
                if (after == at && c == ';') {
                    end();
                    at++;
                    continue;
                }
                boolean isComment = after > at && (c == '-' || c == '/');
                isBlank &= isComment || after == at && Character.isWhitespace(c);
                var taken = text.substring(at, Math.max(after, at + 1));
                if (isBlank && sql.isEmpty() && taken.isBlank()) {
                    // Its first line is the one on which something stands.
                    line += newlines(taken);
                } else {
                    sql.append(taken);
                }
                lines += newlines(taken);
                at += taken.length();
            }
        }

        private static int newlines(String text) {
            return (int) text.chars().filter(c -> c == '\n').count();
        }

        void value(MagicCatalog.Value given, boolean closed) {
            isBlank = false;
            lines += newlines(given.source());
            var value = given.value();
            var rows = RowLists.table(value);
            if (rows.isPresent()) {
                // As it is written, since the database may speak of it.
                var name = "{" + given.source() + "}" + " ".repeat(tablesNamed++);
                tables.accept(name, rows.get());
                sql.append('"').append(name.replace("\"", "\"\"")).append('"');
            } else if (value instanceof Collection<?> list) {
                list(new ArrayList<@Nullable Object>(list), closed);
            } else if (value instanceof Column<?> column) {
                var list = new ArrayList<@Nullable Object>();
                for (int row = 0; row < column.size(); row++) {
                    list.add(column.isMissing(row) ? null : column.get(row));
                }
                list(list, closed);
            } else if (value != null && value.getClass().isArray() && !(value instanceof byte[])) {
                var list = new ArrayList<@Nullable Object>();
                for (int i = 0; i < Array.getLength(value); i++) {
                    list.add(Array.get(value, i));
                }
                list(list, closed);
            } else {
                sql.append('?');
                values.add(value);
            }
            while (sources.size() < values.size()) {
                sources.add(given.source());
            }
        }

        /** Behind {@code in} and {@code values}, as many values; elsewhere a list, where the database has such. */
        private void list(List<@Nullable Object> list, boolean closed) {
            var marks = String.join(", ", Collections.nCopies(list.size(), "?"));
            if (lists && (!IN.matcher(sql).find() || FOR.matcher(sql).find())) {
                sql.append('[').append(marks).append(']');
            } else {
                boolean isOpen = closed && sql.toString().stripTrailing().endsWith("(");
                // Nothing is in an empty list, and everything is not.
                var inside = list.isEmpty() ? "SELECT NULL WHERE false" : marks;
                sql.append(isOpen ? inside : "(" + inside + ")");
            }
            values.addAll(list);
        }

        private void end() {
            if (!isBlank) {
                all.add(new SqlStatement(sql.toString(), values, sources, line));
            }
            sql = new StringBuilder();
            values = new ArrayList<>();
            sources = new ArrayList<>();
            isBlank = true;
            line = lines;
        }

        List<SqlStatement> whole() {
            end();
            return all;
        }
    }
}
