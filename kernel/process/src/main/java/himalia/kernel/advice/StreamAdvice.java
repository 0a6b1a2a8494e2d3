package himalia.kernel.advice;

import himalia.javac.Problem;
import himalia.javac.Receiver;
import himalia.kernel.cells.Cells;
import himalia.kernel.cells.Cutter;
import himalia.kernel.java.SimpleNames;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is asked of a stream and done by a collector, and what a lambda gives where nothing, or something else, is taken. */
final class StreamAdvice {
    /** How what cells declare is called by the compiler. */
    private static final Pattern OWN =
            Pattern.compile(
                    "\\b(?:"
                            + Cells.PACKAGE
                            + "\\.)?"
                            + Cells.NAME
                            + "\\.|\\b"
                            + Cells.PACKAGE
                            + "\\.");

    private static final String BOXED =
            "A stream of int holds no objects: .boxed() before it makes them.";

    private static final String GIVES_NOTHING =
            "forEach does something with each element, and takes no value: stream().map(x -> …).toList() gives the new ones.";

    private static final Map<String, String> MISSING =
            Map.ofEntries(
                    Map.entry("Stream toSet", "Write .collect(Collectors.toSet())."),
                    Map.entry(
                            "Stream toMap",
                            "Write .collect(Collectors.toMap(x -> key, x -> value))."),
                    Map.entry("Stream toArrayList", "Write new ArrayList<>(stream.toList())."),
                    Map.entry("Stream groupBy", "Write .collect(Collectors.groupingBy(x -> …))."),
                    Map.entry(
                            "Stream groupingBy", "Write .collect(Collectors.groupingBy(x -> …))."),
                    Map.entry("Stream join", "Write .collect(Collectors.joining(\", \"))."),
                    Map.entry("Stream joining", "Write .collect(Collectors.joining(\", \"))."),
                    Map.entry("Stream size", "Write .count()."),
                    Map.entry("Stream length", "Write .count()."),
                    Map.entry("Stream isEmpty", "Write .findAny().isEmpty()."),
                    Map.entry(
                            "Stream get", "A stream has no places: .toList() makes a list of it."),
                    Map.entry(
                            "Stream reversed",
                            "Write .sorted(Comparator.reverseOrder()), or turn the list."),
                    Map.entry("IntStream toList", BOXED),
                    Map.entry("DoubleStream toList", BOXED.replace("int", "double")),
                    Map.entry("LongStream toList", BOXED.replace("int", "long")),
                    Map.entry("File readText", "Files.readString(file.toPath()) reads it."),
                    Map.entry(
                            "String reverse",
                            "Write new StringBuilder(text).reverse().toString()."),
                    Map.entry(
                            "Map stream",
                            "A map gives a stream of its entries: map.entrySet().stream()."),
                    Map.entry(
                            "String stream",
                            "A text gives its characters as numbers by text.chars()."));

    private static final Pattern SYMBOL = Pattern.compile("symbol:\\s+method (\\w+)");
    private static final Pattern REFERENCE =
            Pattern.compile("\\A[^;\\n]*?Collectors\\s*::\\s*(\\w+)");
    private static final Pattern EACH =
            Pattern.compile("\\bforEach(?:Ordered)?\\s*\\(\\s*\\(?[\\w\\s,]*\\)?\\s*->[^;{}]*\\z");
    private static final Pattern MAPPED =
            Pattern.compile(
                    "\\.\\s*map\\s*\\(\\s*\\(?\\w+\\)?\\s*->(?:\\s*\\{\\s*return\\b)?\\s*\\z");
    private static final Pattern UNTYPED =
            Pattern.compile(
                    "\\A\\s*(?:\\w+|\\(\\s*(?:(?:var\\s+)?\\w+\\s*(?:,\\s*(?:var\\s+)?\\w+\\s*)*)?\\))\\s*->");

