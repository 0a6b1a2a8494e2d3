package himalia.kernel.advice;

import himalia.javac.Problem;
import himalia.kernel.cells.Entry;
import himalia.kernel.java.Compiler;
import java.util.Optional;
import java.util.regex.Pattern;

/** A variable that has the name of a type, where the type is meant, as in {@code int List = 5; List.of(1)}. */
final class HidingVariable {
    private static final Pattern NAME = Pattern.compile("\\A([A-Z]\\w*)\\s*\\.\\s*(\\w+)");

    private final Compiler compiler;

    HidingVariable(Compiler compiler) {
        this.compiler = compiler;
    }

    /** Returns what to do about a complaint of the compiler's, where such a variable is why. */
    Optional<String> hint(String code, Problem problem, String source) {
        var name = NAME.matcher(Advice.text(problem, source));
        if (!code.equals("cant.deref") && !code.startsWith("cant.resolve") || !name.find()) {
            return Optional.empty();
        }
        var variable = name.group(1);
        return compiler.cells()
                .names()
                .variable(variable)
                .flatMap(
                        entry ->
                                Importable.alone(compiler, variable)
                                        .map(type -> said(variable, entry.type(), way(type))));
    }

    /** How the type is written, where no variable hides its package, too. */
    private String way(String type) {
        var root = type.replaceFirst("\\..*", "");
        boolean isHidden =
                compiler.cells().names().named(root).stream()
                        .anyMatch(each -> each.kind() != Entry.Kind.METHOD);
        return isHidden ? "" : ": that is written " + type;
    }

    private static String said(String name, String type, String hidden) {
        return "%s is a variable that a cell declares, of type %s, and hides the type%s. Give the variable a name that begins small, and forget this one by %%reset."
                .formatted(name, type, hidden);
    }
}
