package himalia.kernel.advice;

import himalia.javac.Problem;
import himalia.kernel.cells.Cutter;
import himalia.kernel.java.Advisor.Diagnosis;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What Java has from a later JDK on than the one that the kernel runs on: which one, and what to write until then. */
final class LaterJava {
    private static final int PATTERNS = 21;
    private static final int UNNAMED = 22;
    private static final int GATHERERS = 24;
    private static final int MODULES = 25;

    /**
     * What the compiler does not read.
     *
     * @param since the first JDK that does
     * @param name how it is called, in the plural
     * @param until what to write before that
     */
    private record Form(int since, Pattern pattern, String name, String until) {
        Form(int since, String pattern, String name, String until) {
            this(since, Pattern.compile(pattern), name, until);
        }
    }

    private static final String TYPE = "[A-Z][\\w.]*(?:<[^;(){}]*>)?";

    private static final List<Form> FORMS =
            List.of(
                    new Form(
                            PATTERNS,
                            "\\b(?:instanceof|case)\\s+("
                                    + TYPE
                                    + "\\s*\\()(?=[^()]*[\\w>\\]]\\s+\\w)",
                            "patterns that take a record apart",
                            "ask o instanceof Point p, and take p.x()."),
                    new Form(
                            PATTERNS,
                            "\\bcase\\s+(?:final\\s+)?("
                                    + TYPE
                                    + "\\s+[a-z]\\w*)\\s*(?:->|[:,&|]|\\b(?:when|if|where|and|or)\\b)",
                            "types behind case",
                            "ask if (o instanceof Point p) { … } else if …"),
                    new Form(
                            PATTERNS,
                            "\\bcase\\s+(null)\\b",
                            "case null",
                            "ask if (o == null) before the switch."),
                    new Form(
                            MODULES,
                            "\\bimport\\s+(module)\\s+[\\w.]+\\s*;",
                            "imports of modules",
                            "import packages: import java.util.*;"));

    /** A name of a JDK, and what to write before that. */
    private record Name(int since, String until) {}

    private static final Map<String, Name> NAMES =
            Map.of(
                    "IO",
                            new Name(
                                    MODULES,
                                    "write System.out.println(…), and Input.read(\"…\") to ask."),
                    "ScopedValue", new Name(MODULES, "take a ThreadLocal."),
                    "Gatherers", new Name(GATHERERS, "collect the stream, and loop over the list."),
                    "SequencedCollection", new Name(PATTERNS, "take a List or a Deque."),
                    "SequencedSet", new Name(PATTERNS, "take a LinkedHashSet."),
                    "SequencedMap", new Name(PATTERNS, "take a LinkedHashMap."));

    private static final Set<String> LISTS =
            Set.of("List", "ArrayList", "LinkedHashSet", "SequencedCollection");

    /** Methods of a later JDK, and the types that have them. */
    private static final Map<String, Set<String>> METHODS =
            Map.of(
                    "getFirst",
                    LISTS,
                    "getLast",
                    LISTS,
                    "removeFirst",
                    LISTS,
                    "removeLast",
                    LISTS,
                    "addFirst",
                    LISTS,
                    "addLast",
                    LISTS,
                    "reversed",
                    Set.of("List", "ArrayList", "LinkedList", "LinkedHashSet", "ArrayDeque"));

    private static final Set<String> OTHER_METHODS =
            Set.of(
                    "Math.clamp",
                    "String.splitWithDelimiters",
                    "Thread.ofVirtual",
                    "Thread.startVirtualThread",
                    "Executors.newVirtualThreadPerTaskExecutor");

    /** A name of one character where a variable is declared. */
    private static final Pattern BEFORE_UNNAMED = Pattern.compile("[\\w>\\]]\\s+\\z|[(,]\\s*\\z");

    private static final Pattern BEHIND_UNNAMED = Pattern.compile("\\A_\\s*(?:->|[),:=])");

    private LaterJava() {}

    private static boolean isLater(int since) {
        return Runtime.version().feature() < since;
    }

    /** Returns the first form that the compiler stumbles over. */
    static Optional<Diagnosis> in(String bare, List<Problem> problems) {
        for (var form : FORMS) {
            var found = form.pattern.matcher(bare);
            while (isLater(form.since) && found.find()) {
                if (Syntax.isBroken(problems, bare, found.start(1), found.end())) {
                    return Optional.of(
                            Mistake.found(
                                    found.start(1),
                                    found.end(1),
                                    "%s are of JDK %d and later"
                                            .formatted(form.name, form.since)
                                            .replace("case null are", "case null is"),
                                    until(form.until, form.since)));
                }
            }
        }
        return Optional.empty();
    }

    /** Returns what to do about a name that a later JDK declares. */
    static Optional<String> name(String name) {
        return Optional.ofNullable(NAMES.get(name))
                .filter(each -> isLater(each.since))
                .map(
                        each ->
                                "%s is of JDK %d and later. ".formatted(name, each.since)
                                        + until(each.until, each.since));
    }

    /** Returns what to do about a method of the JDK's that a later one has. */
    static Optional<String> method(String name, String type) {
        boolean isKnown =
                METHODS.getOrDefault(name, Set.of()).contains(type)
                        || OTHER_METHODS.contains(type + "." + name);
        return isLater(PATTERNS) && isKnown
                ? Optional.of(
                        type
                                + "."
                                + name
                                + " is of JDK 21 and later. "
                                + until("look at what " + type + " has by Tab.", PATTERNS))
                : Optional.empty();
    }

    /** Returns what to do about a complaint of the compiler's, where a later one has none. */
    static Optional<String> hint(String code, Problem problem, String source) {
        int start = problem.startIn(source);
        if (code.contains("underscore") && isLater(UNNAMED)) {
            var bare = Cutter.bare(source);
            boolean declared =
                    BEFORE_UNNAMED.matcher(bare.substring(0, start)).find()
                            || bare.startsWith("_", start);
            return declared && BEHIND_UNNAMED.matcher(bare.substring(start)).find()
                    ? Optional.of(
                            "Variables without a name are of JDK 22 and later. "
                                    + until("give it one.", UNNAMED))
                    : Optional.empty();
        }
        return code.equals("type.found.req")
                        && isAsked(source, problem)
                        && problem.message().matches("(?s).*required:\\s+reference.*")
                ? Optional.of(
                        "instanceof asks what an object is, and a value of a primitive type is none: its type is known. (JDK 23 and later ask of these too, as a preview.)")
                : Optional.empty();
    }

    private static boolean isAsked(String source, Problem problem) {
        int end = (int) Math.max(0, Math.min(problem.end(), source.length()));
        return source.substring(end).matches("(?s)\\s*instanceof\\b.*");
    }

    private static String until(String instead, int since) {
        return "This kernel runs on JDK %d; himalia install, with JAVA_HOME set to a JDK of %d or later, makes one that runs on that. Here %s"
                .formatted(Runtime.version().feature(), since, instead);
    }
}
