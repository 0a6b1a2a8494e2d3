package himalia.kernel.advice;

import himalia.javac.Problem;
import himalia.kernel.cells.Cells;
import himalia.kernel.cells.Entry;
import himalia.kernel.java.Compiler;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A type that cells declare, and that hides one which would be named without import: said where that is why a line fails. */
final class HiddenType {
    private static final Pattern PLAIN =
            Pattern.compile("type ([\\w.$]+) does not take parameters");
    private static final Pattern MISSING =
            Pattern.compile(
                    "symbol:\\s+(method|variable) (\\w+)(?s:.*)location:\\s+(?:class|interface|variable \\w+ of type) ([\\w.$]+)");
    private static final Pattern CONVERTED =
            Pattern.compile("([\\w.$]+)(?:<.*>)? cannot be converted to ([\\w.$]+)");
    private static final Pattern MADE =
            Pattern.compile(
                    "constructor \\w+ in \\w+ ([\\w.$]+) cannot be applied(?s:.*)found:\\s+(.*)");

    private static final Map<String, Class<?>> PRIMITIVES =
            Map.of(
                    "int", Integer.class,
                    "double", Double.class,
                    "boolean", Boolean.class,
                    "char", Character.class,
                    "long", Long.class,
                    "float", Float.class);

    private final Compiler compiler;
    private final String source;

    HiddenType(Compiler compiler, String source) {
        this.compiler = compiler;
        this.source = source;
    }

    /** Returns which type is meant here, and how the other one is named, where that one would do. */
    Optional<String> hint(Problem problem) {
        var said = problem.message();
        var plain = PLAIN.matcher(said);
        if (plain.find()) {
            return other(plain.group(1), each -> each.getTypeParameters().length > 0);
        }
        var missing = MISSING.matcher(said);
        if (missing.find()) {
            boolean method = missing.group(1).equals("method");
            return other(missing.group(3), each -> has(each, method, missing.group(2)));
        }
        var made = MADE.matcher(said);
        if (made.find()) {
            return other(made.group(1), each -> isMadeWith(each, made.group(2)));
        }
        var converted = CONVERTED.matcher(said);
        if (!converted.find()) {
            return Optional.empty();
        }
        var from = converted.group(1);
        var to = converted.group(2);
        return other(to, each -> loaded(from).anyMatch(each::isAssignableFrom))
                .or(
                        () ->
                                other(
                                        from,
                                        each ->
                                                loaded(to)
                                                        .anyMatch(
                                                                type ->
                                                                        type.isAssignableFrom(
                                                                                each))))
                .or(() -> ofLibrary(to, from));
    }

    /** One that comes from a library's jar is told by its name alone. */
    private Optional<String> ofLibrary(String own, String full) {
        return hidden(own).filter(full::equals).map(each -> words(simple(own), each));
    }

    private Optional<String> other(String own, Predicate<Class<?>> wouldDo) {
        return hidden(own)
                .flatMap(full -> loaded(full).findFirst())
                .filter(wouldDo)
                .map(each -> words(simple(own), each.getName()));
    }

    private static String words(String name, String other) {
        return "%s is the type that a cell declares here; the other one is written %s."
                .formatted(name, other);
    }

    /** Returns the type that the name of a cell's type stood for before. */
    private Optional<String> hidden(String own) {
        var name = simple(own);
        boolean ofCells = own.equals(name) || own.startsWith(Cells.PACKAGE + ".");
        return ofCells && isDeclared(name)
                ? compiler.imports()
                        .type(name)
                        .or(() -> loaded("java.lang." + name).map(Class::getName).findFirst())
                : Optional.empty();
    }

    private boolean isDeclared(String name) {
        return compiler.cells().names().named(name).stream()
                        .anyMatch(each -> each.kind() == Entry.Kind.TYPE)
                || Pattern.compile(
                                "\\b(?:class|interface|enum|record)\\s+"
                                        + Pattern.quote(name)
                                        + "\\b")
                        .matcher(source)
                        .find();
    }

    private static String simple(String full) {
        return full.substring(Math.max(full.lastIndexOf('.'), full.lastIndexOf('$')) + 1);
    }

    private static boolean has(Class<?> type, boolean method, String name) {
        return method
                ? Arrays.stream(type.getMethods()).anyMatch(each -> each.getName().equals(name))
                : Arrays.stream(type.getFields()).anyMatch(each -> each.getName().equals(name));
    }

    private static boolean isMadeWith(Class<?> type, String values) {
        int count = values.strip().equals("no arguments") ? 0 : values.split(",(?![^<]*>)").length;
        return Arrays.stream(type.getConstructors())
                .map(Constructor::getParameterCount)
                .anyMatch(each -> each == count);
    }

    private static Stream<Class<?>> loaded(String full) {
        var primitive = PRIMITIVES.get(full);
        if (primitive != null) {
            return Stream.of(primitive);
        }
        try {
            return Stream.of(Class.forName(full, false, ClassLoader.getPlatformClassLoader()));
        } catch (ClassNotFoundException | LinkageError e) {
            return Stream.empty();
        }
    }
}
