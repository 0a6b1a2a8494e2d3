package himalia.kernel.advice;

import himalia.javac.Problem;
import himalia.kernel.java.Compiler;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A package that is not there: a misspelt import, a misspelt name before a dot, or the package of a file pasted into a cell. */
final class MissingPackage {
    private static final Pattern TYPE = Pattern.compile("([\\w.]+?)\\.(\\p{Lu}\\w*)");

    private static final String OF_JAR =
            "No jar here has it; %maven group:artifact:version adds one.";

    /** Beginnings of packages that no other jar has; of javax most that are missing are of one. */
    private static final Set<String> OF_JDK = Set.of("java.", "himalia.");

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
                    ofImport(name, problem, source)
                            .or(() -> WhereToGet.of(name))
                            .orElse(
                                    OF_JAR
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
                                        false,
                                        Optional.empty(),
                                        compiler.path().preloadedTypes().named(first)))
                .or(() -> ofKnownRoot(name, problem, source))
                .or(
                        () ->
                                new KnownNames(compiler, "variable or class", first, source)
                                        .nearest(List.of())
                                        .map(near -> "Did you mean " + near + "?"))
                .or(() -> Optional.of(Undeclared.hint("variable", first, source, false)));
    }

    /** Returns what an import may have meant: a package that differs by a letter, else, of those that begin as no others do, what there is. */
    private Optional<String> ofImport(String name, Problem problem, String source) {
        return Slip.nearestPath(name, compiler.path().types().packages())
                .map(near -> "Did you mean " + near + "?")
                .or(
                        () ->
                                PackageAsValue.isRoot(name.replaceFirst("\\..*", ""))
                                                || holdsPackages(name)
                                        ? ofKnownRoot(name, problem, source)
                                        : Optional.empty());
    }

    private boolean holdsPackages(String name) {
        return compiler.path().preloadedTypes().packages().stream()
                .anyMatch(each -> each.startsWith(name + "."));
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
        boolean isOfJdk = OF_JDK.contains(root);
        var none =
                isType && holdsPackages(name)
                        ? "There is no type %s in %s".formatted(type.group(2), name)
                        : "There is no package " + name + " here";
        return (isType && isOfJdk ? moved(type.group(2), root, source) : Optional.<String>empty())
                .or(() -> isOfJdk ? sameLast(name, packages) : Optional.empty())
                .or(() -> Slip.nearestPath(name, packages))
                .map(near -> "Did you mean " + near + "?")
                .or(
                        () ->
                                isType && isOfJdk
                                        ? new PackageMember(compiler, source)
                                                .elsewhere(type.group(2), none)
                                        : Optional.empty())
                .or(() -> WhereToGet.of(name))
                .or(() -> Optional.of(isOfJdk ? none + "." : OF_JAR));
    }

    private Optional<String> moved(String type, String root, String source) {
        return new Importable(compiler, source)
                .types(type).stream().filter(each -> each.startsWith(root)).findFirst();
    }

    private static Optional<String> sameLast(String name, List<String> packages) {
        int dot = name.lastIndexOf('.');
        return dot < 0
                ? Optional.empty()
                : packages.stream().filter(each -> each.endsWith(name.substring(dot))).findFirst();
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
