package himalia.kernel.advice;

import himalia.display.bundle.Nearest;
import himalia.kernel.cells.Entry;
import himalia.kernel.cells.SourceNames;
import himalia.kernel.java.Compiler;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The names that may be meant by one that nothing declares: those of cells, and those of libraries. */
final class KnownNames {
    /** The types that nobody imports and everybody writes. */
    private static final List<String> TYPES = List.of("String", "Integer", "Double", "Boolean");

    /** Letters of a name that is like one of a library by no chance. */
    private static final int LONG = 7;

    /** Letters of a name that has those of another one by chance. */
    private static final int SHORT = 3;

    /** A method at the beginning of a source, and its name. */
    private static final Pattern HEAD =
            Pattern.compile(
                    "\\A\\s*(?:(?:public|private|static|final)\\s+|<[^()]*>\\s*)*[\\w.<>\\[\\], ]+?\\s(\\w+)\\s*\\([^()]*\\)\\s*(?:throws[\\w., ]+)?\\{");

    /** Those that no variable has. */
    private static final List<String> CLASSES = List.of("Math", "System");

    /** Those of ours that are called by their own name. */
    private static final List<String> OURS =
            List.of("Charts", "Datasets", "Display", "Storage", "Tables");

    private final Compiler compiler;
    private final String kind;
    private final String name;
    private final String source;

    /**
     * Those for a name.
     *
     * @param kind what the compiler takes it for: class, variable, method
     * @param source where it stands
     */
    KnownNames(Compiler compiler, String kind, String name, String source) {
        this.compiler = compiler;
        this.kind = kind;
        this.name = name;
        this.source = source;
    }

    /** Returns the nearest one, of more too. */
    Optional<String> nearest(List<String> more) {
        if (name.length() == 1) {
            // Every other letter is as near.
            return Optional.empty();
        }
        var names = ofCells();
        names.addAll(more);
        if (kind.equals("class")) {
            return Slip.nearest(name, names)
                    .or(() -> MisspeltWord.statement(name))
                    .or(() -> MisspeltWord.type(name, source))
                    .or(this::nearestOfLibraries);
        }
        names.addAll(ofLibraries());
        names.addAll(CLASSES);
        names.removeIf(name::equals);
        return Slip.nearest(name, names)
                .or(() -> Slip.nearestOfMany(name, ofLanguage()))
                .or(this::writtenSmall);
    }

    /** A class is written small and wrongly, but asked for what it gives. */
    private Optional<String> writtenSmall() {
        return CLASSES.stream()
                .filter(
                        each ->
                                Slip.nearest(name, List.of(each.toLowerCase(Locale.ROOT)))
                                        .isPresent())
                .filter(each -> isAsked("java.lang." + each))
                .findFirst();
    }

    /** Returns the nearest type of those that no cell declares, and everybody may write. */
    Optional<String> nearestOfLibraries() {
        var names = ofLibraries();
        names.addAll(ofLanguage());
        return Slip.nearestOfMany(name, names);
    }

    /** The types of java.lang, but for those of which the name is a longer one: a Processor is no Process. */
    private List<String> ofLanguage() {
        var types = compiler.path().types();
        return Character.isUpperCase(name.charAt(0))
                ? types.simpleNames().stream()
                        .filter(each -> types.named(each).contains("java.lang." + each))
                        .filter(each -> !name.startsWith(each))
                        .filter(each -> compiler.path().isPublic("java.lang." + each))
                        .toList()
                : List.of();
    }

    /** Returns the nearest one for a type that a declaration names: most often that is still to come, but for what it throws or is below. */
    Optional<String> nearestAwaited() {
        var names = ofCells();
        names.addAll(TYPES);
        return Slip.nearest(name, names)
                .or(
                        () ->
                                name.length() >= LONG && isAbove()
                                        ? nearestOfLibraries()
                                        : Optional.empty())
                .or(() -> isGeneric() ? withSameLetters() : Optional.empty());
    }

