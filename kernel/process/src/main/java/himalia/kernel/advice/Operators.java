package himalia.kernel.advice;

import himalia.javac.Problem;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Two values that an operator does not join. */
final class Operators {
    private static final Pattern LETTER = Pattern.compile("\"([^\"\\\\])\"");

    private static final Pattern ROWS = Pattern.compile("\\b(?:List|Map|Set|String|Table)\\b");

    /** Two parameters, and the arrow behind them. */
    private static final Pattern LAMBDA =
            Pattern.compile(
                    "\\(\\s*(?:String\\s+)?(\\w+)\\s*,\\s*(?:String\\s+)?(\\w+)\\s*\\)\\s*->\\s*\\z");

    private static final Pattern NUMBER =
            Pattern.compile("type:\\s+(?:int|long|double|float|short|byte|Integer|Long|Double)\\b");

    private static final Pattern TEXTS =
            Pattern.compile("'-'(?s:.*)first type:\\s+String\\b(?s:.*)second type:\\s+String\\b");

    private static final Pattern INVERTED = Pattern.compile("[^=!<>]=\\z");

    static final String UNEQUAL = "Whether two are not equal asks !=, in this order.";

    private Operators() {}

    /** Returns what to write where two texts are subtracted to say which comes first. */
    static Optional<String> inComparator(String said, Problem problem, String source) {
        int at = problem.startIn(source);
        var lambda = LAMBDA.matcher(source.substring(0, at));
        if (!TEXTS.matcher(said).find() || !lambda.find()) {
            return Optional.empty();
        }
        var one = lambda.group(1);
        var other = lambda.group(2);
        var written = Advice.text(problem, source).replaceAll("\\s", "");
        return Stream.of(one, other)
                .map(
                        first ->
                                first
                                        + "((?:\\.\\w+(?:\\(\\))?)*)-"
                                        + (first.equals(one) ? other : one))
                .map(subtracted -> Pattern.compile(subtracted + "\\1").matcher(written))
                .filter(Matcher::matches)
                .findFirst()
                .map(each -> written.replaceFirst("-(.*)", ".compareTo($1)"))
                .map(each -> "Texts are compared by " + each + ".");
    }

    /** Returns what to write where = and ! stand the wrong way round. */
    static Optional<String> inverted(String said, Problem problem, String source) {
        int at = problem.startIn(source);
        return said.contains("unary operator '!'")
                        && INVERTED.matcher(source.substring(0, at)).find()
                ? Optional.of(UNEQUAL)
                : Optional.empty();
    }

    /**
     * Returns what to write instead.
     *
     * @param said the compiler's message
     * @param written what is joined, as it is written
     */
    static String hint(String said, String written) {
        if (said.contains("Optional")) {
            return "An Optional may be empty: orElse(…) takes its value out, or gives another one.";
        }
        boolean text = said.contains("String");
        if (text && said.contains("'*'")) {
            return "\"a\".repeat(3) writes a text several times.";
        }
        if (text && (said.contains("'-'") || said.contains("'/'") || said.contains("'%'"))) {
            return "Texts are joined with + only. Put a sum into parentheses: \"sum: \" + (a - b); Integer.parseInt(…) makes a number of a text.";
        }
        if (text && (said.contains("'<") || said.contains("'>"))) {
            if (NUMBER.matcher(said).find()) {
                return "A number is compared with a number: Integer.parseInt(…) makes one of a text.";
            }
            return "Texts are compared with a.compareTo(b), which is below 0 where a comes first.";
        }
        if (said.matches("(?s).*'[<>]=?'.*first type:\\s+boolean.*")) {
            return "Two comparisons are joined with &&: 3 < x && x < 10.";
        }
        if (text && said.matches("(?s).*\\bchar\\b.*")) {
            var one = LETTER.matcher(written);
            return "A char is written in single quotes: "
                    + (one.find() ? "'" + one.group(1) + "'." : "'a'.");
        }
        if (text && said.contains("incomparable") || text && said.contains("'=='")) {
            return "A text equals only a text: Integer.parseInt(…) makes a number of it, \"…\" a text of a number.";
        }
        if (said.contains("'!'") && ROWS.matcher(said).find()) {
            return "! turns true into false, and this is neither: isEmpty() asks whether something is in it; a command of the shell with a name of a variable stands in a cell of its own: !ls";
        }
        if (said.contains("'!'")) {
            return "! turns true into false, and this is neither: write n == 0 of a number.";
        }
        if (said.contains("'&&'") || said.contains("'||'")) {
            return "It joins conditions, such as x > 3; a number is none.";
        }
        if (said.contains("<nulltype>")) {
            return "null is no object, and nothing can be reckoned with it.";
        }
        return said.contains("boolean")
                ? "A condition is no number: write condition ? 1 : 0."
                : "Numbers are reckoned with so; objects have methods for it, as a.add(b), a.compareTo(b), a.equals(b).";
    }
}
