package himalia.kernel.magic;

import himalia.magics.spi.MagicDescription;
import himalia.magics.spi.SqlBody;
import himalia.magics.spi.SqlText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The body of a cell of SQL as Java that makes an {@link SqlBody} of it: {@code {x}} is the value of an expression, and the
 * variables that it names are handed over. Each line stays on its line, so that what the compiler says of an expression is
 * said of its line.
 */
final class SqlCell {
    /** {@code {'a': 1}} is a struct of the database. */
    private static final Pattern STRUCT =
            Pattern.compile(
                    "\\s*(?:'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|\\w+)\\s*:(?!:).*", Pattern.DOTALL);

    /** The option that names the variable that the result goes into. */
    private static final String INTO = "--into";

    /** What stands in a quoted text and looks like an expression. */
    private static final Pattern NAMED = Pattern.compile("\\{(\\w+)\\}");

    private final String body;
    private final Predicate<String> variable;
    private final int line;
    private final StringBuilder java = new StringBuilder();
    private final Set<String> names = new LinkedHashSet<>();

    /** {@code variable} says whether the notebook has a variable of a name; {@code line} is the first one's number. */
    SqlCell(String body, Predicate<String> variable, int line) {
        this.body = body;
        this.variable = variable;
        this.line = line;
    }

    /** Returns the expression, with as many lines as the text has. */
    String java() throws MagicSyntaxException {
        int done = 0;
        for (int at = 0; at < body.length(); ) {
            int after = SqlText.skip(body, at);
            if (after > at) {
                refuseQuoted(at, after);
                at = after;
            } else if (body.charAt(at) == '{' && isExpression(at)) {
                int close = close(at);
                text(body.substring(done, at));
                value(body.substring(at + 1, close));
                done = close + 1;
                at = done;
            } else if (Character.isJavaIdentifierStart(body.charAt(at))) {
                at = name(at);
            } else {
                // A digit's letters, as in 1e5, are no name.
                at++;
                while (at < body.length()
                        && Character.isDigit(body.charAt(at - 1))
                        && Character.isJavaIdentifierPart(body.charAt(at))) {
                    at++;
                }
            }
        }
        text(body.substring(done));
        var made = new StringBuilder("new ").append(SqlBody.class.getName()).append("()");
        for (var name : names) {
            made.append(".variable(")
                    .append(JavaCall.literal(name))
                    .append(", ")
                    .append(name)
                    .append(')');
        }
        return made.append(java).toString();
    }

    /**
     * Returns {@code %%name words} over SQL, which {@code body} makes.
     *
     * <p>With {@code --into t} its value is the variable's; without, it is shown, if there is one.
     */
    static String call(MagicDescription magic, List<LineWords.Word> words, String body)
            throws MagicSyntaxException {
        var call =
                "%s, %s%s)"
                        .formatted(
                                JavaCall.literal(magic.name()),
                                body,
                                JavaCall.arguments(magic, words));
        var into = into(words);
        if (into.isEmpty()) {
            return JavaCall.DOOR + "shownCell(" + call;
        }
        JavaCall.checkName(magic, into);
        return "var " + into + " = " + JavaCall.cast(magic) + JavaCall.DOOR + "cell(" + call + ";";
    }

    private static String into(List<LineWords.Word> words) {
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i).text();
            if (word.startsWith(INTO + "=")) {
                return word.substring(INTO.length() + 1);
            }
            if (word.equals(INTO) && i + 1 < words.size()) {
                return words.get(i + 1).text();
            }
        }
        return "";
    }

    private void text(String sql) {
        java.append(".text(").append(JavaCall.literal(sql)).append(')');
        java.append("\n".repeat(CellRewriter.newlines(sql)));
    }

    private void value(String expression) {
        java.append(".value(").append(JavaCall.value(expression)).append(')');
    }

    private boolean isExpression(int open) {
        var inside = body.substring(open + 1);
        return !STRUCT.matcher(inside).matches() && !inside.stripLeading().startsWith("}");
    }

    private int close(int open) throws MagicSyntaxException {
        int close = Brackets.close(body, open);
        if (close < 0) {
            throw new MagicSyntaxException(
                    "the brace { opens a Java expression, and no } closes it", lineOf(open));
        }
        return close;
    }

    /** Notes the name of a variable that may be a table; behind a dot stands a column, before a parenthesis a function. */
    private int name(int at) {
        int end = at + 1;
        while (end < body.length() && Character.isJavaIdentifierPart(body.charAt(end))) {
            end++;
        }
        var name = body.substring(at, end);
        boolean isColumn = at > 0 && body.charAt(at - 1) == '.';
        if (!isColumn && !body.startsWith("(", end) && variable.test(name)) {
            names.add(name);
        }
        return end;
    }

    /** A quoted name may be a table's too; a text that is a variable in braces was meant to be its value. */
    private void refuseQuoted(int at, int after) throws MagicSyntaxException {
        if (body.charAt(at) != '\'' && body.charAt(at) != '"' || after - at < 2) {
            return;
        }
        var inside = body.substring(at + 1, after - 1);
        if (body.charAt(at) == '"') {
            if (variable.test(inside)) {
                names.add(inside);
            }
            return;
        }
        var named = NAMED.matcher(inside);
        while (named.find()) {
            if (variable.test(named.group(1))) {
                throw new MagicSyntaxException(
                        ("'%s' is a text as it stands; the value of the variable is written without quotes: "
                                        + (named.group().equals(inside)
                                                ? "%2$s, whatever its type"
                                                : "'…' || %2$s || '…'"))
                                .formatted(inside, named.group()),
                        lineOf(at));
            }
        }
    }

    private int lineOf(int at) {
        return line + CellRewriter.newlines(body.substring(0, at));
    }
}