    /** The last lambda of two values, whose value comes next. */
    private static final Pattern TWO =
            Pattern.compile(
                    "(?s)\\A.*(\\(\\s*\\w+\\s*,\\s*\\w+\\s*\\)\\s*->(?:[^;{}]*|\\s*\\{.*\\breturn\\b[^;{}]*))\\z");

    private static final Pattern COMPARE =
            Pattern.compile(
                    "\\bint\\s+compare(?:To)?\\s*\\([^()]*\\)\\s*\\{[^{}]*\\breturn\\b[^;{}]*\\z");
    private static final Pattern COMPARATOR =
            Pattern.compile("\\bComparator\\b[^;{}]*(?:=|\\{\\s*return\\b)\\s*\\z");

    /** What takes a Comparator. */
    private static final Pattern TAKES =
            Pattern.compile(
                    "\\b(?:(?:sort|sorted|parallelSort|max|min|maxBy|minBy|compare|thenComparing|nullsFirst|nullsLast)|(?:TreeSet|TreeMap|PriorityQueue)\\s*(?:<[^()]*>)?)\\s*\\z");

    private static final Pattern WITHOUT_RETURN =
            Pattern.compile("bad return type in lambda expression\\s+missing return value");

    private static final Pattern LATER =
            Pattern.compile("(?:new\\s+Thread|submit|execute|runAsync|invokeLater)\\s*\\(\\s*\\z");
    private static final Pattern UNORDERED =
            Pattern.compile(
                    "(?:upper|lower) bounds:?\\s+Comparable<\\? super \\w+>\\s+lower bounds:\\s*(?!Object\\b)(\\w+)");
    private static final Pattern ELEMENTS =
            Pattern.compile("no suitable method found for (?:sort|max|min)\\(\\w*<(\\w+)>\\)");

    private StreamAdvice() {}

    /** Returns what to do about a complaint of the compiler's, where it is about a stream or a lambda. */
    static Optional<String> hint(String code, Problem problem, String source) {
        int start = problem.startIn(source);
        var before = Cutter.bare(source).substring(0, start);
        var said = OWN.matcher(SimpleNames.in(problem.message())).replaceAll("");
        if (code.startsWith("cant.resolve")) {
            return missing(problem, said);
        }
        if (code.startsWith("cant.apply")) {
            return Optional.ofNullable(applied(said, source.substring(start)));
        }
        return Optional.ofNullable(
                switch (code) {
                    case "prob.found.req", "incompatible.ret.type.in.lambda" ->
                            found(said, before, Advice.text(problem, source));
                    case "stat.expr.expected" -> EACH.matcher(before).find() ? GIVES_NOTHING : null;
                    case "cant.infer.local.var.type" ->
                            said.contains("'void'")
                                    ? "The method gives nothing back: call it on a line of its own."
                                    : null;
                    case "void.not.allowed.here", "illegal.initializer.for.type" ->
                            LATER.matcher(before).find()
                                    ? "What is to run later is a lambda: () -> "
                                            + Advice.text(problem, source)
                                            + "."
                                    : null;
                    default -> null;
                });
    }

    private static Optional<String> missing(Problem problem, String said) {
        var name = SYMBOL.matcher(said);
        var receiver = problem.receiver();
        if (!name.find() || receiver.isEmpty()) {
            return Optional.empty();
        }
        var asked = name.group(1);
        if (receiver.get().type().equals("Stream") && asked.matches("sum|average")) {
            return Optional.of(sum(said, asked));
        }
        return known(receiver.get(), asked);
    }

    private static Optional<String> known(Receiver receiver, String asked) {
        var type = receiver.type().replaceFirst("^(?:Hash|Tree|LinkedHash)Map$", "Map");
        return Optional.ofNullable(MISSING.get(type + " " + asked));
    }

    /** A number keeps its kind: what is a double would be cut down by mapToInt. */
    private static String sum(String said, String asked) {
        var kind =
                said.contains("Stream<Double>") || said.contains("Stream<Float>")
                        ? "Double"
                        : said.contains("Stream<Long>") ? "Long" : "Int";
        return "A stream of numbers does it: .mapTo" + kind + "(x -> x)." + asked + "().";
    }

