package himalia.kernel.advice;

import himalia.display.bundle.Listed;
import himalia.kernel.cells.Cutter;
import himalia.kernel.cells.Entry;
import himalia.kernel.cells.LocalNames;
import himalia.kernel.java.Compiler;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What makes an object of a type that is known by its simple name: new, or a static method. */
final class Makers {
    /** Those that can be read in a line. */
    private static final int MOST = 4;

    private static final String ABSTRACT =
            "\\b(?:abstract\\s[^;{}()]*class|interface|enum)\\s+%s\\b";
    private static final String CLASS = "\\b(?:class|record|interface|enum)\\s+%s\\b";
    private static final String CONSTRUCTOR =
            "(?:\\A|[;{}]|\\b(?:public|protected))\\s*%s\\s*\\(([^)]*)\\)\\s*(?:\\{|throws\\b)";
    private static final String HIDDEN_CONSTRUCTOR = "\\bprivate\\s+%s\\s*\\(";
    private static final String STATIC = "\\bstatic\\s[^;{}()=]*\\b(%s)\\s*\\(";

    private final String name;
    private final Optional<String> text;
    private final Optional<Class<?>> type;

    Makers(Compiler compiler, String source, String name) {
        this.name = name;
        this.text = text(compiler, Cutter.bare(source), name);
        this.type =
                text.isPresent()
                        ? Optional.empty()
                        : Importable.alone(compiler, name).flatMap(Makers::loaded);
    }

    /** Returns from where the cell, or one before it, declares a type. */
    private static Optional<String> text(Compiler compiler, String bare, String name) {
        var declared = Pattern.compile(CLASS.formatted(Pattern.quote(name)));
        return Stream.concat(
                        Stream.of(bare),
                        compiler.cells().names().named(name).stream()
                                .filter(each -> each.kind() == Entry.Kind.TYPE)
                                .map(each -> Cutter.bare(each.source())))
                .filter(each -> declared.matcher(each).find())
                .findFirst();
    }

    private static Optional<Class<?>> loaded(String full) {
        try {
            return Optional.of(Class.forName(full, false, ClassLoader.getPlatformClassLoader()));
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
    }

    /** Whether anything is known of such a type. */
    boolean isType() {
        return text.isPresent() || type.isPresent();
    }

    /** Whether new makes one, given the right values. */
    boolean byNew() {
        return text.map(
                        each ->
                                !has(each, ABSTRACT)
                                        && (!has(each, HIDDEN_CONSTRUCTOR)
                                                || has(each, CONSTRUCTOR)))
                .or(() -> type.map(each -> isMade(each, false)))
                .orElse(false);
    }

    /** Whether new makes one that is given nothing. */
    boolean byNewAlone() {
        return byNew()
                && text.map(this::isMadeAlone)
                        .or(() -> type.map(each -> isMade(each, true)))
                        .orElse(false);
    }

    private boolean isMadeAlone(String each) {
        var made = pattern(CONSTRUCTOR).matcher(each).results().toList();
        return made.isEmpty()
                ? !has(each, "\\brecord\\s+%s\\b\\s*(?:<[^(){}]*>\\s*)?\\(\\s*[^\\s)]")
                : made.stream().anyMatch(found -> found.group(1).isBlank());
    }

    private static boolean isMade(Class<?> type, boolean alone) {
        return !type.isEnum()
                && !Modifier.isAbstract(type.getModifiers())
                && Arrays.stream(type.getConstructors())
                        .filter(each -> !alone || each.getParameterCount() == 0)
                        .anyMatch(each -> !each.isAnnotationPresent(Deprecated.class));
    }

    /** Whether a static method of it has a name. */
    boolean hasStatic(String method) {
        return text.map(
                        each ->
                                Pattern.compile(STATIC.formatted(Pattern.quote(method)))
                                        .matcher(each)
                                        .find())
                .or(() -> type.map(each -> statics(each).anyMatch(method::equals)))
                .orElse(false);
    }

    /** Returns how one is made where new does not: by static methods of it, as far as there are any. */
    Optional<String> factories() {
        var all =
                text.map(
                                each ->
                                        Pattern.compile(
                                                        "\\bstatic\\s+(?:final\\s+)?"
                                                                + Pattern.quote(name)
                                                                + "(?:<[^;(){}]*>)?\\s+(\\w+)\\s*\\(")
                                                .matcher(each)
                                                .results()
                                                .map(found -> found.group(1)))
                        .or(() -> type.map(Makers::making))
                        .orElse(Stream.empty())
                        .distinct()
                        // Those of short names are known best: of, now, from.
                        .sorted(Comparator.comparingInt(String::length).thenComparing(each -> each))
                        .map(each -> name + "." + each + "(…)")
                        .limit(MOST)
                        .toList();
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of("%s is made by %s.".formatted(article(), Listed.of(all, MOST)));
    }

    private String article() {
        return ("AEIOU".indexOf(name.charAt(0)) >= 0 ? "An " : "A ") + name;
    }

    private static Stream<String> making(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(each -> Modifier.isStatic(each.getModifiers()))
                .filter(each -> each.getReturnType().equals(type))
                .map(Member::getName);
    }

    private static Stream<String> statics(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(each -> Modifier.isStatic(each.getModifiers()))
                .map(Member::getName);
    }

    private boolean has(String each, String form) {
        return pattern(form).matcher(each).find();
    }

    private Pattern pattern(String form) {
        return Pattern.compile(form.formatted(Pattern.quote(name)));
    }

    /** Returns what to write in place of a call by the name of a type; nothing where there is no such type. */
    static Optional<String> inPlaceOfCall(Compiler compiler, String source, String name) {
        var makers = new Makers(compiler, source, name);
        if (makers.byNew()) {
            return Optional.of("An object is made with new: new " + name + "(…).");
        }
        var method = inOtherCase(compiler, source, name);
        if (method.isPresent()) {
            return method.map(each -> "Did you mean " + each + "?");
        }
        return makers.isType()
                ? makers.factories().or(() -> new TypeAsValue(compiler, source).noCall(name))
                : Optional.empty();
    }

    private static Optional<String> inOtherCase(Compiler compiler, String source, String name) {
        var ofCell =
                LocalNames.declaredBy(source).stream()
                        .filter(each -> each.kind() == Entry.Kind.METHOD)
                        .map(LocalNames.Name::text);
        var before =
                compiler.declared().stream()
                        .filter(
                                each ->
                                        compiler.cells().names().named(each).stream()
                                                .anyMatch(one -> one.kind() == Entry.Kind.METHOD));
        return Stream.concat(ofCell, before)
                .filter(each -> each.equalsIgnoreCase(name) && !each.equals(name))
                .findFirst();
    }

    /** Returns what to do about {@code new Type.method(…)}. */
    static Optional<String> inPlaceOfNew(
            Compiler compiler, String source, String name, String method) {
        var makers = new Makers(compiler, source, name);
        return makers.hasStatic(method)
                ? Optional.of("Leave new out: %s.%s(…).".formatted(name, method))
                : makers.byNewAlone()
                        ? Optional.of(
                                "The parentheses of the object are missing: new %s().%s(…)."
                                        .formatted(name, method))
                        : Optional.empty();
    }
}
