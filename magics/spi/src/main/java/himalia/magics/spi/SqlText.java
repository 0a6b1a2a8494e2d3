package himalia.magics.spi;

/** Tells what in a text of SQL is a quoted text, a quoted name or a comment, where braces, names and semicolons mean nothing. */
public final class SqlText {
    private SqlText() {}

    /** Returns where the text, the quoted name or the comment ends that begins at {@code at}; {@code at} where none does. */
    public static int skip(String sql, int at) {
        char c = sql.charAt(at);
        if (sql.startsWith("--", at)) {
            int end = sql.indexOf('\n', at);
            return end < 0 ? sql.length() : end;
        }
        if (sql.startsWith("/*", at)) {
            return endOfComment(sql, at);
        }
        if (c == '\'') {
            return endOfQuoted(sql, at, isEscaped(sql, at));
        }
        if (c == '"') {
            return endOfQuoted(sql, at, false);
        }
        return c == '$' && !isWithinName(sql, at) ? endOfDollars(sql, at) : at;
    }

    /** Comments may stand in each other. */
    private static int endOfComment(String sql, int at) {
        int depth = 0;
        for (int i = at; i < sql.length(); i++) {
            if (sql.startsWith("/*", i)) {
                depth++;
                i++;
            } else if (sql.startsWith("*/", i)) {
                depth--;
                i++;
                if (depth == 0) {
                    return i + 1;
                }
            }
        }
        return sql.length();
    }

    /** A quote within is written twice; in {@code E'…'} behind a backslash too. */
    private static int endOfQuoted(String sql, int at, boolean escaped) {
        char quote = sql.charAt(at);
        for (int i = at + 1; i < sql.length(); i++) {
            if (escaped && sql.charAt(i) == '\\') {
                i++;
            } else if (sql.charAt(i) == quote) {
                if (!sql.startsWith(String.valueOf(quote), i + 1)) {
                    return i + 1;
                }
                i++;
            }
        }
        return sql.length();
    }

    private static boolean isEscaped(String sql, int at) {
        return at > 0
                && (sql.charAt(at - 1) == 'E' || sql.charAt(at - 1) == 'e')
                && !isWithinName(sql, at - 1);
    }

    private static boolean isWithinName(String sql, int at) {
        return at > 0 && Character.isJavaIdentifierPart(sql.charAt(at - 1));
    }

    /** {@code $$ … $$} and {@code $tag$ … $tag$}; {@code $1} is neither. */
    private static int endOfDollars(String sql, int at) {
        int open = at + 1;
        while (open < sql.length()
                && sql.charAt(open) != '$'
                && Character.isJavaIdentifierPart(sql.charAt(open))) {
            open++;
        }
        boolean isTag =
                open < sql.length()
                        && sql.charAt(open) == '$'
                        && !Character.isDigit(sql.charAt(at + 1));
        if (!isTag) {
            return at;
        }
        var tag = sql.substring(at, open + 1);
        int end = sql.indexOf(tag, open + 1);
        return end < 0 ? sql.length() : end + tag.length();
    }
}
