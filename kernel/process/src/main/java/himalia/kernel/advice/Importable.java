package himalia.kernel.advice;

import himalia.kernel.cells.SourceNames;
import himalia.kernel.classpath.CompilerPath;
import himalia.kernel.java.Compiler;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The types that a hint offers to import. Of two hundred jars most have an {@code Item} or a {@code Node} of their own, which
 * nobody means: what is offered is public, and of a package that somebody who learns writes, or of a jar of the user's.
 */
final class Importable {
    private static final int MOST = 3;

    /** The packages, the likeliest first; behind a star those below are meant too. */
    private static final List<String> OFFERED =
            List.of(
                    "java.lang*",
                    "java.util*",
                    "java.io",
                    "java.math",
                    "java.net*",
                    "java.nio*",
                    "java.text",
                    "java.time*",
                    "java.sql",
                    "himalia.datatests",
                    "himalia.display.bundle*",
                    "himalia.display.chart",
                    "himalia.display.chart.mark",
                    "himalia.display.grid",
                    "himalia.display.widget",
                    "himalia.evaluation",
                    "himalia.experiments",
                    "himalia.features",
                    "himalia.featurestore",
                    "himalia.magics.spi",
                    "himalia.model",
                    "himalia.sampling",
                    "himalia.search*",
                    "himalia.serving",
                    "himalia.storage",
                    "himalia.streaming",
                    "himalia.table",
                    "himalia.training",
                    "himalia.transfer",
                    "tech.tablesaw*",
                    "ai.djl",
                    "ai.djl.basicdataset*",
                    "ai.djl.engine",
                    "ai.djl.inference",
                    "ai.djl.metric",
                    "ai.djl.ndarray*",
                    "ai.djl.nn*",
                    "ai.djl.repository.zoo",
                    "ai.djl.training*",
                    "ai.djl.translate",
                    "org.apache.flink.streaming.api*",
                    "org.apache.flink.api.common*",
                    "org.apache.flink.api.connector*",
                    "org.apache.flink.api.java.functions",
                    "org.apache.flink.api.java.tuple",
                    "org.apache.flink.connector*",
                    "org.apache.flink.configuration",
                    "org.apache.flink.util",
                    "org.knowm.xchart",
                    "org.apache.arrow.memory",
                    "org.apache.arrow.vector*",
                    "org.apache.arrow.dataset*",
                    "java.awt",
                    "java.awt.event",
                    "java.awt.geom",
                    "java.awt.image",
                    "java.security",
                    "javax.crypto",
                    "javax.imageio",
                    "javax.swing",
                    "javax.swing.event",
                    "com.sun.net.httpserver");

    /** Packages that a library keeps to itself, or took from another one. */
    private static final Pattern INSIDE =
            Pattern.compile(".*\\.(?:impl|internal|shaded?|relocated|repackaged|thirdparty)\\..*");

    /** A name of several words, or of capitals: one of a single word is what a student calls a class of their own. */
    private static final Pattern SEVERAL_WORDS = Pattern.compile(".+[A-Z].*");

    private static final Pattern PACKAGE = Pattern.compile("((?:[a-z_]\\w*\\.)+)[A-Z]");

    private final CompilerPath path;
    private final Set<String> near;

    /** Those that a compiler finds; in a source, whose variables say which packages it is about. */
    Importable(Compiler compiler, String source) {
        this.path = compiler.path();
        this.near =
                SourceNames.of(source).stream()
                        .flatMap(word -> compiler.cells().names().named(word.text()).stream())
                        .flatMap(each -> PACKAGE.matcher(each.type()).results())
                        .map(found -> found.group(1))
                        .collect(Collectors.toSet());
    }

    /** Returns how to import a type of a simple name; nothing where none is offered. */
    Optional<String> hint(String name) {
        var types = types(name);
        return types.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        types.stream()
                                .map(each -> "import " + each + ";")
                                .collect(
                                        Collectors.joining(
                                                "  or  ",
                                                name + " is not imported. Write above: ",
                                                "")));
    }

    /** Returns the types of a simple name that are offered, the likeliest first. */
    List<String> types(String name) {
        var near = offered(path.types().named(name));
        return near.isEmpty() ? offered(path.preloadedTypes().named(name)) : near;
    }

    /** Returns the same for a name that a declaration waits for: most often the student's own, to come in the next cell. */
    Optional<String> waiting(String name) {
        return SEVERAL_WORDS.matcher(name).matches() ? hint(name) : Optional.empty();
    }

    private List<String> offered(List<String> types) {
        return types.stream()
                .filter(this::isOffered)
                .sorted(
                        Comparator.comparing((String each) -> !near.contains(packageOf(each)))
                                .thenComparingInt(Importable::rank))
                .limit(MOST)
                .toList();
    }

    private boolean isOffered(String type) {
        return !INSIDE.matcher(type).matches()
                && (place(type) < OFFERED.size() ? path.isPublic(type) : path.isOfUser(type));
    }

    /** What the user asked for stands first. */
    private static int rank(String type) {
        int place = place(type);
        return place < OFFERED.size() ? place : -1;
    }

    private static String packageOf(String type) {
        return type.substring(0, type.lastIndexOf('.') + 1);
    }

    private static int place(String type) {
        var in = type.substring(0, type.lastIndexOf('.'));
        for (int i = 0; i < OFFERED.size(); i++) {
            var each = OFFERED.get(i);
            boolean below = each.endsWith("*");
            var name = below ? each.substring(0, each.length() - 1) : each;
            if (in.equals(name) || below && in.startsWith(name + ".")) {
                return i;
            }
        }
        return OFFERED.size();
    }

    /** Returns the type that a name stands for where no cell has declared one: what is imported, or of {@code java.lang}. */
    static Optional<String> alone(Compiler compiler, String name) {
        return compiler.imports()
                .type(name)
                .or(
                        () ->
                                compiler.path().types().named(name).stream()
                                        .filter(("java.lang." + name)::equals)
                                        .findFirst());
    }
}
