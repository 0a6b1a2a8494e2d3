package himalia.kernel.magic;

import himalia.display.bundle.Nearest;
import himalia.magics.spi.JavaLiterals;
import himalia.magics.spi.MagicDescription;
import himalia.magics.spi.SubcommandWord;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.SourceVersion;

/** Writes the Java expression that a magic becomes. */
final class JavaCall {
    static final String DOOR = "himalia_cells.Call.";

    /** Three bytes a character at most. */
    private static final int PIECE = 20_000;

    private static final String VARIABLE = "VARIABLE";

    /** What every magic takes. */
    static final List<String> HELP = List.of("--help", "--java");

    private JavaCall() {}

    /** {@code %name words}. */
    static String line(MagicDescription magic, List<LineWords.Word> words)
            throws MagicSyntaxException {
        if (magic.kind() != MagicDescription.Kind.LINE
                && magic.kind() != MagicDescription.Kind.AROUND
                && !magic.own()) {
            // What takes a body stands in a line to be asked for its help alone.
            return textBody(magic, words, "");
        }
        var door = magic.own() ? "anyLine(" : "line(";
        return cast(FamilyLine.of(magic, words).taken())
                + DOOR
                + door
                + literal(magic.name())
                + arguments(magic, words)
                + ")";
    }

    /** {@code () -> %name words}: no cast, with which a lambda that gives nothing could not do. */
    static String lambda(MagicDescription magic, List<LineWords.Word> words)
            throws MagicSyntaxException {
        var gives = cast(FamilyLine.of(magic, words).taken());
        var call = line(magic, words);
        var type = gives.replaceFirst("^\\((.*)\\) $", "$1");
        return gives.isEmpty()
                ? call
                : DOOR + "<" + type + ">anyLine(" + call.substring(call.indexOf("line(") + 5);
    }

    /** {@code %name options code}. */
    static String code(MagicDescription magic, CodeLine line) throws MagicSyntaxException {
        var code =
                line.code().isBlank()
                        ? ""
                        : ", "
                                + DOOR
                                + "code("
                                + literal(line.code().strip())
                                + ", "
                                + line.lambda()
                                + ")";
        var call = line(magic, line.options());
        return call.substring(0, call.length() - 1) + code + ")";
    }

    /** {@code %name words} standing alone, where its value is shown if it has one. */
    static String shownLine(MagicDescription magic, List<LineWords.Word> words)
            throws MagicSyntaxException {
        var call = line(magic, words);
        return magic.own() ? call.replaceFirst("anyLine\\(", "shownLine(") : call;
    }

    /** {@code %name words} as a statement among others; its value is shown unless that is not wanted. */
    static String statement(MagicDescription magic, List<LineWords.Word> words, boolean silent)
            throws MagicSyntaxException {
        var call = line(magic, words);
        // A cast would be no statement.
        return silent ? call.substring(call.indexOf(DOOR)) : DOOR + "told(" + call + ")";
    }

    /** A call in the middle of a cell whose value is what it is there for. */
    static String shown(String call) {
        return DOOR + "get().display(" + call + ");";
    }

    /** {@code %%name words} over text. */
    static String textBody(MagicDescription magic, List<LineWords.Word> words, String body)
            throws MagicSyntaxException {
        return cast(magic)
                + DOOR
                + (magic.own() ? "shownCell(" : "cell(")
                + literal(magic.name())
                + ", "
                + literal(body)
                + arguments(magic, words)
                + ")";
    }

    /** What {@code %%name words} over one expression is called with; the expression keeps its lines. */
    static String expressionArguments(
            MagicDescription magic, List<LineWords.Word> words, String body)
            throws MagicSyntaxException {
        var expression = body.strip();
        if (expression.endsWith(";")) {
            expression = expression.substring(0, expression.length() - 1);
        }
        int leading = body.length() - body.stripLeading().length();
        return CellArguments.of(
                magic, words, "(" + body.substring(0, leading) + expression + "\n)");
    }

    static void checkName(MagicDescription magic, String name) throws MagicSyntaxException {
        if (!SourceVersion.isName(name) || name.indexOf('.') >= 0) {
            throw new MagicSyntaxException(
                    "%" + magic.name() + ": '" + name + "' is no name of a variable", 0);
        }
    }

    static String before(MagicDescription magic, List<LineWords.Word> words)
            throws MagicSyntaxException {
        return DOOR + "before(" + literal(magic.name()) + arguments(magic, words) + ");";
    }

    /** The end of a magic around code; its value goes into the variable that its words name, if they name one. */
    static String after(MagicDescription magic, List<LineWords.Word> words)
            throws MagicSyntaxException {
        var call = DOOR + "after();";
        if (magic.positionals().isEmpty()
                || !magic.positionals().get(0).names().contains(VARIABLE)) {
            return call;
        }
        for (var word : words) {
            if (!word.text().startsWith("-")) {
                checkName(magic, word.text());
                return "var " + word.text() + " = " + cast(magic) + call;
            }
        }
        return call;
    }

