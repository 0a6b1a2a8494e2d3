package himalia.kernel.advice;

import himalia.javac.Problem;
import himalia.kernel.cells.Entry;
import himalia.kernel.java.Compiler;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An import of what cells declare, which is there by its name alone. */
final class OwnImport {
    private static final Pattern DOTTED = Pattern.compile("[\\w.]+");

    /** How that ends which is imported with a star. */
    private static final Pattern OPEN = Pattern.compile("\\.\\z");

    private OwnImport() {}

    /** Returns what to write in its place, where an import begins with a type that a cell declared. */
    static Optional<String> hint(Compiler compiler, String name, Problem problem, String source) {
        var whole = written(problem, source);
        return isImported(name, source)
                        && isType(compiler, name.replaceFirst("\\..*", ""))
                        && whole.lookingAt()
                ? Optional.of(
                        "What cells declare needs no import: write %s."
                                .formatted(
                                        OPEN.matcher(whole.group())
                                                .replaceFirst(".name, for the name of each")))
                : Optional.empty();
    }

    /** A variable or method may have the name that a package begins with, and nothing is imported from it. */
    private static boolean isType(Compiler compiler, String name) {
        return !compiler.session().types(name).isEmpty()
                || compiler.cells().names().named(name).stream()
                        .anyMatch(each -> each.kind() == Entry.Kind.TYPE);
    }

    static boolean isImported(String name, String source) {
        return Pattern.compile("import\\s+(static\\s+)?" + Pattern.quote(name))
                .matcher(source)
                .find();
    }

    /** Returns what looks for the name that begins where the compiler stumbles. */
    static Matcher written(Problem problem, String source) {
        int from = problem.startIn(source);
        return DOTTED.matcher(source.substring(from));
    }
}
