package himalia.kernel.advice;

import himalia.javac.Problem;
import himalia.kernel.cells.Cutter;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What stands behind extends and implements and is of the other kind, and how a record is made; a method without its body. */
final class Heads {
    private static final Pattern KIND =
            Pattern.compile("\\b(class|record|interface|enum)\\s+(\\w+)[^{};]*\\z");
    private static final Pattern EXTENDS = Pattern.compile("\\bextends\\b");
    private static final Pattern COMPACT = Pattern.compile("\\brecord\\s+(\\w+)");

    /** With these no method is abstract. */
    private static final Pattern MODIFIED =
            Pattern.compile("\\A[^;{}()]*\\b(?:private|static|final)\\b");

    private Heads() {}

    /** Returns what to do about a complaint of the compiler's, where it is about how a type is declared. */
    static Optional<String> hint(String code, Problem problem, String source) {
        return Optional.ofNullable(
                switch (code) {
                    case "no.intf.expected.here" -> above(problem, source);
                    case "intf.expected.here" -> implemented(problem, source);
                    case "cant.assign.val.to.var", "cant.assign.val.to.final.var" ->
                            isInCompact(problem, source)
                                    ? "A constructor of a record without ( ) gives its fields their values by itself, at its end: change the parameter, n = …, or take the line away."
                                    : null;
                    case "invalid.permits.clause" ->
                            problem.message().contains("must extend sealed")
                                    ? "Each type behind permits names this one in its own head, behind extends or implements."
                                    : null;
                    case "missing.meth.body.or.decl.abstract" -> bodiless(problem, source);
                    case "invalid.canonical.constructor.in.record" -> canonical(problem.message());
                    case "var.might.not.have.been.initialized" ->
                            source.startsWith("{", problem.startIn(source))
                                    ? "The constructor ends, and a final field has no value yet: write this.name = name; in it."
                                    : null;
                    default -> null;
                });
    }

    private static String bodiless(Problem problem, String source) {
        return Brackets.in(Cutter.bare(source)).around(problem.startIn(source)).isPresent()
                ? "Write its body: { … } in place of the semicolon"
                        + (MODIFIED.matcher(Advice.text(problem, source)).find()
                                ? "."
                                : "; or abstract before it, and before its class.")
                : "Write its body: { … } in place of the semicolon. Without one a method stands in an interface, or with abstract in an abstract class.";
    }

    /** Behind extends of a class stands an interface. */
    private static String above(Problem problem, String source) {
        var name = Advice.text(problem, source);
        var head = KIND.matcher(Cutter.bare(source).substring(0, problem.startIn(source)));
        return "An interface stands behind implements, a class behind extends"
                + (head.find() && name.matches("\\w+")
                        ? ": class " + head.group(2) + " implements " + name + "."
                        : ".");
    }

    /** Where an interface is needed stands a class. */
    private static String implemented(Problem problem, String source) {
        var name = Advice.text(problem, source);
        var head = KIND.matcher(Cutter.bare(source).substring(0, problem.startIn(source)));
        if (!head.find() || !name.matches("\\w+")) {
            return "A class stands behind extends, an interface behind implements.";
        }
        return switch (head.group(1)) {
            case "interface" -> name + " is a class, and above an interface stand only interfaces.";
            case "record", "enum" ->
                    "%s is a class, and %s %s extends none: let it hold one instead."
                            .formatted(
                                    name, head.group(1).equals("enum") ? "an" : "a", head.group(1));
            default ->
                    EXTENDS.matcher(head.group()).find()
                            ? name
                                    + " is a class, and a class extends one only: let it hold the other one in a field."
                            : "A class stands behind extends, an interface behind implements: class %s extends %s."
                                    .formatted(head.group(2), name);
        };
    }

    private static boolean isInCompact(Problem problem, String source) {
        var bare = Cutter.bare(source);
        int at = problem.startIn(source);
        if (!bare.substring(0, at).matches("(?s).*\\bthis\\s*\\.?\\s*")
                && !bare.startsWith("this", at)) {
            return false;
        }
        var around = Brackets.in(bare).around(at);
        var records = COMPACT.matcher(bare.substring(0, at));
        while (records.find()) {
            var own = Pattern.compile("(?<!record\\s)\\b" + records.group(1) + "\\s*\\z");
            if (around.isPresent() && own.matcher(bare.substring(0, around.get())).find()) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String canonical(String said) {
        if (said.contains("parameter names")) {
            return "Its parameters have the names of what the record holds: record Point(int x) { Point(int x) { this.x = x; } }.";
        }
        if (said.contains("stronger access")) {
            return "It may be called wherever the record is known: take private away.";
        }
        if (said.contains("return statements")) {
            return "It runs to its end: put what is left out into if (…) { … }.";
        }
        if (said.contains("explicit constructor invocation")) {
            return "It gives the fields their values, and calls no other constructor: take this(…) or super(…) away.";
        }
        return said.contains("throws")
                ? "It declares no exceptions: throw one that needs no throws, such as IllegalArgumentException."
                : null;
    }
}
