package himalia.kernel.advice;

import himalia.kernel.cells.Named;
import himalia.kernel.java.SimpleNames;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A value of another type than the one that is needed: how to make that of it. */
final class Conversion {
    private static final Pattern CONVERTED =
            Pattern.compile(
                    "incompatible types: (?:bad (?:return )?type in \\w+ expression\\s+)?(.+) cannot be converted to (.+)");
    private static final Pattern BOUNDS =
            Pattern.compile("equality constraints: (\\w+)\\s+lower bounds: (\\w+)\\s*\\z");
    private static final Pattern LOSSY =
            Pattern.compile("possible lossy conversion from (\\w+) to (\\w+)");
    private static final Map<String, String> CONVERSIONS =
            Map.ofEntries(
                    Map.entry("String int", "Integer.parseInt(…) makes a number of a text."),
                    Map.entry("String double", "Double.parseDouble(…) makes a number of a text."),
                    Map.entry("String Throwable", "Write throw new RuntimeException(\"…\");"),
                    Map.entry("int String", "String.valueOf(…) makes a text of a number."),
                    Map.entry("double String", "String.valueOf(…) makes a text of a number."),
                    Map.entry("String char", "A char is written in single quotes: 'x'."),
                    Map.entry(
                            "char String",
                            "A String is written in double quotes; String.valueOf(…) makes one of a char."),
                    Map.entry(
                            "<nulltype> int",
                            "Only objects can be null; Integer is the object for an int."),
                    Map.entry("boolean int", "A condition is no number: write condition ? 1 : 0."),
                    Map.entry("boolean String", "String.valueOf(…) makes a text of it."),
                    Map.entry("String Path", "Path.of(…) makes a path of a text."),
                    Map.entry("String File", "new File(…) makes one of a text."),
                    Map.entry(
                            "Object int",
                            "Say where it is made what it holds, as in new ArrayList<Integer>(), or write (int) before it."),
                    Map.entry(
                            "Object String",
                            "Say where it is made what it holds, as in new ArrayList<String>(), or write (String) before it."));

    private static final Pattern OPTIONAL =
            Pattern.compile(
                    "\\bOptional(?:<.*>|Int|Long|Double) (?:conforms to|cannot be converted to) ");
    private static final Pattern LIST_AS_STREAM =
            Pattern.compile(
                    "\\b(?:\\w*List|\\w*Set|Collection)<.*> (?:conforms to|cannot be converted to) (?:[\\w.]*\\.)?\\w*Stream<");
    private static final Pattern MADE =
            Pattern.compile(
                    "\\b(List|Set|Map|Collection)<.*> (?:conforms to|cannot be converted to) (?:java\\.util\\.)?(ArrayList|LinkedList|HashSet|LinkedHashSet|TreeSet|HashMap|LinkedHashMap|TreeMap)<");
    private static final Pattern ASSIGNED = Pattern.compile("(\\w+)\\s*=(?!=)(.*)", Pattern.DOTALL);

    /** What to do about the block of a lambda from which a value is wanted. */
    static final String RETURNED = "In { } a lambda gives its value by return: -> { return …; }.";

    private Conversion() {}

    /**
     * Returns how.
     *
     * @param said the compiler's message
     * @param value the text of the value
     */
    static String hint(String said, String value) {
        var lossy = LOSSY.matcher(said);
        if (lossy.find()) {
            var from = lossy.group(1);
            var to = lossy.group(2);
            return (from.equals("int") ? "An " : "A ")
                    + from
                    + " does not fit into "
                    + (to.equals("int") ? "an " : "a ")
                    + to
                    + ": write ("
                    + to
                    + (value.matches("[\\w.]+")
                            ? ") before it to cut it down"
                            : ") (…) around it to cut it down")
                    + (to.equals("float") ? ", f behind a number (3.14f)" : "")
                    + ", or make the variable "
                    + (from.equals("int") ? "an " : "a ")
                    + from
                    + ".";
        }
        if (said.contains("lambda") && said.contains("unexpected return value")) {
            return "What a Runnable or a Consumer does gives nothing back: take the value away, or write a Supplier or a Function.";
        }
        if (said.contains("void functional interface")) {
            return "What a Runnable or a Consumer does gives nothing back: write a Supplier or a Function for what gives a value.";
        }
        var made = MADE.matcher(said);
        if (made.find()) {
            return "A %1$s need not be of the class %2$s: new %2$s<>(…) around it makes one, or declare the variable as a %1$s."
                    .formatted(made.group(1), made.group(2));
        }
        if (LIST_AS_STREAM.matcher(said).find()) {
            return "A collection is no stream: .stream() at its end makes one, as in flatMap(x -> list.stream()).";
        }
        if (said.contains("Stream<") && said.contains("List<")) {
            return "A stream is no list yet: write .toList() at its end.";
        }
        if (OPTIONAL.matcher(said).find()) {
            return "An Optional may be empty: orElse(…) takes its value out, or gives another one.";
        }
        var bounds = BOUNDS.matcher(SimpleNames.in(said));
        if (bounds.find()) {
            return "What it holds is of type "
                    + bounds.group(2)
                    + ", but "
                    + bounds.group(1)
                    + " is needed here.";
        }
        if (said.contains("unexpected return value")) {
            return "The method is declared void: write the type that it returns in place of void.";
        }
        if (said.contains("missing return value")) {
            if (said.contains("in lambda expression")) {
                return RETURNED;
            }
            return "The method returns a value: write it behind return.";
        }
        if (said.contains("void cannot be converted")) {
            return "The method is declared void and gives nothing back: call it on a line of its own, or, where it is yours, write the type that it returns in place of void.";
        }
        var types = CONVERTED.matcher(SimpleNames.in(said));
        if (!types.find()) {
            return "The type of the value is not the one that is needed here.";
        }
        var given = types.group(1);
        var needed = types.group(2);
        if (needed.endsWith(Named.WORDS)) {
            return "It was declared with var and takes objects of that one class only: declare it with a type, such as what the class extends.";
        }
        var how =
                needed.equals("boolean")
                        ? condition(given, value)
                        : CONVERSIONS.get(given + " " + needed);
        return (given.equals("<nulltype>") ? "null" : "The value is of type " + given)
                + (given.equals("<nulltype>")
                        ? " is no " + needed
                        : ", but " + needed + " is needed here")
                + "."
                + (how == null ? "" : " " + how);
    }

    /** What to write where true or false is needed. */
    private static @Nullable String condition(String given, String value) {
        var assigned = ASSIGNED.matcher(value);
        if (assigned.matches() && assigned.group(2).startsWith("!")) {
            return Operators.UNEQUAL;
        }
        if (assigned.matches()) {
            return given.matches("[a-z]+")
                    ? "A condition compares: write == for 'is equal to'."
                    : "A condition compares: whether two objects are equal asks %s.equals(%s)."
                            .formatted(assigned.group(1), assigned.group(2).strip());
        }
        if (given.equals("String")) {
            return "true and false stand without quotes; Boolean.parseBoolean(…) reads a text.";
        }
        if (value.matches("\\d+")) {
            return "Its values are true and false.";
        }
        return given.matches("int|long|short|byte|double|float")
                ? "A condition compares, as in " + (value.matches("\\w+") ? value : "x") + " != 0."
                : null;
    }
}
