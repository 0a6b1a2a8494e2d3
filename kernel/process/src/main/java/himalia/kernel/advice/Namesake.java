package himalia.kernel.advice;

import himalia.javac.Problem;
import himalia.kernel.java.Compiler;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** A type that stands for another one of the same name, because of what was imported. */
final class Namesake {
    private static final Pattern PLAIN = Pattern.compile("type ([\\w.]+) does not take parameters");
    private static final Pattern MISSING =
            Pattern.compile(
                    "symbol:\\s+method (\\w+)(?s:.*)location:\\s+(?:class|interface) ([\\w.]+)");
    private static final Pattern CONVERTED =
            Pattern.compile("java\\.util\\.[\\w.]+(?:<.*>)? cannot be converted to ([\\w.]+)");
    private static final Pattern AMBIGUOUS =
            Pattern.compile(
                    "reference to (\\w+) is ambiguous\\s+both (?:class|interface) ([\\w.]+) in \\S+ and (?:class|interface) ([\\w.]+) in");

    private final Compiler compiler;

    Namesake(Compiler compiler) {
        this.compiler = compiler;
    }

    /** Returns which type it is, and how the other one is named, where that is why the compiler complains. */
    Optional<String> hint(Problem problem) {
        var said = problem.message();
        var ambiguous = AMBIGUOUS.matcher(said);
        if (ambiguous.find()) {
            var second = ambiguous.group(3);
            var meant = second.startsWith("java.util.") ? second : ambiguous.group(2);
            return Optional.of(
                    "Two packages that are imported have one: import %1$s; above says which is meant, or write %1$s."
                            .formatted(meant));
        }
        var plain = PLAIN.matcher(said);
        if (plain.find()) {
            return other(plain.group(1))
                    .filter(each -> each.getTypeParameters().length > 0)
                    .map(each -> words(plain.group(1), each));
        }
        var missing = MISSING.matcher(said);
        if (missing.find()) {
            return other(missing.group(2))
                    .filter(each -> has(each, missing.group(1)))
                    .map(each -> words(missing.group(2), each));
        }
        var converted = CONVERTED.matcher(said);
        return converted.find()
                ? other(converted.group(1)).map(each -> words(converted.group(1), each))
                : Optional.empty();
    }

    private static boolean has(Class<?> type, String method) {
        return Arrays.stream(type.getMethods()).anyMatch(each -> each.getName().equals(method));
    }

    private static String words(String full, Class<?> other) {
        return "%1$s is %2$s here, as was imported: import %3$s; above takes the other one, or write %3$s."
                .formatted(other.getSimpleName(), full, other.getName());
    }

    /** The type of java.util that the simple name stands for where nothing is imported. */
    private Optional<Class<?>> other(String full) {
        if (full.indexOf('.') < 0) {
            return Optional.empty();
        }
        return compiler.imports()
                .type(full.substring(full.lastIndexOf('.') + 1))
                .filter(each -> each.startsWith("java.util.") && !each.equals(full))
                .flatMap(Namesake::named);
    }

    private static Optional<Class<?>> named(String full) {
        try {
            return Optional.of(Class.forName(full, false, ClassLoader.getPlatformClassLoader()));
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
    }
}
