package himalia.kernel.java;

import himalia.javac.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says in plain words what to do about what a compiler complains of most. Asked only where a cell failed. */
final class Advice {
    private static final Pattern SYMBOL = Pattern.compile("symbol:\\s+(\\w+) (\\w+)");
    private static final Pattern LOCATION =
            Pattern.compile(
                    "location:\\s+(?:variable \\w+ of type|class|interface|enum) ([\\w.]+)");
    private static final Pattern CONVERTED =
            Pattern.compile("incompatible types: (\\S+) cannot be converted to (\\S+)");
    private static final Pattern LOSSY =
            Pattern.compile("possible lossy conversion from (\\w+) to (\\w+)");
    private static final Pattern EXPECTED = Pattern.compile("'(.)'(?:.*) expected|'(.)' expected");

    /** How other notebooks ask for documentation. */
    private static final Pattern HELP = Pattern.compile("\\?{1,2}[\\w.]+|[\\w.]+\\?{1,2}");

    private static final Pattern PACKAGE = Pattern.compile("package (\\S+) does not exist");

    private static final Map<String, String> CONVERSIONS =
            Map.of(
                    "String int", "Integer.parseInt(…) makes a number of a text.",
                    "String double", "Double.parseDouble(…) makes a number of a text.",
                    "int String", "String.valueOf(…) makes a text of a number.",
                    "double String", "String.valueOf(…) makes a text of a number.",
                    "String char", "A char is written in single quotes: 'x'.",
                    "char String",
                            "A String is written in double quotes; String.valueOf(…) makes one of a char.",
                    "int boolean", "A condition compares: write == for 'is equal to'.",
                    "<nulltype> int",
                            "Only objects can be null; Integer is the object for an int.");

    private final Compiler compiler;

    Advice(Compiler compiler) {
        this.compiler = compiler;
    }

    /** Returns what to do about a problem in a source, where that can be said. */
    Optional<String> about(Problem problem, String source) {
        var code = problem.code().replaceFirst("^(compiler|himalia)\\.err\\.", "");
        var said = problem.message().replace("java.lang.", "");
        if (code.contains("underscore")) {
            return Optional.of("_ alone is no name in Java; $ is the value of the last cell.");
        }
        if (code.startsWith("cant.resolve")) {
            return new MissingName(compiler).advice(problem, said, SYMBOL, LOCATION, source);
        }
        if (code.equals("doesnt.exist")) {
            var named = PACKAGE.matcher(said);
            return named.find()
                    ? new MissingName(compiler).ofPackage(named.group(1), source)
                    : Optional.empty();
        }
        return Optional.ofNullable(
                switch (code) {
                    case "expected", "expected2", "expected3", "expected4" -> expected(said);
                    case "premature.eof" -> open(source);
                    case "illegal.start.of.stmt", "illegal.start.of.expr" -> closed(source);
                    case "cant.deref" ->
                            "A value of a primitive type, such as int, has no methods; String.valueOf(…) makes a text of it.";
                    case "unclosed.char.lit" ->
                            "Single quotes hold one character; a text is written in double quotes.";
                    case "prob.found.req" -> converted(said);
                    case "unreported.exception.need.to.catch.or.throw" -> unreported(said);
                    case "missing.ret.stmt" ->
                            "Every way through a method that returns a value must reach a return.";
                    case "var.might.not.have.been.initialized" ->
                            "Give the variable a value before it is read: where it is declared, or on every way to here.";
                    case "not.stmt" ->
                            "A line by itself must do something: assign, call or declare. Only the last line of a cell may be a value.";
                    case "int.number.too.large" ->
                            "A number this large is a long: write L after its digits.";
                    case "limit.string" ->
                            "A text in a cell has at most 65,535 bytes; a longer one is read from a file: Files.readString(Path.of(\"…\")).";
                    case "does.not.override.abstract" ->
                            "Write the method it names, or make the class abstract.";
                    case "cant.infer.local.var.type" ->
                            "var takes its type from the value: write one, or name the type instead of var.";
                    case "already.defined" ->
                            "Choose another name, or leave the type out to give the variable that is there a new value.";
                    case "else.without.if" ->
                            "Look for a semicolon or a brace between the if and this else.";
                    case "unclosed.str.lit" ->
                            "A text ends in the line it begins in: write the closing \", or \"\"\" for several lines.";
                    case "return.outside" ->
                            "A cell is no method: its value is its last line, written without return and without semicolon.";
                    case "non-static.cant.be.ref" ->
                            "It belongs to an object: call it on one, made with new.";
                    default -> null;
                });
    }

    private static String expected(String said) {
        if (said.contains("';'")) {
            return "A statement ends with a semicolon: write ; here.";
        }
        var character = EXPECTED.matcher(said);
        if (character.find()) {
            var wanted = character.group(1) == null ? character.group(2) : character.group(1);
            return "Write " + wanted + " here: something opened or begun before it needs it.";
        }
        return said.contains("<identifier>")
                ? "A name is missing here; in a class, statements stand inside methods."
                : "Something is missing here, or the word before it is misspelt.";
    }

    private static String open(String source) {
        var open = new ArrayList<Character>();
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == '{' || c == '(' || c == '[') {
                open.add(c);
            } else if ((c == '}' || c == ')' || c == ']') && !open.isEmpty()) {
                open.remove(open.size() - 1);
            }
        }
        if (HELP.matcher(source.strip()).matches()) {
            return "For the documentation of a name press Shift+Tab behind it.";
        }
        return open.isEmpty()
                ? "The cell ends too early: a semicolon is missing at its end."
                : "The cell ends before a "
                        + open.get(open.size() - 1)
                        + " that was opened is closed.";
    }

    /** Says which bracket closes nothing, where there is one. */
    private static @Nullable String closed(String source) {
        for (var pair : List.of("{}", "()", "[]")) {
            long opened = source.chars().filter(c -> c == pair.charAt(0)).count();
            if (source.chars().filter(c -> c == pair.charAt(1)).count() > opened) {
                return "There is a " + pair.charAt(1) + " that closes nothing.";
            }
        }
        return null;
    }

    private static String converted(String said) {
        var lossy = LOSSY.matcher(said);
        if (lossy.find()) {
            return "A "
                    + lossy.group(1)
                    + " does not fit into a "
                    + lossy.group(2)
                    + ": write ("
                    + lossy.group(2)
                    + ") before it to cut it down, or make the variable a "
                    + lossy.group(1)
                    + ".";
        }
        if (said.contains("unexpected return value")) {
            return "The method is declared void: write the type that it returns in place of void.";
        }
        var types = CONVERTED.matcher(said);
        if (!types.find()) {
            return "The type of the value is not the one that is needed here.";
        }
        var given = types.group(1);
        var needed = types.group(2);
        var how = CONVERSIONS.get(given + " " + needed);
        return (given.equals("<nulltype>") ? "null" : "The value is of type " + given)
                + (given.equals("<nulltype>")
                        ? " is no " + needed
                        : ", but " + needed + " is needed here")
                + "."
                + (how == null ? "" : " " + how);
    }

    private static String unreported(String said) {
        var words = List.of(said.replace(";", "").split(" "));
        var name = words.get(words.indexOf("exception") + 1);
        var simple = name.substring(name.lastIndexOf('.') + 1);
        return "This may throw "
                + simple
                + ": put it into try { … } catch ("
                + simple
                + " e) { … }, or write 'throws "
                + simple
                + "' after the method's parameters.";
    }
}
