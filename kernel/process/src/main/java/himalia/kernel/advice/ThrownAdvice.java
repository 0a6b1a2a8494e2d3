package himalia.kernel.advice;

import himalia.kernel.cells.Cells;
import himalia.kernel.java.SnippetRunner.Thrown;
import himalia.kernel.java.Tracebacks;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says in plain words what to do about the exceptions that beginners meet most. */
public final class ThrownAdvice {
    private static final Pattern INDEX =
            Pattern.compile(
                    "[Ii]ndex:? (-?\\d+)(?: out of bounds for length|,? [Ss]ize:|, length) (\\d+)");
    private static final Pattern RANGE =
            Pattern.compile(
                    "(?:Range \\[(-?\\d+), (-?\\d+)\\)|begin (-?\\d+), end (-?\\d+),?) .*?(\\d+)$");
    private static final Pattern TYPED = Pattern.compile("For input string: \"(.*?)\"(?s:.*)");
    private static final Pattern FORMAT = Pattern.compile("(.) != (?:\\w+\\.)*(\\w+)");
    private static final Pattern CONSTANT = Pattern.compile("No enum constant (\\S+)\\.(\\w+)");

    private static final Pattern JDK = Pattern.compile("^(java|javax|jdk|sun|com\\.sun)\\.");

    private static final String CAST = "java.lang.ClassCastException";

    /** What DJL throws where it may not use the network. */
    private static final String OFFLINE = "java.io.IOException";

    private ThrownAdvice() {}

    /** Returns what to do about the first of an exception and its causes that is known. */
    static Optional<String> about(List<Thrown> chain) {
        for (var each : chain) {
            var hint = isOfUser(each) || each.className().equals(OFFLINE) ? hint(each) : null;
            if (hint != null) {
                return Optional.of(hint);
            }
        }
        return Optional.empty();
    }

