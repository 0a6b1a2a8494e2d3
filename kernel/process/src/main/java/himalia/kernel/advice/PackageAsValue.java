package himalia.kernel.advice;

import himalia.javac.Problem;
import himalia.kernel.cells.Entry;
import himalia.kernel.java.Compiler;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A dotted name that begins with a package, where a value belongs: how far it is one, and what it would have to go on with. */
final class PackageAsValue {
    private static final Pattern NAMELESS =
            Pattern.compile("cant\\.(?:resolve|deref)|doesnt\\.exist");

    /** First names of packages that a variable has seldom: org may be one that was lost. */
    private static final Set<String> ROOTS = Set.of("java", "javax", "himalia");

    private final Compiler compiler;
    private final String source;

    PackageAsValue(Compiler compiler, String source) {
        this.compiler = compiler;
        this.source = source;
    }

    /** Returns what to do about it; nothing where it begins with no package, or is imported. */
    Optional<String> hint(String code, Problem problem) {
        var written = OwnImport.written(problem, source);
        if (!NAMELESS.matcher(code).lookingAt() || !written.lookingAt() || isInImport(problem)) {
            return Optional.empty();
        }
        var names = written.group().split("\\.");
        if (!mayBePackage(names)) {
            return Optional.empty();
        }
        var types = compiler.path().preloadedTypes();
        var packages = types.packages();
        int count = 0;
        while (count < names.length && isPackage(first(names, count + 1), packages)) {
            count++;
        }
        if (count == 0 || count == 1 && !isRoot(names[0])) {
            return Optional.empty();
        }
        var known = first(names, count);
        var inside = known + ".";
        var next = count < names.length ? names[count] : "";
        boolean isType = types.named(next).contains(inside + next);
        if (isHidden(names[0])) {
            return count == 1
                    ? Optional.empty()
                    : Optional.of(hidden(names[0], isType && !isHidden(next) ? inside + next : ""));
        }
        if (isType) {
            return count == names.length - 1
                    ? new TypeAsValue(compiler, source).hint(next)
                    : Optional.empty();
        }
        if (next.isEmpty()) {
            return Optional.of(
                    known + " is a package, and no value: behind its dot stands a type of it.");
        }
        // Where more stands behind it, it is a package that is written wrongly.
        return count < names.length - 1 || Character.isUpperCase(next.charAt(0))
                ? Optional.empty()
                : Optional.of(
                        "%s is a package, and has no %s: behind its dot stands a type of it."
                                .formatted(known, next));
    }

    /** Whether a name is the first one of packages, and of nothing else. */
    static boolean isRoot(String name) {
        return ROOTS.contains(name);
    }

    private boolean isInImport(Problem problem) {
        int start = problem.startIn(source);
        return source.substring(0, start).matches("(?s).*\\bimport\\s+(?:static\\s+)?");
    }

    /** Reading what packages there are takes a while, and most names are of variables. */
    private boolean mayBePackage(String[] names) {
        return names.length > 0
                && names[0].matches("[a-z].*")
                && (names.length > 1 || isRoot(names[0]))
                && (names.length > 2 || !isHidden(names[0]));
    }

    private static String first(String[] names, int count) {
        return String.join(".", Arrays.copyOf(names, count));
    }

    /** What holds nothing but packages is one, too. */
    private static boolean isPackage(String name, List<String> packages) {
        return packages.stream().anyMatch(each -> (each + ".").startsWith(name + "."));
    }

    /** Whether a variable or type is meant by a name, of the cell or of one before it. */
    private boolean isHidden(String name) {
        return !compiler.cells().names().named(name).stream()
                        .allMatch(each -> each.kind() == Entry.Kind.METHOD)
                || Pattern.compile(Mistake.TYPE + Pattern.quote(name) + "\\s*[=;,):]")
                        .matcher(source)
                        .find();
    }

    private String hidden(String name, String type) {
        boolean isType =
                compiler.cells().names().named(name).stream()
                        .anyMatch(each -> each.kind() == Entry.Kind.TYPE);
        var kind = isType ? "type" : "variable";
        var way =
                type.isEmpty()
                        ? "Give"
                        : "Write above: import %s; then %s stands alone; or give"
                                .formatted(type, type.substring(type.lastIndexOf('.') + 1));
        return "%1$s is a %2$s here, and hides the package. %3$s the %2$s another name, and forget this one by %%reset."
                .formatted(name, kind, way);
    }
}
