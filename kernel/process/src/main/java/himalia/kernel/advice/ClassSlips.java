package himalia.kernel.advice;

import himalia.javac.Problem;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is wrong about how a class is declared, or about what belongs to it and what to its objects. */
final class ClassSlips {
    private static final Pattern TYPE_VARIABLE = Pattern.compile("type variable (\\w+)");
    private static final Pattern OWN = Pattern.compile("variable (this|super) ");
    private static final Pattern WAS = Pattern.compile("was (public|protected|package)");
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

    private static final String METHOD_OF_OBJECT =
            "It belongs to an object: call it on one, made with new.";

    private ClassSlips() {}

    /** Returns what to do about a method that a class has not, and must have. */
    static String lacking(String said, String declaration) {
        return said.startsWith("<anonymous ") || declaration.contains("record ")
                ? "Write the method it names."
                : "Write the method it names, or make the class abstract.";
    }

    /** Returns what to do about a constructor that calls none of the class above, where that has none to be called so. */
    static Optional<String> above(Problem problem, String source) {
        var called = NO_VALUES.matcher(problem.message());
        int start = (int) Math.max(0, Math.min(problem.start(), source.length()));
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
        return said.startsWith("variable ")
                ? "Choose another name, or leave the type out to give the variable that is there a new value."
                : "Choose another name, or take one away.";
    }

    /** What is static belongs to no object, and knows nothing of one. */
    static String ofObject(String said, String written, String source) {
        var own = OWN.matcher(said);
        if (own.find() && !source.contains("static")) {
            return "Outside of a class there is no object, and so no " + own.group(1) + ".";
        }
        if (said.contains("variable this ") || said.contains("variable super ")) {
            return "A static method belongs to no object, so there is no this in it: take static away, or give it the object as a parameter.";
        }
        var type = TYPE_VARIABLE.matcher(said);
        return type.find()
                ? "%1$s belongs to an object, and a static method to none: write a type of its own, static <%1$s>, before what it returns."
                        .formatted(type.group(1))
                : said.contains("variable ") ? ofField(written) : METHOD_OF_OBJECT;
    }

    private static String ofField(String written) {
        return written.matches("\\w+")
                ? "%1$s belongs to an object, and what is static to none: take static away, or write an object before it, object.%1$s."
                        .formatted(written)
                : "It belongs to an object: write one before the dot, made with new.";
    }

    /** Returns what to make in place of an object of a type that is abstract. */
    static String instantiated(String said) {
        var name = said.replaceFirst(" is abstract.*", "").replaceFirst(".*\\.", "");
        var made = MADE.get(name);
        return made == null
                ? "Make an object of a class that extends or implements " + name + "."
                : name + " says only what it can do; write new " + made + "<>().";
    }
}
