package himalia.kernel.advice;

import himalia.kernel.cells.Cutter;
import himalia.kernel.cells.Entry;
import himalia.kernel.java.Compiler;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** A type where a value belongs: what is got from it depends on what kind of type it is. */
final class TypeAsValue {
    private static final String NEW = "new %1$s(…) makes an object of it.";
    private static final String CONSTANTS = "%1$s.values() gives all its constants.";
    private static final String ABOVE =
            "its objects are made of a class that extends or implements it.";
    private static final String STATIC = "its methods are called by its name, %1$s.name(…).";

    private static final String GIVEN = "a static method of %1$s gives an object.";

    private final Compiler compiler;
    private final String source;

    TypeAsValue(Compiler compiler, String source) {
        this.compiler = compiler;
        this.source = source;
    }

    /** Returns what to write in place of a name, where that is a type's. */
    Optional<String> hint(String name) {
        if (!Character.isUpperCase(name.charAt(0))) {
            return Optional.empty();
        }
        if (Pattern.compile("\\bhelp\\s*\\(\\s*" + name + "\\b").matcher(source).find()) {
            return Optional.of("For help on a name write " + name + "?.");
        }
        return ofCells(name)
                .or(() -> ofJdk(name))
                .map(way -> (name + " is a type, and no value: " + way).formatted(name));
    }

    /** Returns what is done with a type of which nothing makes an object. */
    Optional<String> noCall(String name) {
        return ofCells(name)
                .or(() -> ofJdk(name))
                .filter(way -> !way.equals(NEW) && !way.equals(GIVEN))
                .map(way -> (name + " is a type, and no method: " + way).formatted(name));
    }

    /** Whether objects of a type are made with new, as far as is known. */
    boolean isMade(String name) {
        return ofCells(name).or(() -> ofJdk(name)).filter(each -> !each.equals(NEW)).isEmpty();
    }

    /** Whether the cell or one before it declares a type. */
    private Optional<String> ofCells(String name) {
        return kind(Cutter.bare(source), name)
                .or(
                        () ->
                                compiler.cells().names().named(name).stream()
                                        .filter(each -> each.kind() == Entry.Kind.TYPE)
                                        .findFirst()
                                        .map(
                                                each ->
                                                        kind(Cutter.bare(each.source()), name)
                                                                .orElse(NEW)));
    }

    private static Optional<String> kind(String bare, String name) {
        var found =
                Pattern.compile(
                                "((?:\\babstract\\s+)?)\\b(class|enum|interface|record)\\s+"
                                        + Pattern.quote(name)
                                        + "\\b")
                        .matcher(bare);
        if (!found.find()) {
            return Optional.empty();
        }
        boolean above = found.group(2).equals("interface") || !found.group(1).isEmpty();
        return Optional.of(above ? ABOVE : found.group(2).equals("enum") ? CONSTANTS : NEW);
    }

    private Optional<String> ofJdk(String name) {
        return Importable.alone(compiler, name).map(TypeAsValue::way);
    }

    /** Returns what to do about a type whose constructor is private, or protected. */
    static String notMade(String said, String name, String access) {
        var full = said.replaceFirst("(?s).* access in ", "").strip();
        return way(full).equals(STATIC)
                ? ("No object is made of %1$s: " + STATIC).formatted(name)
                : "Its constructor is "
                        + access
                        + ": look for a static method of "
                        + name
                        + " that gives an object.";
    }

    /** Whether it has a constructor that is still meant to be called, as Integer has not. */
    private static boolean isMade(Class<?> type) {
        return Arrays.stream(type.getConstructors())
                .anyMatch(each -> !each.isAnnotationPresent(Deprecated.class));
    }

    private static boolean gives(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .anyMatch(
                        each ->
                                Modifier.isStatic(each.getModifiers())
                                        && each.getReturnType().equals(type));
    }

    private static String way(String full) {
        try {
            var type = Class.forName(full, false, ClassLoader.getPlatformClassLoader());
            if (type.isEnum()) {
                return CONSTANTS;
            }
            boolean above = type.isInterface() || Modifier.isAbstract(type.getModifiers());
            return above ? ABOVE : isMade(type) ? NEW : gives(type) ? GIVEN : STATIC;
        } catch (ClassNotFoundException | LinkageError e) {
            // A library's: how its objects are made its page says.
            return "its page, %1$s?, says how an object of it is made.";
        }
    }
}
