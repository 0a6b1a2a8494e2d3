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
    private static final Pattern FORMAT = Pattern.compile("(.) != (?:\\w+\\.)*(\\w+)");
    private static final Pattern CONSTANT = Pattern.compile("No enum constant (\\S+)\\.(\\w+)");

    private static final Pattern JDK = Pattern.compile("^(java|javax|jdk|sun|com\\.sun)\\.");

    private static final String FLINK = "org.apache.flink.api.common.";

    private static final String CAST = "java.lang.ClassCastException";

    /** What DJL throws where it may not use the network. */
    private static final String OFFLINE = "java.io.IOException";

    private ThrownAdvice() {}

    /** Returns what to do about the first of an exception and its causes that is known. */
    static Optional<String> about(List<Thrown> chain) {
        for (var each : chain) {
            boolean isKnown =
                    each.className().equals(OFFLINE) || each.className().startsWith(FLINK);
            var hint = isOfUser(each) || isKnown ? hint(each, chain) : null;
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

    private static @Nullable String hint(Thrown thrown, List<Thrown> chain) {
        var said = thrown.message();
        return switch (thrown.className()) {
            case "java.lang.ArrayIndexOutOfBoundsException",
                    "java.lang.IndexOutOfBoundsException",
                    "java.lang.StringIndexOutOfBoundsException" ->
                    PlacesAdvice.of(thrown);
            case "java.lang.NullPointerException" -> NullAdvice.of(thrown);
            case CAST -> CastAdvice.of(thrown);
            case "java.lang.NumberFormatException" -> NumberAdvice.of(thrown);
            case "java.util.InputMismatchException" ->
                    "What comes next is no number of that kind: ask hasNextInt() or hasNextDouble() first, or read any text with next().";
            case "java.util.NoSuchElementException" -> nothingMore(said, thrown);
            case "java.util.ConcurrentModificationException" -> ChangeAdvice.of(thrown);
            case "java.lang.UnsupportedOperationException" -> FixedAdvice.of(thrown);
            case "java.lang.ArithmeticException" ->
                    said.equals("/ by zero")
                            ? "A whole number cannot be divided by 0: ask first, as in if (n != 0) …"
                            : overflow(said);
            case "java.lang.NegativeArraySizeException" ->
                    "An array has 0 or more elements, not " + said + ".";
            case "java.lang.StackOverflowError" -> DepthAdvice.of(thrown);
            case "java.util.IllegalFormatConversionException" -> format(said);
            case "java.util.MissingFormatArgumentException" ->
                    "The text asks for more values than stand behind it: one for each %.";
            case "java.util.UnknownFormatConversionException" ->
                    "Behind % stands what is shown: %d a whole number, %.2f a double, %s anything, %n a new line, %% a percent sign.";
            case "java.nio.file.NoSuchFileException", "java.io.FileNotFoundException" ->
                    "A path without / at its beginning starts in the folder that Path.of(\"\").toAbsolutePath() shows.";
            case "java.lang.IllegalArgumentException" -> argument(said, thrown);
            case "java.time.format.DateTimeParseException" -> TimeAdvice.of(thrown);
            case "java.lang.IllegalStateException" -> state(said, thrown);
            case "java.lang.IllegalMonitorStateException" ->
                    comesFrom(thrown, "java.lang.Object")
                            ? "wait and notify belong into synchronized (lock) { … }, of the same object: lock.wait()."
                            : "Only the thread that holds the lock gives it back: call lock() before unlock().";
            case "java.awt.HeadlessException" ->
                    "A kernel opens no windows. A chart, a picture or a table is shown as the value of a cell, widgets are buttons and sliders in the notebook, and Input.read(\"…\") asks for a line.";
            case "java.lang.IllegalThreadStateException" ->
                    "A thread is started once: make another one, new Thread(…).";
            case OFFLINE ->
                    said.equals("Offline mode is enabled.")
                            ? "DJL fetches nothing until it is asked to: System.setProperty(\"ai.djl.offline\", \"false\") lets it use the network."
                            : null;
            case FLINK + "functions.InvalidTypesException" ->
                    "Of a lambda that gives something generic Flink cannot tell what: say it behind that lambda, as in .map(x -> …).returns(Order.class), or .returns(Types.MAP(Types.STRING, Types.LONG)); or have it give a record, which says its types itself.";
            case FLINK + "InvalidProgramException" -> shipped(chain);
            default -> null;
        };
    }

    /** What a lambda of a stream names is sent to where it runs. */
    private static @Nullable String shipped(List<Thrown> chain) {
        for (var each : chain) {
            if (each.className().equals("java.io.NotSerializableException")) {
                var type = each.message();
                return "What a lambda of a stream names is copied into the job, and a "
                        + type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1)
                        + " cannot be: declare that variable outside of any block or method, where it is seen as it is, and not copied; or have its class implement java.io.Serializable.";
            }
        }
        return null;
    }

    private static @Nullable String argument(String said, Thrown thrown) {
        if (said.startsWith("duplicate key: ") && comesFrom(thrown, "java.util.")) {
            return "Map.of takes each key once: of a new HashMap<>() map.put(key, value) keeps the last value.";
        }
        if (said.startsWith("duplicate element: ") && comesFrom(thrown, "java.util.")) {
            return "Set.of takes each element once: new HashSet<>(List.of(…)) keeps one of those that are equal.";
        }
        var turned = PlacesAdvice.turned(thrown);
        return turned == null ? constant(said) : turned;
    }

    private static @Nullable String state(String said, Thrown thrown) {
        if (said.equals("Recursive update")) {
            return ChangeAdvice.recursive(thrown).orElse(null);
        }
        if (said.startsWith("stream has already been operated upon")) {
            return "A stream is gone through once: make another one, or keep its elements in a list, by toList().";
        }
        return said.startsWith("Duplicate key ")
                ? "Two elements have one key: a third value says which of both stays, toMap(…, …, (one, other) -> one); groupingBy(…) keeps all."
                : null;
    }

    private static @Nullable String overflow(String said) {
        return said.equals("integer overflow")
                ? "An int goes to 2,147,483,647: a long goes further, 1L * a * b."
                : said.startsWith("Non-terminating decimal expansion")
                        ? "It has digits without end: say how many are kept, a.divide(b, 10, RoundingMode.HALF_UP)."
                        : null;
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