    private static @Nullable String applied(String said, String written) {
        if (WITHOUT_RETURN.matcher(said).results().count() == 1 && isOnlyReason(said)) {
            return Conversion.RETURNED;
        }
        var reference = REFERENCE.matcher(written);
        if (said.contains("collect") && reference.find()) {
            return "Collectors.%1$s() makes the collector: write .collect(Collectors.%1$s())."
                    .formatted(reference.group(1));
        }
        if (said.contains("for collect(Collector<CharSequence")) {
            return "joining joins texts: .map(String::valueOf) before it makes them.";
        }
        if (said.contains("ObjIntConsumer") && said.contains("Collector<")) {
            return BOXED;
        }
        var elements = ELEMENTS.matcher(said);
        if (written.startsWith("Collections.") && elements.find()) {
            return unordered(elements.group(1));
        }
        return said.matches("(?s).*no suitable method found for stream\\((?:Array)?List<.*")
                ? "A list gives its own stream: list.stream()."
                : null;
    }

    /** Of several methods of a name another one may be meant, where something else is wrong. */
    private static boolean isOnlyReason(String said) {
        return said.split("argument mismatch", -1).length == 2;
    }

    private static String unordered(String type) {
        return "%1$s has no order: let it implement Comparable<%1$s>, or say what to compare by, Comparator.comparing(x -> …)."
                .formatted(type);
    }

    private static @Nullable String found(String said, String before, String written) {
        var unordered = UNORDERED.matcher(said);
        if (unordered.find()) {
            return unordered(unordered.group(1));
        }
        if (EACH.matcher(before + written.replaceAll("(?s).*->", "->")).find()
                        && said.matches("(?s).*(?:missing return value|void functional).*")
                || said.contains("unexpected return value") && isInEach(before)) {
            return GIVES_NOTHING;
        }
        if (said.contains("incompatible parameter types in lambda")) {
            return UNTYPED.matcher(written).find()
                    ? "The lambda is given another number of values: of none write () -> …, of two (a, b) -> …, as map.forEach((key, value) -> …) has."
                    : "Its parameters have other types than what the lambda is given, or another number: leave the types out, as in x -> … or (a, b) -> …";
        }
        boolean lambda = said.contains("in lambda") || before.contains("->");
        if (said.contains("boolean cannot be converted to int") && isCompared(before)) {
            return "What compares gives a number below 0, 0 or above 0: a.compareTo(b), Integer.compare(a, b), or Comparator.comparing(x -> …).";
        }
        if (lambda && MAPPED.matcher(before).find()) {
            return said.contains("from double to int")
                    ? "A stream of int stays one by map: .mapToDouble(x -> …) gives numbers with a point."
                    : said.matches(
                                    "(?s).* (?:String|\\w+) cannot be converted to (?:int|long|double)\\s*")
                            ? "A stream of numbers stays one by map: .mapToObj(x -> …) gives objects, such as texts."
                            : null;
        }
        return null;
    }

    /** Of two values a number is made by much else, such as reduce. */
    private static boolean isCompared(String before) {
        if (COMPARE.matcher(before).find()) {
            return true;
        }
        var lambda = TWO.matcher(before);
        if (!lambda.find()) {
            return false;
        }
        var start = before.substring(0, lambda.start(1));
        return COMPARATOR.matcher(start).find()
                || Brackets.in(before)
                        .around(lambda.start(1))
                        .filter(open -> TAKES.matcher(before.substring(0, open)).find())
                        .isPresent();
    }

    private static boolean isInEach(String before) {
        var brackets = Brackets.in(before);
        for (var open = brackets.around(before.length());
                open.isPresent();
                open = brackets.around(open.get())) {
            if (before.substring(0, open.get()).matches("(?s).*\\bforEach(?:Ordered)?\\s*")) {
                return true;
            }
        }
        return false;
    }
}