    /** Of what is to come few take types in {@code < >}. */
    private boolean isGeneric() {
        return name.length() > SHORT
                && Pattern.compile("\\b" + Pattern.quote(name) + "\\s*<").matcher(source).find();
    }

    private Optional<String> withSameLetters() {
        return ofLibraries().stream().filter(each -> Slip.hasSameLetters(name, each)).findFirst();
    }

    private boolean isAbove() {
        return Pattern.compile(
                        "\\b(?:throws|extends|implements)\\b[^;{}()]*\\b"
                                + Pattern.quote(name)
                                + "\\b")
                .matcher(source)
                .find();
    }

    private List<String> ofCells() {
        var names = new ArrayList<>(compiler.declared());
        for (var word : SourceNames.of(source)) {
            boolean type = !kind.endsWith("class") || Character.isUpperCase(word.text().charAt(0));
            if (type && word.text().indexOf('.') < 0) {
                names.add(word.text());
            }
        }
        if (kind.equals("method") && Character.isLowerCase(name.charAt(0))) {
            names.removeIf(each -> Character.isUpperCase(each.charAt(0)));
        }
        // A name of a cell that failed half way may be known and yet mean nothing.
        names.removeIf(name::equals);
        names.removeIf(each -> isOwn(each) && !Slip.isOwn(name, each, kind));
        if (kind.equals("class")) {
            names.removeIf(each -> !mayBeType(each) || !Slip.mayBe(name, each, source));
        }
        return names;
    }

    /** Whether a name is that of the method that the source declares: what is missing in its body is seldom itself. */
    private boolean isOwn(String each) {
        var head = HEAD.matcher(source);
        return head.find() && head.group(1).equals(each);
    }

    private List<String> ofLibraries() {
        var imports = compiler.imports();
        boolean type = Character.isUpperCase(name.charAt(0)) || kind.endsWith("class");
        var names = new ArrayList<String>(TYPES);
        imports.startingWith("").keySet().stream()
                .filter(each -> type || Character.isLowerCase(each.charAt(0)))
                .forEach(names::add);
        compiler.path().types().simpleNames().stream()
                .filter(each -> type || each.equalsIgnoreCase(name))
                .filter(
                        each ->
                                imports.type(each)
                                        .filter(full -> type || isAsked(full))
                                        .isPresent())
                .forEach(names::add);
        if (kind.equals("method") && !type) {
            // A name that is called is no type's and no value's, however near that is.
            names.removeAll(TYPES);
        } else if (!type) {
            OURS.stream().filter(this::isSmall).forEach(names::add);
            names.addAll(List.of("true", "false", "null", "Thread"));
        }
        return names;
    }

    /** Whether a class is written small, and no other letter but one is. */
    private boolean isSmall(String type) {
        return Nearest.to(name, List.of(type.toLowerCase(Locale.ROOT)), 1).isPresent();
    }

    /** Whether the source asks the name for what a type gives by itself: list.add(1) is about a list, and not about List. */
    private boolean isAsked(String type) {
        var asked =
                Pattern.compile("(?<![\\w.])" + Pattern.quote(name) + "\\s*\\.\\s*(\\w+)")
                        .matcher(source);
        try {
            var known = Class.forName(type, false, ClassLoader.getPlatformClassLoader());
            var member = asked.find() ? asked.group(1) : "";
            return Stream.<Member>concat(
                            Arrays.stream(known.getMethods()), Arrays.stream(known.getFields()))
                    .filter(each -> Modifier.isStatic(each.getModifiers()))
                    .anyMatch(each -> each.getName().equals(member));
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    /** Whether a name is no variable's or method's, as far as is known. */
    private boolean mayBeType(String each) {
        var entries = compiler.cells().names().named(each);
        return entries.stream().anyMatch(entry -> entry.kind() == Entry.Kind.TYPE)
                || entries.isEmpty() && Character.isUpperCase(each.charAt(0));
    }
}
