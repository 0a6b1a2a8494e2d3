package himalia.kernel.advice;

import himalia.kernel.java.Compiler;
import java.util.Optional;
import java.util.regex.Pattern;

/** A type that a package has not: another one of it that is meant, or where one of that name is. */
final class PackageMember {
    private static final Pattern INSIDE = Pattern.compile("location:\\s+package ([\\w.]+)");

    private final Compiler compiler;
    private final String source;

    PackageMember(Compiler compiler, String source) {
        this.compiler = compiler;
        this.source = source;
    }

    /**
     * Returns what to do about a type that is not where it is looked for.
     *
     * @param said the compiler's message, which says of a package that it has none of the name
     */
    Optional<String> hint(String name, String said) {
        var found = INSIDE.matcher(said);
        if (!found.find() || !Character.isUpperCase(name.charAt(0))) {
            return Optional.empty();
        }
        var inside = found.group(1) + ".";
        var none = "There is no type %s in %s".formatted(name, found.group(1));
        return elsewhere(name, none)
                .or(() -> nearest(name, inside).map(near -> "Did you mean " + inside + near + "?"))
                .or(() -> Optional.of(none + "."));
    }

    /** Whether the compiler looks for a name in a package, where nothing is that a cell declares. */
    static boolean isMeant(String said) {
        return INSIDE.matcher(said).find();
    }

    /**
     * Returns where the type of a name is.
     *
     * @param none says that it is not where it is looked for
     */
    Optional<String> elsewhere(String name, String none) {
        return alone(name)
                .map(full -> "%s; %s alone, without import, is %s.".formatted(none, name, full))
                .or(
                        () ->
                                new Importable(compiler, source)
                                        .types(name).stream()
                                                .findFirst()
                                                .map(full -> "Did you mean " + full + "?"));
    }

    /** Returns the type that a name stands for by itself. */
    private Optional<String> alone(String name) {
        if (compiler.declared().contains(name)) {
            return Optional.empty();
        }
        return Importable.alone(compiler, name);
    }

    private Optional<String> nearest(String name, String inside) {
        var types = compiler.path().preloadedTypes();
        var known =
                types.simpleNames().stream()
                        .filter(each -> types.named(each).contains(inside + each))
                        .toList();
        return Slip.nearest(name, known);
    }
}
