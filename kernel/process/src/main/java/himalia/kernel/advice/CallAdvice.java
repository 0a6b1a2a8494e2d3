package himalia.kernel.advice;

import himalia.javac.Problem;
import himalia.kernel.cells.Cutter;
import himalia.kernel.java.Compiler;
import himalia.kernel.java.SimpleNames;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A call that is nearly right, where what the compiler misses is not what is missing. */
final class CallAdvice {
    private static final Pattern OBJECT =
            Pattern.compile("\\A(?:new\\s+)?([A-Z]\\w*)\\.([a-z]\\w*)\\s*\\(");
    private static final Pattern NULL =
            Pattern.compile("\\A[\\w.\\s]*\\(((?:[^()]*,)?)\\s*null\\s*[,)]");
    private static final Pattern FITTING =
            Pattern.compile("(?:method|constructor) [\\w<>, ]+\\(([\\w.$<>?\\[\\],]+)\\)");
    private static final Pattern NEW = Pattern.compile("\\bnew\\s+\\z");
    private static final Pattern PARAMETERS = Pattern.compile("\\w\\s*\\([^(){};=]*,\\s*\\z");
    private static final Pattern EACH = Pattern.compile("forEach(?:Ordered)?\\s*\\(\\s*\\z");
    private static final Pattern COLLECT =
            Pattern.compile("\\bcollect\\s*\\(\\s*(?:Collectors\\s*\\.?\\s*)?\\z");
    private static final Pattern DATE =
            Pattern.compile(
                    "constructor (LocalDate|LocalTime|LocalDateTime) in|constructor found for (LocalDate|LocalTime|LocalDateTime)\\(");

    private CallAdvice() {}

    /** Returns what to do about a complaint of the compiler's, where it is about such a call. */
    static Optional<String> hint(String code, Problem problem, String source, Compiler compiler) {
        int start = problem.startIn(source);
        var before = Cutter.bare(source).substring(0, start);
        var said = SimpleNames.in(problem.message());
        if (code.startsWith("cant.resolve")) {
            var from = source.substring(start);
            return said.matches("(?s).*symbol:\\s+class.*")
                    ? alone(before, from, source, compiler)
                    : Optional.ofNullable(missing(said, before, from));
        }
        if (code.startsWith("cant.apply")) {
            return Optional.ofNullable(applied(said));
        }
        return Optional.ofNullable(
                switch (code) {
                    case "already.defined" ->
                            said.startsWith("variable ") && PARAMETERS.matcher(before).find()
                                    ? "Each parameter has a name of its own."
                                    : null;
                    case "ref.ambiguous" -> ambiguous(said, problem, source);
                    case "unexpected.type" -> assigned(said, Advice.text(problem, source));
                    case "cant.infer.local.var.type" ->
                            said.matches("(?s).*(?:lambda expression|method reference) needs.*")
                                    ? "What a lambda takes and gives var cannot see: write the type, as in Function<Integer, Integer> f = x -> x + 1;"
                                    : null;
                    case "prob.found.req" ->
                            said.contains("is not a functional interface")
                                    ? "A lambda is a value of an interface with one method: Function<Integer, Integer> f = x -> x + 1;"
                                    : null;
                    default -> null;
                });
    }

    /** Null may be of either: what it is meant to be is said by a cast. */
    private static @Nullable String ambiguous(String said, Problem problem, String source) {
        int end = (int) Math.max(0, Math.min(problem.end(), source.length()));
        return Stream.of(Cutter.bare(source).substring(end), Advice.text(problem, source))
                .map(NULL::matcher)
                .filter(Matcher::find)
                .findFirst()
                .map(found -> (int) found.group(1).chars().filter(each -> each == ',').count())
                .map(
                        place ->
                                "null fits both: a cast says which is meant, (%s) null."
                                        .formatted(meant(said, place)))
                .orElse(null);
    }

    private static String meant(String said, int place) {
        var types =
                FITTING.matcher(said)
                        .results()
                        .map(each -> each.group(1).split(",(?![^<>]*>)"))
                        .filter(each -> place < each.length)
                        .map(each -> each[place].replaceFirst(".*\\$Cell\\d+\\.", ""))
                        .toList();
        return types.contains("String") || types.isEmpty() ? "String" : types.get(0);
    }

    /** Of {@code new Type.name(…)} the compiler says that there is no class Type.name. */
    private static Optional<String> alone(
            String before, String from, String source, Compiler compiler) {
        var object = OBJECT.matcher(from);
        return object.find() && (from.startsWith("new") || NEW.matcher(before).find())
                ? Makers.inPlaceOfNew(compiler, source, object.group(1), object.group(2))
                : Optional.empty();
    }

    private static @Nullable String missing(String said, String before, String from) {
        if (EACH.matcher(before).find()
                && from.matches("(?s)(?:print|println|puts|echo)\\s*\\).*")) {
            return "Write forEach(System.out::println).";
        }
        return COLLECT.matcher(before).find()
                        && from.matches("(?s)(?:Collectors\\.)?\\w+\\s*\\).*")
                        && said.contains("class Collectors")
                ? "A method of Collectors makes the collector: write its parentheses, .collect(Collectors.toList())."
                : null;
    }

    private static @Nullable String applied(String said) {
        if (said.matches("(?s).*no suitable method found for println\\([^()]*,.*")) {
            return "println takes one value: join them by +, or write System.out.printf(\"%s %s%n\", a, b).";
        }
        if (said.matches(
                "(?s).*method sort in .*required:\\s*Comparator.*found:\\s*no arguments.*")) {
            return "Write list.sort(null) for the order that they have, or list.sort(Comparator.comparing(x -> …)).";
        }
        var date = DATE.matcher(said);
        if (!date.find()) {
            return null;
        }
        var type = date.group(1) == null ? date.group(2) : date.group(1);
        return "No new makes a %1$s: write %1$s.now(), %1$s.of(…) or %1$s.parse(\"…\")."
                .formatted(type);
    }

    private static @Nullable String assigned(String said, String written) {
        if (!said.matches("(?s).*required:\\s+variable.*") || !written.endsWith(")")) {
            return null;
        }
        return written.matches("(?s).*\\.get\\([^()]*\\)")
                ? "What get(…) gives is no variable: map.put(key, value) or map.merge(key, 1, Integer::sum) changes a map, list.set(0, value) a list."
                : "What a method gives is no variable, and keeps no value; whether two are equal asks ==.";
    }
}
