package himalia.kernel.advice;

import himalia.javac.Problem;
import himalia.kernel.cells.Cutter;
import himalia.kernel.java.Semicolons;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is missing where the compiler could not read on. */
final class Expected {
    /** What to do about a method without a body. */
    static final String METHOD_HINT =
            "A method has a body: write { … } behind its parentheses; in an interface, or if it is abstract, it ends with ; instead.";

    private static final String SIDE_BY_SIDE =
            "Two values stand side by side: write a comma between them, or what joins them, such as +.";

    private static final Pattern EXPECTED = Pattern.compile("'(.)'(?:.*) expected|'(.)' expected");

    /** A type, a name and parameters: what a method begins with, and no statement does. */
    private static final Pattern METHOD =
            Pattern.compile(
                    "(?:\\A|[;{}\\n])\\s*(?:\\w++\\s++){0,5}(?!(?:new|return|throw|else|yield|do|case|assert)\\b)[A-Za-z_$][\\w$.]*+(?<!\\.)(?:<[\\w\\s,.?&\\[\\]<>]*>)?(?:\\[\\])*\\s++\\w++\\s*\\([^()]*\\)\\s*(?:throws\\s[\\w.,\\s]+)?\\z");

    /** A method begins so near its body. */
    private static final int HEAD = 300;

    private static final Pattern HEAD_OF_BODY = Pattern.compile("(?<![\\w.])(if|for|while)\\s*\\z");
    private static final Pattern ALONE = Pattern.compile("(?<![\\w.])(?:else|do)\\z");

    private static final Pattern NEW = Pattern.compile("\\bnew\\s+([\\w.]+)\\s*\\z");

    private static final Pattern SQL =
            Pattern.compile(
                    "(?i)\\s*(?:select\\s[^=;{}]*\\sfrom\\s|from\\s+[\\w.]+\\s+(?:select|where|group|order|join|limit)\\s)");

    /** What opens the values that are given to a method or constructor. */
    private static final Pattern CALL =
            Pattern.compile(
                    "(?<![\\w.])(?!(?:if|for|while|switch|catch|try|synchronized)\\b)[\\w.]+(?:<[^(){};]*>)?\\s*\\(\\z");

    private static final Pattern STATIC_BLOCK = Pattern.compile("static\\s*\\{");

    /** How other notebooks ask for documentation. */
    private static final Pattern HELP = Pattern.compile("\\?{1,2}[\\w.]+|[\\w.]+\\?{1,2}");

    private Expected() {}

    /** Returns what to do where neither a value nor a type begins. */
    static String atStart(Problem problem, String source) {
        return STATIC_BLOCK.matcher(source.substring(problem.startIn(source))).lookingAt()
                ? "A static block stands inside of a class; the lines of a cell run as they are: write them without static { }."
                : isGivenArray(problem, source)
                        ? "Values in { } alone stand only in a declaration; given to a method, they have the array's type before them: new int[]{1, 2}."
                        : "A value or a type is missing here, or something before it is written wrongly.";
    }

    /** Whether values in braces stand in the parentheses of a call. */
    private static boolean isGivenArray(Problem problem, String source) {
        var bare = Cutter.bare(source);
        int at = problem.startIn(bare);
        var before = bare.substring(0, at).stripTrailing();
        return problem.code().endsWith("illegal.start.of.expr")
                && bare.startsWith("{", at)
                && (before.endsWith("(") || before.endsWith(","))
                && Brackets.in(bare)
                        .around(at)
                        .filter(each -> CALL.matcher(bare.substring(0, each + 1)).find())
                        .isPresent();
    }