    static String cast(MagicDescription magic) {
        return magic.returnType().equals("void") || magic.returnType().equals("java.lang.Object")
                ? ""
                : "(" + magic.returnType() + ") ";
    }

    static String arguments(MagicDescription magic, List<LineWords.Word> words)
            throws MagicSyntaxException {
        var arguments = new StringBuilder();
        for (var word : marked(magic, words)) {
            arguments.append(", ");
            if (word.java()) {
                arguments.append(value(word.text()));
            } else {
                arguments.append(literal(word.text()));
            }
        }
        return arguments.toString();
    }

    /** The value of an expression, with how it is written. */
    static String value(String expression) {
        if (expression.strip().equals("null")) {
            // Its lines stay, too.
            return DOOR + "none(" + literal("null") + expression.replace("null", "") + ")";
        }
        return DOOR + "value(" + literal(expression.strip()) + ", " + expression + ")";
    }

    /** The words, those for a table, a model or the like marked as expressions. */
    private static List<LineWords.Word> marked(MagicDescription family, List<LineWords.Word> words)
            throws MagicSyntaxException {
        if (family.own()) {
            return words;
        }
        var line = FamilyLine.of(family, words);
        var magic = line.taken();
        var marked = new ArrayList<LineWords.Word>();
        boolean nextIsValue = false;
        boolean nextIsExpression = false;
        var bare = new ArrayList<String>();
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            boolean plain = !word.java() && !word.quoted();
            if (i == line.at()) {
                marked.add(word);
            } else if (nextIsValue) {
                marked.add(nextIsExpression ? expression(word) : word);
                nextIsValue = false;
            } else if (word.option()) {
                int equals = word.text().indexOf('=');
                var name = equals < 0 ? word.text() : word.text().substring(0, equals);
                var option = magic.option(name);
                if (option.isEmpty() && !HELP.contains(name)) {
                    throw noOption(family, magic, name);
                }
                boolean expects = option.isPresent() && option.get().takesValue();
                boolean expression = option.isPresent() && option.get().expression();
                if (equals >= 0 && expects && expression && plain) {
                    marked.add(new LineWords.Word(name, false, false));
                    marked.add(new LineWords.Word(word.text().substring(equals + 1), true, false));
                } else {
                    marked.add(word);
                    nextIsValue = equals < 0 && expects;
                    nextIsExpression = expression;
                }
            } else {
                var parameter = magic.positional(bare.size());
                boolean expression =
                        parameter.map(MagicDescription.Parameter::expression).orElse(false);
                if (plain && (expression || parameter.isEmpty())) {
                    LineSlips.checkComment(family, word.text());
                }
                marked.add(expression ? expression(word) : word);
                bare.add(plain ? word.text() : "");
            }
        }
        LineSlips.checkBare(family, magic, bare);
        return marked;
    }

    /** Told here, because the words after it would be taken for others. */
    private static MagicSyntaxException noOption(
            MagicDescription family, MagicDescription magic, String name) {
        var names = new ArrayList<String>();
        magic.options().forEach(option -> names.addAll(option.names()));
        HELP.stream().limit(names.contains("--help") ? 0 : 1).forEach(names::add);
        var written =
                "%"
                        + family.name()
                        + (magic.name().equals(family.name()) ? "" : " " + magic.name());
        return new MagicSyntaxException(
                written
                        + ": no option '"
                        + name
                        + "'"
                        + SubcommandWord.elsewhere(family, name)
                                .map(where -> "; " + where + ".")
                                .or(
                                        () ->
                                                Nearest.to(name, names)
                                                        .map(
                                                                near ->
                                                                        "; did you mean "
                                                                                + near
                                                                                + "?"))
                                .orElse(".")
                        + " Options: "
                        + String.join(", ", names)
                        + ". "
                        + written
                        + " --help tells more.",
                0);
    }

    private static LineWords.Word expression(LineWords.Word word) throws MagicSyntaxException {
        if (word.quoted() || word.java()) {
            return word;
        }
        if (!Brackets.closeAll(word.text())) {
            throw new MagicSyntaxException(
                    "'"
                            + word.text()
                            + "' is a part of an expression; one with spaces or quotes stands in braces, {…}",
                    0);
        }
        if (word.text().matches("\\w+:\\w+")) {
            throw new MagicSyntaxException(
                    "a Java expression stands before '"
                            + word.text()
                            + "', which is none: the name of a table, or rows in braces, {…}",
                    0);
        }
        return new LineWords.Word(word.text(), true, false);
    }

    /** Returns the text as a Java string literal; a long one in pieces, because a constant has 65,535 bytes at most. */
    static String literal(String text) {
        if (text.length() <= PIECE) {
            return JavaLiterals.text(text);
        }
        var pieces = new StringBuilder(DOOR + "text(");
        for (int at = 0; at < text.length(); at += PIECE) {
            pieces.append(at == 0 ? "" : ", ")
                    .append(
                            JavaLiterals.text(
                                    text.substring(at, Math.min(text.length(), at + PIECE))));
        }
        return pieces.append(')').toString();
    }
}
