package himalia.kernel.oracle;

import jdk.jshell.Snippet;

/** Says whether a snippet ends without its semicolon: then its value is shown, and nothing may follow at once. */
final class Semicolons {
    private Semicolons() {}

    static boolean missing(String source, Snippet.Kind kind) {
        var code = withoutComments(source).strip();
        return switch (kind) {
            case METHOD, TYPE_DECL -> false;
            case STATEMENT -> !code.endsWith(";") && !code.endsWith("}");
            default -> !code.endsWith(";");
        };
    }

    /** Blanks comments; texts may hold what looks like one. */
    private static String withoutComments(String source) {
        var code = new StringBuilder();
        for (int i = 0; i < source.length(); ) {
            int end = endOfToken(source, i);
            boolean comment = source.startsWith("//", i) || source.startsWith("/*", i);
            code.append(comment ? " " : source.substring(i, end));
            i = end;
        }
        return code.toString();
    }

    private static int endOfToken(String source, int from) {
        if (source.startsWith("//", from)) {
            return endOr(source.indexOf('\n', from), source);
        }
        if (source.startsWith("/*", from)) {
            int end = source.indexOf("*/", from + 2);
            return end < 0 ? source.length() : end + 2;
        }
        if (source.startsWith("\"\"\"", from)) {
            int end = source.indexOf("\"\"\"", from + 3);
            return end < 0 ? source.length() : end + 3;
        }
        char quote = source.charAt(from);
        if (quote != '"' && quote != '\'') {
            return from + 1;
        }
        for (int i = from + 1; i < source.length(); i++) {
            if (source.charAt(i) == '\\') {
                i++;
            } else if (source.charAt(i) == quote) {
                return i + 1;
            }
        }
        return source.length();
    }

    private static int endOr(int end, String source) {
        return end < 0 ? source.length() : end;
    }
}
