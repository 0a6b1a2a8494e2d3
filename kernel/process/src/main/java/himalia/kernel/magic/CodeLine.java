package himalia.kernel.magic;

import himalia.kernel.cells.Lexer;
import himalia.magics.spi.MagicDescription;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The line of a magic that takes code: its options, then Java to the end, an expression or statements, as a lambda.
 *
 * @param options the words before the code
 * @param code what is left, empty where nothing is
 */
record CodeLine(List<LineWords.Word> options, String code) {
    /** How the parameter that takes the code is named in the annotations of a magic. */
    private static final String LABEL = "CODE";

    private static final Pattern OPTION = Pattern.compile("\\s*(--?[A-Za-z][\\w-]*)(=?)");

    /** Behind a letter with a minus stands no number in Java: {@code -n 5} is what Python's notebooks take. */
    private static final Pattern NUMBER = Pattern.compile("\\s+\\d+(?:\\s|\\z)");

    private static final Pattern LAMBDA = Pattern.compile("\\(\\s*\\)\\s*->(?s:.*)");
    private static final Pattern CONTROL =
            Pattern.compile("(?:for|while|do|if|try|switch|synchronized|var|final)\\b(?s:.*)");

    /** What may stand alone as a statement: a call, an assignment, a count. */
    private static final Pattern EFFECT =
            Pattern.compile("(?s)(?!\\().*(?:\\)|\\+\\+|--)|(?s).*[^=!<>]=[^=].*");

    /** A variable without a value. */
    private static final Pattern DECLARED = Pattern.compile("[\\w.]+(?:<.*>)?(?:\\[])*\\s+\\w+");

    /** Returns whether a magic takes code. */
    static boolean isTakenBy(MagicDescription magic) {
        return magic.positional(0).filter(each -> each.names().contains(LABEL)).isPresent();
    }

    static CodeLine of(MagicDescription magic, String text, int line) throws MagicSyntaxException {
        int at = 0;
        var option = OPTION.matcher(text);
        while (option.region(at, text.length()).lookingAt()
                && isOption(magic, option.group(1), text.substring(option.end()))) {
            boolean takesValue =
                    magic.option(option.group(1))
                            .map(MagicDescription.Parameter::takesValue)
                            .orElse(option.group(1).length() == 2);
            at = option.end();
            if (takesValue || !option.group(2).isEmpty()) {
                at = LineWords.endOfWord(text, at, line);
            }
        }
        return new CodeLine(LineWords.split(text.substring(0, at), line), text.substring(at));
    }

    /** A minus may begin an expression: {@code -a}, {@code --i}. */
    private static boolean isOption(MagicDescription magic, String word, String after) {
        return magic.option(word).isPresent()
                || JavaCall.HELP.contains(word)
                || word.startsWith("--") && (after.startsWith(" ") || after.startsWith("="))
                || word.length() == 2 && NUMBER.matcher(after).lookingAt();
    }

    /** Returns the code as a Java lambda, or as the expression that it is where it already is one. */
    String lambda() {
        var bare = code.strip();
        if (bare.startsWith("{") && Brackets.close(bare, 0) == bare.length() - 1) {
            bare = bare.substring(1, bare.length() - 1).strip();
        }
        if (bare.isEmpty()) {
            return "() -> { }";
        }
        if (LAMBDA.matcher(bare).matches()) {
            return bare;
        }
        // Lines above the code stay, so that errors are told of the right one.
        var above = "\n".repeat(CellRewriter.newlines(code.substring(0, code.indexOf(bare))));
        int last = lastStatement(bare);
        return above
                + (last == 0 && !bare.endsWith(";") && !CONTROL.matcher(bare).matches()
                        ? "() -> " + bare + "\n"
                        : "() -> { "
                                + bare.substring(0, last)
                                + ended(bare.substring(last))
                                + "\n}");
    }

    /** The last statement; what is no statement is a value, whether a semicolon stands behind it or not. */
    private static String ended(String last) {
        if (last.isBlank() || last.endsWith("}")) {
            return last;
        }
        var bare = last.strip();
        bare = bare.endsWith(";") ? bare.substring(0, bare.length() - 1).strip() : bare;
        boolean statement =
                EFFECT.matcher(bare).matches()
                        || CONTROL.matcher(bare).matches()
                        || DECLARED.matcher(bare).matches();
        return statement || bare.isEmpty()
                ? last.endsWith(";") ? last : last + "\n;"
                : "return " + (last.endsWith(";") ? last : last + "\n;");
    }

    /** Returns where the last statement begins: behind the last semicolon or closing brace of a line outside brackets. */
    private static int lastStatement(String text) {
        int last = 0;
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            int after = Lexer.skip(text, i);
            if (after > i) {
                i = after - 1;
                continue;
            }
            char c = text.charAt(i);
            depth += c == '(' || c == '{' || c == '[' ? 1 : 0;
            depth -= c == ')' || c == '}' || c == ']' ? 1 : 0;
            boolean ends = c == ';' || c == '}' && text.startsWith("\n", i + 1);
            if (depth == 0 && ends && !text.substring(i + 1).isBlank()) {
                last = i + 1;
            }
        }
        return last;
    }
}
