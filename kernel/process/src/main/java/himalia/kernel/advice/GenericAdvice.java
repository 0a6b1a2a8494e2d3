package himalia.kernel.advice;

import himalia.javac.Problem;
import himalia.kernel.java.SimpleNames;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Types that hold others, and numbers that are objects: what is needed is of another one, though it seems to be the same. */
final class GenericAdvice {
    private static final Pattern HOLDS =
            Pattern.compile(
                    "(\\w*(?:List|Set|Collection))<(\\w+)> cannot be converted to (\\w*(?:List|Set|Collection|Iterable))<(\\w+)>");
    private static final Pattern NUMBER =
            Pattern.compile(
                    "(int|long|double|float|char) cannot be converted to (Long|Double|Float|Integer|Short|Byte)\\b");
    private static final Pattern BOUNDS =
            Pattern.compile("equality constraints: (Long|Double)\\s+lower bounds: Integer\\s*\\z");
    private static final Pattern ARRAY = Pattern.compile("lower bounds: (int|long|double)\\[\\]");
    private static final Pattern OBJECTS =
            Pattern.compile("Object\\[\\] cannot be converted to (\\w+)\\[\\]");
    private static final Pattern VARIABLE =
            Pattern.compile("(?:first type:\\s+|of type )([A-Z])\\s*(?:\\n|\\z)");

    /** A sign right before a number, and no minus between two. */
    private static final Pattern SIGN =
            Pattern.compile("(?:\\A|[^\\w$)\\]\"'.\\s]|\\b(?:return|yield|case))\\s*-\\z");

    private static final Map<String, String> SUFFIX =
            Map.of("Long", "L", "Double", ".0", "Float", "f");

    /** From here on a number is too large for a long. */
    private static final int DIGITS_OF_LONG = 19;

    /** The digits of the one number that is a long behind its sign alone. */
    private static final String LEAST = String.valueOf(Long.MIN_VALUE).substring(1);

    private GenericAdvice() {}

    /** Returns what to do about a complaint of the compiler's, where it is about such types. */
    static Optional<String> hint(String code, Problem problem, String source) {
        if (problem.message().contains("self-referencing")) {
            return Optional.of(
                    "What stands behind = cannot use the variable that it declares: give the new one another name.");
        }
        var said = SimpleNames.in(problem.message());
        var written = Advice.text(problem, source);
        if (code.startsWith("cant.resolve")) {
            return Optional.ofNullable(missing(said, source));
        }
        return Optional.ofNullable(
                switch (code) {
                    case "prob.found.req" -> found(said, written, source);
                    case "operator.cant.be.applied.1" -> operator(said, source);
                    case "int.number.too.large" -> number(problem, source);
                    case "instanceof.reifiable.not.safe" ->
                            "What a collection holds is not known when the code runs: ask x instanceof List<?>, and its elements one by one.";
                    case "type.found.req" ->
                            said.contains("type parameter")
                                    ? "Which class it is, is not known when the code runs: take a Supplier as a parameter, and call its get()."
                                    : null;
                    default -> null;
                });
    }

    private static @Nullable String missing(String said, String source) {
        var variable = VARIABLE.matcher(said);
        return variable.find()
                        && isDeclared(variable.group(1), source)
                        && said.contains("symbol:")
                        && said.contains("location: variable")
                ? said.contains("compareTo")
                        ? ordered(variable.group(1))
                        : "%1$s may be any object: say above what it has, <%1$s extends TheType>."
                                .formatted(variable.group(1))
                : null;
    }

    /** Whether a letter stands for a type, and is not the name of a class. */
    private static boolean isDeclared(String letter, String source) {
        return Pattern.compile(
                        "(?:\\b(?:class|interface|record)\\s+\\w+\\s*|(?:\\A|[;{}]|\\b(?:static|public|private|protected|final|default|abstract)\\b)\\s*)<[^()]*?\\b"
                                + letter
                                + "\\b[^()]*?>")
                .matcher(source)
                .find();
    }

    private static String ordered(String variable) {
        return "%1$s may be any object: write <%1$s extends Comparable<%1$s>> above, and a.compareTo(b) > 0."
                .formatted(variable);
    }

    private static @Nullable String operator(String said, String source) {
        var variable = VARIABLE.matcher(said);
        var column = ColumnOperators.hint(said);
        if (column.isPresent()) {
            return column.get();
        }
        if (said.contains("Future<")) {
            return "A Future has its value later: future.get() waits for it.";
        }
        if (said.matches("(?s).*first type:\\s+Local(?:Date|Time|DateTime)\\b.*")) {
            return "Dates are reckoned with by methods: date.plusDays(3), ChronoUnit.DAYS.between(a, b), a.isBefore(b).";
        }
        if (said.matches("(?s).*type:\\s+Object\\b.*") && !said.contains("boolean")) {
            return "What is declared as Object may be anything: write (int) before it, or say its type where it is declared, as in Function<Integer, Integer>.";
        }
        if (!variable.find() || !isDeclared(variable.group(1), source)) {
            return null;
        }
        return said.matches("(?s).*'[<>]=?'.*")
                ? ordered(variable.group(1))
                : "%1$s may be any object, and nothing can be reckoned with it: write double, or <%1$s extends Number> and value.doubleValue()."
                        .formatted(variable.group(1));
    }

