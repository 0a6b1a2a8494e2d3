package himalia.kernel.advice;

import himalia.javac.Problem;
import himalia.kernel.java.Compiler;
import java.util.regex.Pattern;

/** What is static belongs to no object, and knows nothing of one. */
final class StaticSlips {
    private static final Pattern TYPE_VARIABLE = Pattern.compile("type variable (\\w+)");
    private static final Pattern OWN = Pattern.compile("variable (this|super) ");

    private static final Pattern FIELD =
            Pattern.compile("\\bstatic\\s+(?:(?:final|private|public|protected|volatile)\\s+)*\\z");

    /** A program begins in a method of this name that is static. */
    private static final Pattern METHOD =
            Pattern.compile("\\bstatic\\s[^;{}=()]*?(\\w+)\\s*\\([^()]*\\)[^;{}()]*\\{");

    private static final String METHOD_OF_OBJECT =
            "It belongs to an object: call it on one, made with new.";

    private static final Pattern CALLED =
            Pattern.compile(
                    "(?:[a-z]\\w*\\.)*((?:[A-Z]\\w*\\.)*[A-Z]\\w*)\\s*\\.\\s*([a-z]\\w*)(?s:.*)");

    private final Compiler compiler;
    private final String source;
    private final boolean inMain;
    private final String before;
    private final boolean isMethod;

    StaticSlips(Compiler compiler, String source, Problem problem) {
        this.compiler = compiler;
        this.source = source;
        this.before = source.substring(0, problem.startIn(source));
        this.isMethod = !source.substring(before.length()).matches("(?s)\\w+\\s+\\w+\\s*[=;,].*");
        this.inMain =
                METHOD.matcher(before)
                        .results()
                        .reduce((one, later) -> later)
                        .filter(method -> method.group(1).equals("main"))
                        .isPresent();
    }

    /**
     * Returns what to do about a name of objects where there is none.
     *
     * @param written what stands there
     */
    String ofObject(String said, String written) {
        var own = OWN.matcher(said);
        if (own.find() && !source.contains("static")) {
            return "Outside of a class there is no object, and so no " + own.group(1) + ".";
        }
        if (said.contains("variable this ") || said.contains("variable super ")) {
            return "A static method belongs to no object, so there is no this in it: "
                    + (inMain
                            ? "make an object in it with new."
                            : "take static away, or give it the object as a parameter.");
        }
        if (said.contains("record component ") && written.matches("\\w+\\.\\w+")) {
            return "It belongs to an object: %s is the method that gives it."
                    .formatted(written.replace(".", "::"));
        }
        var type = TYPE_VARIABLE.matcher(said);
        if (FIELD.matcher(before).find() && !isMethod) {
            return "What its < > names belongs to an object, and a static field to none: take static away, or write a type such as Object.";
        }
        return type.find()
                ? "%1$s belongs to an object, and a static method to none: write a type of its own, static <%1$s>, before what it returns."
                        .formatted(type.group(1))
                : said.contains("variable ") ? ofField(written) : ofMethod(written);
    }

    /** Of some types objects are not made with new: of interfaces, say. */
    private String ofMethod(String written) {
        var called = CALLED.matcher(written);
        if (!called.matches()) {
            return METHOD_OF_OBJECT;
        }
        var type = called.group(1);
        if (type.equals("Comparator") && called.group(2).equals("reversed")) {
            return "It turns the order of a comparator that is there: Comparator.comparing(x -> …).reversed(); Comparator.reverseOrder() is the one from large to small.";
        }
        return type.indexOf('.') < 0 && new TypeAsValue(compiler, source).isMade(type)
                ? METHOD_OF_OBJECT
                : "It belongs to an object: call it on one of type " + type + ".";
    }

    private String ofField(String written) {
        if (!written.matches("\\w+")) {
            return "It belongs to an object: write one before the dot, made with new.";
        }
        return "%1$s belongs to an object, and what is static to none: %2$s, or write an object before it, object.%1$s."
                .formatted(written, inMain ? "make " + written + " static" : "take static away");
    }
}
