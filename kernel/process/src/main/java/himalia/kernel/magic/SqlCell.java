package himalia.kernel.magic;

import himalia.display.bundle.Nearest;
import himalia.magics.spi.MagicDescription;
import himalia.magics.spi.SqlBody;
import himalia.magics.spi.SqlText;
import java.util.ArrayList;
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
                    "\\s*+(?:'[^']*+(?:''[^']*+)*+'|\"[^\"]*+(?:\"\"[^\"]*+)*+\"|\\w++)\\s*+:(?!:)");

    /** What stands in a quoted text and looks like an expression. */
    private static final Pattern NAMED = Pattern.compile("\\{(\\w+)\\}");

    /** What would be a remark of SQL. */
    private static final Pattern OPTION = Pattern.compile("--[A-Za-z][\\w-]*");

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
                int begin = beginOfLine(at + 1, close);
                text(body.substring(done, at), body.substring(at, begin));
                value(body.substring(begin, close));
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
        text(body.substring(done), "");
        var made = new StringBuilder(JavaCall.DOOR).append("sql()");
        for (var name : names) {
            made.append(".variable(")
                    .append(JavaCall.literal(name))
                    .append(", ")
                    .append(name)
                    .append(')');
        }
        return made.append(java).toString();
    }

    /** Returns where the result goes; {@code var t = %%sql} and {@code --into} name a variable each. */
    static Into into(SqlHead head, List<LineWords.Word> words) throws MagicSyntaxException {
        var into = Into.of(head.magic(), words);
        if (head.into().isEmpty()) {
            return into;
        }
        if (into.keeps()) {
            throw new MagicSyntaxException(
                    "the result goes into '%s' already; take --into away".formatted(head.into()),
                    0);
        }
        return Into.named(head.magic(), head.into());
    }

    /** Returns what {@code %%name words} over SQL, which {@code body} makes, is called with. */
    static String arguments(SqlHead head, List<LineWords.Word> words, String body)
            throws MagicSyntaxException {
        var magic = head.magic();
        var given = new ArrayList<>(words);
        // One that knows the option treats a result that is kept otherwise than one that is shown.
        if (!head.into().isEmpty() && magic.option(Into.OPTION).isPresent()) {
            given.add(new LineWords.Word(Into.OPTION, false, false));
            given.add(new LineWords.Word(head.into(), false, true));
        }
        return CellArguments.of(magic, given, body);
    }

    /** Behind SQL, an option would be a comment of it. */
    void refuseOptions(MagicDescription magic, String sql) throws MagicSyntaxException {
        var mistyped = OPTION.matcher(sql.strip());
        if (mistyped.lookingAt()) {
            var names = magic.options().stream().flatMap(each -> each.names().stream()).toList();
            throw new MagicSyntaxException(
                    "%%%%%s has no option %s%s There are: %s. A remark has a blank behind --"
                            .formatted(
                                    magic.name(),
                                    mistyped.group(),
                                    Nearest.to(mistyped.group(), names)
                                            .map("; did you mean %s?"::formatted)
                                            .orElse("."),
                                    String.join(", ", names)),
                    line);
        }
        for (var option : magic.options()) {
            for (var name : option.names()) {
                if (name.startsWith("--")
                        && Pattern.compile("\\s" + name + "(?=[\\s=]|\\z)").matcher(sql).find()) {
                    throw new MagicSyntaxException(
                            "%s stands before the query: %%%%%s %1$s … %s"
                                    .formatted(name, magic.name(), sql.strip().split("\\s")[0]),
                            line);
                }
            }
        }
    }

    /** Returns where the first line of an expression begins; above it may be empty lines, and lines of remarks. */
    private int beginOfLine(int open, int close) {
        int code = open + SqlHead.beginOfCode(body.substring(open, close), 0);
        int line = 1 + body.lastIndexOf('\n', code - 1);
        return body.substring(Math.max(line, open), code).isBlank() ? Math.max(line, open) : open;
    }

    /**
     * The call stands on the line where the expression behind it begins: what fails there by its arithmetic, with no call of its
     * own, has no line but that of the call before.
     */
    private void text(String sql, String above) {
        java.append("\n".repeat(CellRewriter.newlines(sql + above)));
        java.append(".text(").append(JavaCall.literal(sql)).append(')');
    }

    private void value(String expression) {
        java.append(".value(").append(JavaCall.value(expression)).append(')');
    }

    private boolean isExpression(int open) {
        var inside = body.substring(open + 1);
        return !STRUCT.matcher(inside).lookingAt() && !inside.stripLeading().startsWith("}");
    }

    private int close(int open) throws MagicSyntaxException {
        int close = Brackets.close(body, open);
        if (close < 0) {
            throw new MagicSyntaxException(
                    "the brace { opens a Java expression, and no } closes it", lineOf(open));
        }
        return close;
    }

    /** Notes the name of a variable that may be a table; behind a dot stands a column. */
    private int name(int at) {
        int end = at + 1;
        while (end < body.length() && Character.isJavaIdentifierPart(body.charAt(end))) {
            end++;
        }
        var name = body.substring(at, end);
        boolean isColumn = at > 0 && body.charAt(at - 1) == '.';
        if (!isColumn && variable.test(name)) {
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
            // All of the text in braces was meant so though its variable is mistyped.
            boolean isWhole = named.group().equals(inside) && !Character.isDigit(inside.charAt(1));
            if (isWhole || variable.test(named.group(1))) {
                throw new MagicSyntaxException(
                        ("'%s' is a text as it stands; the value of the variable is written without quotes: "
                                        + (named.group().equals(inside)
                                                ? "%2$s, whatever its type; a text that is meant as it stands is $$%2$s$$"
                                                : "'…' || %2$s || '…', within read_parquet(…) or the like where it names a file; a text that is meant as it stands is $$…$$"))
                                .formatted(inside, named.group()),
                        lineOf(at));
            }
        }
    }

    private int lineOf(int at) {
        return line + CellRewriter.newlines(body.substring(0, at));
    }
}
