package himalia.kernel.java;

import himalia.kernel.cells.Cells;
import himalia.kernel.cells.Named;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Signatures as people write them: types without their packages. */
public final class SimpleNames {
    /** A package begins small, a type large; a method's own type stands before it with a dot and stays. */
    private static final Pattern PACKAGE = Pattern.compile("\\b(?:[a-z_][a-z0-9_]*\\.)+(?=[A-Z])");

    /** A type with its package. */
    private static final Pattern TYPE =
            Pattern.compile("(?<![\\w.$])((?:[a-z_][a-z0-9_]*\\.)*)([A-Z]\\w*)");

    private static final Pattern CELL = Pattern.compile(Cells.PACKAGE + "\\.\\$\\w+\\.");

    /** What libraries note at types for tools. */
    private static final Pattern MARK =
            Pattern.compile(
                    "@(?:[\\w.]+\\.)?(?:Nullable|NonNull|NotNull|Nonnull|CheckForNull)\\s+(?=\\S)");

    private SimpleNames() {}

    /** Returns a text of the compiler's without the packages before types, but where two are of one name. */
    public static String in(String text) {
        var signature = Named.inWords(MARK.matcher(text).replaceAll(""));
        var twice = twice(signature);
        return PACKAGE.matcher(signature)
                .replaceAll(
                        found -> {
                            var name =
                                    TYPE.matcher(signature).region(found.end(), signature.length());
                            return name.lookingAt() && twice.contains(name.group(2))
                                    ? found.group()
                                    : "";
                        });
    }

    /** The simple names that stand for more than one type. */
    private static Set<String> twice(String signature) {
        Map<String, String> packages = new HashMap<>();
        var twice = new HashSet<String>();
        TYPE.matcher(CELL.matcher(signature).replaceAll("cell."))
                .results()
                .forEach(
                        found -> {
                            var in = found.group(1);
                            var before =
                                    in.isEmpty() ? null : packages.putIfAbsent(found.group(2), in);
                            if (before != null && !before.equals(in)) {
                                twice.add(found.group(2));
                            }
                        });
        return twice;
    }
}