    private static @Nullable String found(String said, String written, String source) {
        if (said.matches(
                "(?s).*\\b(?:Completable)?Future<[^>]*> (?:cannot be converted|conforms) to (?!.*Future).*")) {
            return "A Future has its value later: future.get() waits for it.";
        }
        if (said.matches("(?s).* cannot be converted to Optional<[^>]*>\\s*")
                && !said.matches("(?s)(?:.*: )?Optional\\w*(?:<.*>)? cannot be converted .*")) {
            return "Optional.of(…) makes one of a value, Optional.empty() one without.";
        }
        var holds = HOLDS.matcher(said);
        if (holds.find()
                && !holds.group(2).equals(holds.group(4))
                && !isNarrower(holds.group(1), holds.group(3))) {
            return holds(holds.group(2), holds.group(3), holds.group(4));
        }
        var number = NUMBER.matcher(said);
        if (number.find()) {
            return number(number.group(1), number.group(2), written);
        }
        var bounds = BOUNDS.matcher(said);
        if (bounds.find()) {
            return "What it holds is of type Integer, but %s is needed here: write 1%s in place of 1."
                    .formatted(bounds.group(1), SUFFIX.get(bounds.group(1)));
        }
        var array = ARRAY.matcher(said);
        if (array.find()) {
            return "An array of %s is one value there: Arrays.stream(array).boxed().toList() makes a list of its numbers."
                    .formatted(array.group(1));
        }
        var objects = OBJECTS.matcher(said);
        if (objects.find()) {
            return objects(objects.group(1), written, source);
        }
        return said.contains("int cannot be converted to String") && written.matches("(?s).*'.*'.*")
                ? "Chars are added as numbers: \"\" + 'a' + 'b' joins them to a text."
                : null;
    }

    private static boolean isNarrower(String given, String needed) {
        return !given.equals(needed) && given.matches("List|Set|Collection");
    }

    private static String holds(String given, String collection, String needed) {
        boolean above =
                needed.equals("Object")
                        || needed.equals("Number")
                                && given.matches("Integer|Long|Double|Float|Short|Byte|Big\\w+");
        return above
                ? "A collection of %1$s is none of %3$s, which would take in others: declare it as %2$s<? extends %3$s>, or make a copy, new ArrayList<%3$s>(…)."
                        .formatted(given, collection, needed)
                : "What it holds is of type %s, but %s is needed here.".formatted(given, needed);
    }

    private static @Nullable String number(String given, String needed, String written) {
        var said = "The value is of type %s, but %s is needed here".formatted(given, needed);
        var suffix = SUFFIX.get(needed);
        if (written.matches("\\d+") && given.equals("int") && suffix != null) {
            return said + ": write " + written + suffix + ".";
        }
        var primitive = needed.equals("Integer") ? "int" : needed.toLowerCase(Locale.ROOT);
        return said
                + ": write ("
                + primitive
                + ") "
                + (written.matches("[\\w.]+") ? written : "(…)")
                + ".";
    }

    private static @Nullable String objects(String element, String written, String source) {
        boolean copied = written.matches("(?s).*\\.\\s*toArray\\s*\\(\\s*\\)");
        if (isDeclared(element, source)) {
            return copied || written.matches("new\\s+Object\\s*\\[[^\\[\\]{}]*\\]")
                    ? ofVariable(element, written, source)
                    : null;
        }
        if (!copied) {
            return null;
        }
        return switch (element) {
            case "int", "long", "double" ->
                    "toArray() of a list gives objects: list.stream().mapTo%s(x -> x).toArray()."
                            .formatted(
                                    element.substring(0, 1).toUpperCase(Locale.ROOT)
                                            + element.substring(1));
            default ->
                    "toArray() gives objects: list.toArray(new %1$s[0]), of a stream toArray(%1$s[]::new)."
                            .formatted(element);
        };
    }

    /** An array of objects passes for one of a variable that may be any type, and of no other. */
    private static String ofVariable(String variable, String written, String source) {
        boolean bounded =
                Pattern.compile("\\b" + variable + "\\s+extends\\b").matcher(source).find();
        return bounded
                ? "Java makes no arrays of %1$s: take a list, List<%1$s>.".formatted(variable)
                : "Java makes no arrays of %1$s: write (%1$s[]) %2$s, or take a list, List<%1$s>."
                        .formatted(variable, written);
    }

    private static @Nullable String number(Problem problem, String source) {
        int at = problem.startIn(source);
        var digits =
                source.substring(at)
                        .replaceFirst("(?s)(?<=\\d)[^\\d_].*", "")
                        .replaceAll("\\D", "");
        if (digits.equals(LEAST) && SIGN.matcher(source.substring(0, at)).find()) {
            return null;
        }
        if (digits.length() > DIGITS_OF_LONG
                || digits.length() == DIGITS_OF_LONG
                        && digits.compareTo(String.valueOf(Long.MAX_VALUE)) > 0) {
            return "It is too large for a long, too: new BigInteger(\"" + digits + "\").";
        }
        return source.substring(0, at).matches("(?s).*\\bint\\s+\\w+\\s*=\\s*-?\\s*")
                ? "A number this large is a long: write L after its digits, and long in place of int."
                : null;
    }
}
