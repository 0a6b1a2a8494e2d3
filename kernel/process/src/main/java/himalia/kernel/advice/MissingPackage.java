package himalia.kernel.advice;

import himalia.javac.Problem;
import himalia.kernel.java.Compiler;
import java.util.List;
import java.util.Optional;

/** A package that is not there: a misspelt import, a misspelt name before a dot, or the package of a file pasted into a cell. */
final class MissingPackage {
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
                .or(
                        () ->
                                new KnownNames(compiler, "variable or class", first, source)
                                        .nearest(List.of())
                                        .map(near -> "Did you mean " + near + "?"))
                .or(() -> Optional.of(MissingName.undeclared("variable", first, source, false)));
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
