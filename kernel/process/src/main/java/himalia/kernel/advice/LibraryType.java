package himalia.kernel.advice;

import himalia.javac.Problem;
import himalia.kernel.cells.Cutter;
import himalia.kernel.java.Compiler;
import java.util.Optional;
import java.util.regex.Pattern;

/** A type of the library that needs no import, in a class of one's own that may mean another one, to be declared later. */
final class LibraryType {
    private static final Pattern LACKING =
            Pattern.compile(
                    "symbol:(?s:.*)location:\\s+(?:class|interface|variable \\w+ of type) ([\\w.$]+)"
                            + "|type ([\\w.$]+) does not take parameters"
                            + "|constructor \\w+ in \\w+ ([\\w.$]+)(?:<\\w+>)? cannot be applied"
                            + "|([\\w.$]+) is abstract; cannot be instantiated");

    private static final Pattern DECLARED =
            Pattern.compile("\\b(?:class|interface|enum|record)\\s+\\w");

    private final Compiler compiler;
    private final String source;

    LibraryType(Compiler compiler, String source) {
        this.compiler = compiler;
        this.source = source;
    }

    /** Returns whose the type is, and how one's own comes in its place, where a class of a cell lacks something of it. */
    Optional<String> hint(Problem problem) {
        var lacking = LACKING.matcher(problem.message());
        int at = problem.startIn(source);
        if (!lacking.find() || !DECLARED.matcher(Cutter.bare(source.substring(0, at))).find()) {
            return Optional.empty();
        }
        for (int i = 1; i <= lacking.groupCount(); i++) {
            if (lacking.group(i) != null) {
                return words(lacking.group(i));
            }
        }
        return Optional.empty();
    }

    private Optional<String> words(String type) {
        var name = type.substring(type.lastIndexOf('.') + 1);
        return compiler.imports()
                .type(name)
                .filter(
                        full ->
                                !full.startsWith("java.")
                                        && !compiler.cells().imports().contains(full))
                .filter(full -> type.equals(name) || type.equals(full))
                .filter(full -> compiler.cells().names().named(name).isEmpty())
                .map(
                        full ->
                                "%s is %s here, which needs no import; where a class of your own is meant, declare that first, in a cell above or in this one."
                                        .formatted(name, full));
    }
}
