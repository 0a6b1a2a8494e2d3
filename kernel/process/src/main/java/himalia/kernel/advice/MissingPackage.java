package himalia.kernel.advice;

import himalia.javac.Problem;
import himalia.kernel.java.Compiler;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A package that is not there: a misspelt import, a misspelt name before a dot, or the package of a file pasted into a cell. */
final class MissingPackage {
    private static final Pattern INSIDE = Pattern.compile("location:\\s+package ([\\w.]+)");

    private static final Pattern TYPE = Pattern.compile("([\\w.]+?)\\.(\\p{Lu}\\w*)");

    private final Compiler compiler;

    MissingPackage(Compiler compiler) {
        this.compiler = compiler;
    }

    /**
     * Returns what to do about it.
     *
     * @param before how many lines of the cell stand before the source
     */
    Optional<String> advice(String name, Problem problem, String source, int before) {
        var own = ofOwnPackage(name, problem, source);
        if (own.isPresent()) {
            return own;
        }
        var needless = OwnImport.hint(compiler, name, problem, source);
        if (needless.isPresent()) {
            return needless;
        }
        if (OwnImport.isImported(name, source)) {
            return Optional.of(
                    Slip.nearest(name, compiler.path().types().packages())
                            .map(near -> "Did you mean " + near + "?")
                            .or(() -> WhereToGet.of(name))
                            .orElse(
                                    "No jar here has it; %maven group:artifact:version adds one."
                                            + (source.stripLeading().startsWith("package ")
                                                    ? " A file of your own is run in a cell before."
                                                    : "")));
        }
        var first = name.replaceFirst("\\..*", "");
        return new MissingName(compiler)
                .waits(first)
                .or(() -> OutOfScope.hint(first, problem.start(), source, before))
                .or(
                        () ->
                                LostName.hint(
                                        compiler.session(),
                                        "variable",
                                        first,
                                        Optional.empty(),
                                        compiler.path().preloadedTypes().named(first)))
                .or(() -> ofKnownRoot(name, problem, source))
                .or(
                        () ->
                                new KnownNames(compiler, "variable or class", first, source)
                                        .nearest(List.of())
                                        .map(near -> "Did you mean " + near + "?"))
                .or(() -> Optional.of(MissingName.undeclared("variable", first, source, false)));
    }

    /** Returns that a package, which is there, has no such type, or the one that was meant. */
    static Optional<String> type(Compiler compiler, String name, String said) {
        var found = INSIDE.matcher(said);
        if (!found.find() || !Character.isUpperCase(name.charAt(0))) {
            return Optional.empty();
        }
        var types = compiler.path().preloadedTypes();
        var inside = found.group(1) + ".";
        var known =
                types.simpleNames().stream()
                        .filter(each -> types.named(each).contains(inside + each))
                        .toList();
        return Slip.nearest(name, known)
                .map(near -> "Did you mean " + inside + near + "?")
                .or(
                        () ->
                                Optional.of(
                                        "There is no type %s in %s."
                                                .formatted(name, found.group(1))));
    }

    /** A name that begins as packages do is a package, which nobody declares: it, or one of its classes, has another name. */
    private Optional<String> ofKnownRoot(String name, Problem problem, String source) {
        var root = name.replaceFirst("\\..*", "") + ".";
        var types = compiler.path().preloadedTypes();
        var packages = types.packages().stream().filter(each -> each.startsWith(root)).toList();
        var whole = OwnImport.written(problem, source);
        var type = TYPE.matcher(whole.lookingAt() ? whole.group() : "");
        boolean isType = type.lookingAt() && type.group(1).equals(name);
        if (packages.isEmpty() || !(isType || name.contains("."))) {
            return Optional.empty();
        }
        var last = name.substring(name.lastIndexOf('.'));
        var moved =
                (isType ? types.named(type.group(2)) : List.<String>of())
                        .stream().filter(each -> each.startsWith(root)).findFirst();
        return moved.or(() -> packages.stream().filter(each -> each.endsWith(last)).findFirst())
                .or(() -> Slip.nearest(name, packages))
                .map(near -> "Did you mean " + near + "?")
                .or(() -> WhereToGet.of(name))
                .or(() -> Optional.of("There is no package " + name + " here."));
    }

    /** What a file of a package names that was pasted into a cell: no jar is missing. */
    private Optional<String> ofOwnPackage(String name, Problem problem, String source) {
        var packages = compiler.session().packages();
        var own = packages.has(name) ? Optional.of(name) : packages.of(name);
        var type = OwnImport.written(problem, source);
        return own.filter(each -> type.find() && type.group().startsWith(each + "."))
                .map(each -> type.group().substring(each.length() + 1).replaceFirst("\\..*", ""))
                .filter(each -> Character.isUpperCase(each.charAt(0)))
                .map(
                        each ->
                                compiler.declared().contains(each)
                                        ? "What cells declare is in no package: write %s."
                                                .formatted(each)
                                        : "Of the package %s, as files in cells say, no cell has declared %s yet: run the one that does first."
                                                .formatted(own.get(), each));
    }
}