    /** Whether code of the user's, or of the JDK that it called, threw it: what a library did is not theirs to mend. */
    private static boolean isOfUser(Thrown thrown) {
        boolean casts = thrown.className().equals(CAST);
        for (var frame : thrown.frames()) {
            if (frame.getClassName().startsWith(Cells.PACKAGE + ".")) {
                return true;
            }
            boolean table = frame.getClassName().equals(ColumnAdvice.TABLE) && casts;
            if (!table && !JDK.matcher(frame.getClassName()).find()) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable String hint(Thrown thrown) {
        var said = thrown.message();
        return switch (thrown.className()) {
            case "java.lang.ArrayIndexOutOfBoundsException",
                    "java.lang.IndexOutOfBoundsException",
                    "java.lang.StringIndexOutOfBoundsException" ->
                    removed(index(said), thrown);
            case "java.lang.NullPointerException" -> NullAdvice.of(thrown);
            case CAST -> CastAdvice.of(thrown);
            case "java.lang.NumberFormatException" -> number(said, thrown);
            case "java.util.InputMismatchException" ->
                    "What comes next is no number of that kind: ask hasNextInt() or hasNextDouble() first, or read any text with next().";
            case "java.util.NoSuchElementException" -> nothingMore(said, thrown);
            case "java.util.ConcurrentModificationException" ->
                    "A collection must not change while a for runs through it: list.removeIf(x -> …) takes elements out, or go through a copy: new ArrayList<>(list).";
            case "java.lang.UnsupportedOperationException" -> fixed(thrown);
            case "java.lang.ArithmeticException" ->
                    said.equals("/ by zero")
                            ? "A whole number cannot be divided by 0: ask first, as in if (n != 0) …"
                            : null;
            case "java.lang.NegativeArraySizeException" ->
                    "An array has 0 or more elements, not " + said + ".";
            case "java.lang.StackOverflowError" ->
                    "A method calls itself without end: before it does it needs an if that returns.";
            case "java.util.IllegalFormatConversionException" -> format(said);
            case "java.util.MissingFormatArgumentException" ->
                    "The text asks for more values than stand behind it: one for each %.";
            case "java.util.UnknownFormatConversionException" ->
                    "Behind % stands what is shown: %d a whole number, %.2f a double, %s anything, %n a new line, %% a percent sign.";
            case "java.nio.file.NoSuchFileException", "java.io.FileNotFoundException" ->
                    "A path without / at its beginning starts in the folder that Path.of(\"\").toAbsolutePath() shows.";
            case "java.lang.IllegalArgumentException" -> constant(said);
            case "java.lang.IllegalStateException" -> state(said);
            case OFFLINE ->
                    said.equals("Offline mode is enabled.")
                            ? "DJL fetches nothing until it is asked to: System.setProperty(\"ai.djl.offline\", \"false\") lets it use the network."
                            : null;
            default -> null;
        };
    }

    /** A number in the parentheses of remove is a place, not what is taken out. */
    private static @Nullable String removed(@Nullable String hint, Thrown thrown) {
        for (var frame : thrown.frames()) {
            if (frame.getClassName().startsWith(Cells.PACKAGE + ".")) {
                return hint;
            }
            if (frame.getMethodName().equals("remove") && frame.getClassName().endsWith("List")) {
                return hint
                        + " remove(3) takes out what stands at place 3, remove(Integer.valueOf(3)) the number 3.";
            }
        }
        return hint;
    }

    private static @Nullable String index(String said) {
        var index = INDEX.matcher(said);
        if (index.find()) {
            int length = Integer.parseInt(index.group(2));
            return length == 0
                    ? "It is empty: there is no place in it yet."
                    : "Places are counted from 0: with "
                            + length
                            + " the last one is "
                            + (length - 1)
                            + ".";
        }
        if (said.contains("String index out of range")) {
            return "Places are counted from 0: the last one is text.length() - 1.";
        }
        var range = RANGE.matcher(said);
        return range.find()
                ? "Places are counted from 0, the end is not part of it, and may be "
                        + range.group(5)
                        + " at most."
                : null;
    }

    private static @Nullable String state(String said) {
        if (said.startsWith("stream has already been operated upon")) {
            return "A stream is gone through once: make another one, or keep its elements in a list, by toList().";
        }
        return said.startsWith("Duplicate key ")
                ? "Two elements have one key: a third value says which of both stays, toMap(…, …, (one, other) -> one); groupingBy(…) keeps all."
                : null;
    }

    private static @Nullable String number(String said, Thrown thrown) {
        boolean whole =
                thrown.frames().stream()
                        .noneMatch(frame -> frame.getMethodName().equals("parseDouble"));
        if (said.startsWith("empty String")) {
            return "The text is empty.";
        }
        var typed = TYPED.matcher(said);
        if (!typed.matches()) {
            return null;
        }
        var text = typed.group(1);
        if (text.isBlank()) {
            return "The text is empty.";
        }
        if (!text.equals(text.strip())) {
            return "There are blanks around the number: text.strip() takes them away.";
        }
        if (whole && text.matches("[+-]?\\d+\\.\\d*")) {
            return "It has a point: Double.parseDouble(…) reads it.";
        }
        if (whole && text.matches("[+-]?\\d{10,}")) {
            return "It is too large for an int: Long.parseLong(…) reads it.";
        }
        if (text.matches("[+-]?\\d+,\\d+")) {
            return "It has a comma: text.replace(\",\", \".\") makes a point of it.";
        }
        return "'" + text + "' is no " + (whole ? "whole " : "") + "number.";
    }

    private static @Nullable String nothingMore(String said, Thrown thrown) {
        if (said.equals("No value present")) {
            return "The Optional is empty: orElse(…) gives a value for that case.";
        }
        if (comesFrom(thrown, "java.util.Scanner")) {
            return "There is no more to read: ask hasNext() or hasNextLine() first.";
        }
        return "There is no element left: ask isEmpty() or hasNext() first.";
    }

    private static @Nullable String fixed(Thrown thrown) {
        if (comesFrom(thrown, "java.util.ImmutableCollections")
                || comesFrom(thrown, "java.util.Collections$Unmodifiable")) {
            return "What List.of, Set.of, Map.of and toList() make cannot be changed: new ArrayList<>(list) is a copy that can.";
        }
        return comesFrom(thrown, "java.util.AbstractList")
                ? "A list made by Arrays.asList keeps its length: new ArrayList<>(list) is a copy that grows."
                : null;
    }

    private static @Nullable String format(String said) {
        var types = FORMAT.matcher(said);
        if (!types.matches()) {
            return null;
        }
        var right =
                switch (types.group(2)) {
                    case "Double", "Float", "BigDecimal" -> "%f or %.2f";
                    case "Integer", "Long", "Short", "Byte", "BigInteger" -> "%d";
                    default -> "%s";
                };
        return "%"
                + types.group(1)
                + " cannot show a value of type "
                + types.group(2)
                + ": write "
                + right
                + (right.equals("%d") && types.group(1).matches("[feg]")
                        ? ", or give it a double, as in 1.0 * n."
                        : ".");
    }

    private static @Nullable String constant(String said) {
        var found = CONSTANT.matcher(said);
        return found.matches()
                ? Tracebacks.simple(found.group(1))
                        + " has no "
                        + found.group(2)
                        + ": "
                        + Tracebacks.simple(found.group(1))
                        + ".values() are all that it has."
                : null;
    }

    private static boolean comesFrom(Thrown thrown, String className) {
        return thrown.frames().stream()
                .limit(3)
                .anyMatch(frame -> frame.getClassName().startsWith(className));
    }
}