    /**
     * Returns what to write where the compiler expected something else.
     *
     * @param said the compiler's message
     */
    static @Nullable String hint(String said, Problem problem, String source) {
        if (isBodiless(said, problem, source)) {
            return METHOD_HINT;
        }
        if (said.contains("';'")) {
            if (SQL.matcher(statement(problem, source)).lookingAt()) {
                return "SQL stands below %%sql as the first line of a cell; var result = %%sql above it keeps what it gives.";
            }
            // Often the compiler could only not read on there.
            return Semicolons.mends(source, problem.start())
                    ? "A statement ends with a semicolon: write ; here."
                    : null;
        }
        if (said.contains("'(' or '['")) {
            return "An object is made with parentheses: new " + made(problem, source) + ".";
        }
        if (said.contains("')'")) {
            return inParentheses(problem, source);
        }
        if (said.startsWith(": ") || said.contains("':'")) {
            var line = source.substring(0, problem.startIn(source));
            if (line.substring(line.lastIndexOf('\n') + 1).contains("?")) {
                return "A ? has a : behind it: condition ? one : other.";
            }
        }
        if (said.startsWith(": or ->")
                || said.startsWith("': or '->'")
                || said.contains("':' or '->'")) {
            return "Behind what case names stands an arrow: case 1 -> …";
        }
        if (said.startsWith("case, default")) {
            return "In the braces of a switch stands case or default first: case 1 -> …";
        }
        if (said.matches("'?='? expected")) {
            return "It is a constant here, as a field of an interface is, and needs its value: int MOST = 3;";
        }
        var character = EXPECTED.matcher(said);
        if (character.find()) {
            var wanted = character.group(1) == null ? character.group(2) : character.group(1);
            if (wanted.equals("}") && isInArray(problem, source)) {
                return isSign(source, problem.startIn(source)) ? null : SIDE_BY_SIDE;
            }
            return "Write " + wanted + " here: something opened or begun before it needs it.";
        }
        return said.contains("<identifier>")
                ? "A name is missing here; in a class, statements stand inside methods."
                : "Something is missing here, or the word before it is misspelt.";
    }

    /** Whether it is the body of a method that is missing: until JDK 20 the compiler asks for a semicolon there. */
    static boolean isBodiless(String said, Problem problem, String source) {
        int end = problem.startIn(source);
        var above = source.substring(Math.max(0, end - HEAD), end);
        return said.contains("'{' or ';'") || said.contains("';'") && METHOD.matcher(above).find();
    }

    /** Returns the code from the beginning of a statement on. */
    private static String statement(Problem problem, String source) {
        var bare = Cutter.bare(source);
        int end = problem.startIn(bare);
        while (end > 0 && ";{}".indexOf(bare.charAt(end - 1)) < 0) {
            end--;
        }
        return bare.substring(end);
    }

    private static String made(Problem problem, String source) {
        var named = NEW.matcher(source.substring(0, problem.startIn(source)));
        return named.find() ? named.group(1) + "(…)" : "ArrayList<>()";
    }

    /** Whether it is among the values of an array, whose braces are closed further on. */
    private static boolean isInArray(Problem problem, String source) {
        var bare = Cutter.bare(source);
        var brackets = Brackets.in(bare);
        return brackets.around(problem.startIn(bare))
                .filter(each -> bare.charAt(each) == '{' && brackets.closing(each).isPresent())
                .filter(each -> bare.substring(0, each).matches("(?s).*(?:=|\\]|\\{|,)\\s*"))
                .isPresent();
    }

    /** Where they are closed further on, what is missing stands between two values. */
    private static @Nullable String inParentheses(Problem problem, String source) {
        var bare = Cutter.bare(source);
        var brackets = Brackets.in(bare);
        int at = problem.startIn(bare);
        while (at > 0 && Character.isWhitespace(bare.charAt(at - 1))) {
            at--;
        }
        var around = brackets.around(at);
        boolean closed =
                around.filter(each -> bare.charAt(each) == '(')
                        .flatMap(brackets::closing)
                        .isPresent();
        if (closed && isSign(bare, at)) {
            // Something stands between them, and it is no comma that is missing.
            return null;
        }
        if (closed
                && around.flatMap(brackets::closing)
                        .filter(each -> isHead(bare, around.get(), each))
                        .isPresent()) {
            return null;
        }
        return closed
                ? SIDE_BY_SIDE
                : "Write ) here: something opened or begun before it needs it.";
    }

