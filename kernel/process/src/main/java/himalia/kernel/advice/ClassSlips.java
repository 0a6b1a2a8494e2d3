package himalia.kernel.advice;

import himalia.javac.Problem;
import himalia.kernel.cells.Cutter;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is wrong about how a class is declared, or about what belongs to it and what to its objects. */
final class ClassSlips {
    private static final Pattern WAS = Pattern.compile("was (public|protected|package)");

    /** Members of a type may not be given a value where they are declared twice. */
    private static final Pattern FIELD =
            Pattern.compile("already defined in (?:class|interface|enum|record|@interface) ");

    private static final Pattern CLASS = Pattern.compile("(?:[a-z]+\\s+)*class\\b");
    private static final Pattern NO_VALUES =
            Pattern.compile(
                    "(?:constructor ([\\w$]+) in (?s:.*)found:\\s+no arguments|no suitable constructor found for ([\\w$]+)\\(no arguments\\))");

    /** The class that is most made of an interface. */
    private static final Map<String, String> MADE =
            Map.of(
                    "List", "ArrayList",
                    "Map", "HashMap",
                    "Set", "HashSet",
                    "Collection", "ArrayList",
                    "Queue", "ArrayDeque",
                    "Deque", "ArrayDeque");

    /** A method that is declared void, or a constructor. */
    private static final Pattern HEAD =
            Pattern.compile(
                    "(?:\\b(void)\\s+\\w+|(?:[;{}]|\\b(?:public|private|protected))\\s*[A-Z]\\w*)\\s*\\([^()]*\\)[^;{}()]*\\{");

    private ClassSlips() {}

    /** Returns what to do about a method that a class has not, and must have. */
    static String lacking(String said, String declaration) {
        if (Pattern.compile("\\benum\\s").matcher(declaration).find()) {
            return "Write the method it names: once in the enum, or in braces behind each constant.";
        }
        return said.startsWith("<anonymous ") || declaration.contains("record ")
                ? "Write the method it names."
                : "Write the method it names, or make the class abstract.";
    }

    /** Returns what to do about a constructor that calls none of the class above, where that has none to be called so. */
    static Optional<String> above(Problem problem, String source) {
        var called = NO_VALUES.matcher(problem.message());
        int start = problem.startIn(source);
        boolean constructor = source.startsWith("{", start);
        if (!called.find() || !constructor && !CLASS.matcher(source.substring(start)).lookingAt()) {
            return Optional.empty();
        }
        var name = called.group(1) == null ? called.group(2) : called.group(1);
        return Optional.of(
                "%s is made with values: %s super(…);, which gives them."
                        .formatted(
                                name,
                                constructor
                                        ? "begin this constructor with"
                                        : "write a constructor that begins with"));
    }

    /** Whether a place is in a constructor, as far as the heads above it say. */
    static boolean isInConstructor(Problem problem, String source) {
        int at = problem.startIn(source);
        return HEAD.matcher(Cutter.bare(source).substring(0, at))
                .results()
                .reduce((one, later) -> later)
                .filter(head -> head.group(1) == null)
                .isPresent();
    }

    /** What may be seen of a method above may be seen of the same below. */
    static String wider(String said) {
        var was = WAS.matcher(said);
        var word = was.find() ? was.group(1) : "public";
        return word.equals("package")
                ? "Take private away: what may be seen above may be seen below."
                : "Write %1$s before it: what is %1$s above stays %1$s below.".formatted(word);
    }

    /** Returns what to do about a name that is declared twice. */
    static String twice(String said) {
        if (said.startsWith("method ") || said.startsWith("constructor ")) {
            return "Two of one name differ in the types of what they take: take one away, or change that, or its name.";
        }
        return said.startsWith("variable ") && !FIELD.matcher(said).find()
                ? "Choose another name, or leave the type out to give the variable that is there a new value."
                : "Choose another name, or take one away.";
    }

    /** Returns what to make in place of an object of a type that is abstract. */
    static String instantiated(String said, String source) {
        var name = said.replaceFirst(" is abstract.*", "").replaceFirst(".*\\.", "");
        if (Pattern.compile("\\benum\\s+" + Pattern.quote(name) + "\\b").matcher(source).find()) {
            return "Each constant needs the methods that %s lacks: once in the enum, or in braces behind it."
                    .formatted(name);
        }
        var made = MADE.get(name);
        return made == null
                ? "Make an object of a class that extends or implements " + name + "."
                : name + " says only what it can do; write new " + made + "<>().";
    }
}
