package himalia.install.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds formulas in a text by the rules of Jupyter's own pages, so that what is a formula there is one here: {@code $…$}, {@code
 * $$…$$}, {@code \begin{…}…\end{…}} and escaped brackets, not across an empty line, not in code.
 */
final class Formulas {
    /** A stretch of a text. */
    sealed interface Piece permits Prose, Formula {}

    /** What is no formula. */
    record Prose(String text) implements Piece {}

    /**
     * A formula.
     *
     * @param tex without the dollars or brackets around it
     * @param display whether it stands on lines of its own
     * @param source as the text has it
     */
    record Formula(String tex, boolean display, String source) implements Piece {}

    private static final String ENVIRONMENT = "\\\\(?:begin|end)\\{[A-Za-z]*\\*?\\}";
    private static final String MARKS =
            "\\$\\$?|" + ENVIRONMENT + "|\\\\[{}$]|[{}]|\\n[ \\t]*(?:\\n[ \\t]*)+|";

    /** In Markdown the brackets' backslash is escaped, in LaTeX it is not. */
    private static final Pattern IN_MARKDOWN = Pattern.compile(MARKS + "\\\\\\\\[()\\[\\]]");

    private static final Pattern IN_LATEX = Pattern.compile(MARKS + "\\\\[()\\[\\]]");

    private static final Pattern CODE =
            Pattern.compile(
                    "^[ \\t]*(?<fence>`{3,}|~{3,})[^`\\n]*\\n(?s:.*?)(?:^[ \\t]*\\k<fence>[`~]*[ \\t]*$|\\z)"
                            + "|(?<![`\\\\])(?<ticks>`+)(?!`)[^\\n]*?(?<!`)\\k<ticks>(?!`)",
                    Pattern.MULTILINE);

    private final String text;
    private final List<Piece> pieces = new ArrayList<>();
    private int done;
    private int start = -1;
    private int inner;
    private String end = "";
    private int depth;
    private int lastEnd = -1;

    private Formulas(String text) {
        this.text = text;
    }

    /** Splits Markdown; code spans and fences are prose. */
    static List<Piece> inMarkdown(String markdown) {
        var masked = new StringBuilder(markdown);
        var code = CODE.matcher(markdown);
        while (code.find()) {
            for (int i = code.start(); i < code.end(); i++) {
                // Still as long as the code, with nothing in it that could open or end a formula.
                masked.setCharAt(i, markdown.charAt(i) == '\n' ? '\n' : '.');
            }
        }
        return new Formulas(markdown).split(IN_MARKDOWN, masked);
    }

    /** Splits what a cell shows as LaTeX. */
    static List<Piece> inLatex(String latex) {
        return new Formulas(latex).split(IN_LATEX, latex);
    }

    private List<Piece> split(Pattern marks, CharSequence where) {
        var found = marks.matcher(where);
        int from = 0;
        while (found.find(from)) {
            from = found.end();
            var mark = found.group();
            if (start < 0) {
                open(mark, found.start(), found.end());
            } else if (mark.equals(end)) {
                lastEnd = found.start();
                if (depth == 0) {
                    close();
                }
            } else if (mark.startsWith("\n")) {
                from = givenUp(found.end());
            } else if (mark.equals("{")) {
                depth++;
            } else if (mark.equals("}") && depth > 0) {
                depth--;
            }
        }
        if (start >= 0 && lastEnd >= 0) {
            close();
        }
        prose(text.length());
        return pieces;
    }

    private void open(String mark, int at, int after) {
        if (mark.startsWith("$")) {
            end = mark;
        } else if (mark.endsWith("(") || mark.endsWith("[")) {
            end = mark.substring(0, mark.length() - 1) + (mark.endsWith("(") ? ")" : "]");
        } else if (mark.startsWith("\\begin")) {
            end = "\\end" + mark.substring("\\begin".length());
        } else {
            return;
        }
        start = at;
        inner = after;
        depth = 0;
        lastEnd = -1;
    }

    /** An empty line ends what was no formula, or one whose braces do not match. */
    private int givenUp(int at) {
        int next = lastEnd < 0 ? at : lastEnd + end.length();
        if (lastEnd >= 0) {
            close();
        }
        start = -1;
        return next;
    }

    private void close() {
        prose(start);
        var environment = end.startsWith("\\end");
        var after = lastEnd + end.length();
        var source = text.substring(start, after);
        var tex = environment ? source : text.substring(inner, lastEnd);
        var display = environment || end.equals("$$") || end.endsWith("]");
        pieces.add(new Formula(tex.strip(), display, source));
        done = after;
        start = -1;
    }

    private void prose(int until) {
        if (until > done) {
            pieces.add(new Prose(text.substring(done, until)));
            done = until;
        }
    }
}