    /** Whether parentheses are followed by a body, and hold no condition: what stands in them are no values. */
    private static boolean isHead(String bare, int opening, int closing) {
        return bare.substring(closing + 1).stripLeading().startsWith("{")
                && !bare.substring(0, opening)
                        .matches(
                                "(?s).*(?:\\b(?:if|while|switch|synchronized)|\\bnew\\s+[\\w.<>, ]+)\\s*");
    }

    /** Whether what stands at a place parts values, rightly or wrongly. */
    private static boolean isSign(String bare, int at) {
        var rest = bare.substring(at).stripLeading();
        return !rest.isEmpty() && ",:;".indexOf(rest.charAt(0)) >= 0;
    }

    /** Returns what to write where a loop or a condition has nothing behind it, as far as that is why a place is wrong. */
    private static Optional<String> body(String bare, int place) {
        int end = bare.substring(0, place).stripTrailing().length();
        var word = ALONE.matcher(bare.substring(0, end));
        if (word.find()) {
            return Optional.of(
                    word.group().equals("do")
                            ? "What the do does is missing: write do { … } while (…);"
                            : "What the else does is missing: write else { … }.");
        }
        return end > 0 && bare.charAt(end - 1) == ')'
                ? Brackets.in(bare)
                        .opening(end - 1)
                        .map(opening -> HEAD_OF_BODY.matcher(bare.substring(0, opening)))
                        .filter(Matcher::find)
                        .map(
                                head ->
                                        "What the %1$s does is missing: write %1$s (…) { … }."
                                                .formatted(head.group(1)))
                : Optional.empty();
    }

    static @Nullable String inPlaceOfBody(Problem problem, String source) {
        var bare = Cutter.bare(source);
        return body(bare, problem.startIn(bare)).orElse(null);
    }

    /** Says which bracket is open. */
    static @Nullable String atEnd(String source) {
        var bare = Cutter.bare(source);
        var body = body(bare, bare.length());
        return body.isPresent() ? body.get() : atEnd(source, bare);
    }

    private static @Nullable String atEnd(String source, String bare) {
        var open = Brackets.in(bare).open();
        if (HELP.matcher(source.strip()).matches()) {
            return "For the documentation of a name press Shift+Tab behind it.";
        }
        var behind = source.stripTrailing();
        char last = behind.isEmpty() ? ';' : behind.charAt(behind.length() - 1);
        if (open.isEmpty()
                && (last == '}' && source.matches("(?s).*\\bdo\\s*\\{.*")
                        || bare.matches("\\s*do\\s[^;{}]*"))) {
            return "A do ends with its condition: do { … } while (…);";
        }
        if (open.isEmpty() && source.matches("(?s)[^:]*[^?:]\\?[^?:]+")) {
            return "A ? has a : behind it: condition ? one : other.";
        }
        if (open.isEmpty() && last == '.') {
            return "A name is missing behind the dot; Tab lists those that there are.";
        }
        boolean steps = behind.endsWith("++") || behind.endsWith("--");
        if (open.isEmpty() && !steps && "+-*/%=&|^<>?:,".indexOf(last) >= 0) {
            return "Something is missing behind the " + last + " at the end.";
        }
        if (open.isEmpty() && METHOD.matcher(bare.stripTrailing()).find()) {
            return METHOD_HINT;
        }
        if (open.isEmpty() && ";}".indexOf(last) >= 0) {
            // What is missing stands further up, where the compiler says so.
            return null;
        }
        if (open.isEmpty()) {
            return Semicolons.mends(source, source.length())
                    ? "The cell ends too early: a semicolon is missing at its end."
                    : null;
        }
        return "The cell ends before a "
                + bare.charAt(open.get(open.size() - 1))
                + " that was opened is closed.";
    }
}
