package himalia.kernel.cells;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The imports that the user wrote. */
final class UserImports {
    private final Map<String, String> bySimpleName = new LinkedHashMap<>();

    /** Adds one, in the place of an earlier one of the same simple name. */
    void add(String name) {
        bySimpleName.put(simple(name), name);
    }

    /** Has of a simple name the import that is among {@code before}, or none. */
    void takeBack(String simple, List<String> before) {
        forget(simple);
        before.stream().filter(name -> simple(name).equals(simple)).forEach(this::add);
    }

    /** Forgets the import of a simple name: a type of the user's has it now. */
    void forget(String simple) {
        bySimpleName.remove(simple);
    }

    /** Returns those that a text with these words needs, and the extra ones in any case. */
    List<String> neededFor(Set<String> words, List<String> extra) {
        var all = new LinkedHashMap<>(bySimpleName);
        extra.forEach(name -> all.put(simple(name), name));
        var needed = new ArrayList<String>();
        all.forEach(
                (simple, name) -> {
                    if (extra.contains(name) || many(name) || words.contains(simple)) {
                        needed.add(name);
                    }
                });
        return needed;
    }

    /** Returns the names by which earlier code may mean something imported: it means what is declared from now on. */
    Set<String> hiddenBy(Collection<Part.Declaration> declared, DeclarationRegistry names) {
        return declared.stream()
                .filter(part -> mayHide(part, names))
                .map(Part.Declaration::name)
                .collect(Collectors.toSet());
    }

    /** Returns whether a declaration is the first of its name, and earlier code names something else by it that may be imported. */
    boolean mayHide(Part.Declaration part, DeclarationRegistry names) {
        boolean isFirst =
                names.named(part.name()).stream().noneMatch(old -> old.kind() == part.kind());
        // Names of variables are those of parameters, too: only where one can be imported.
        boolean mayBeImported =
                part.kind() != Entry.Kind.VARIABLE
                        || bySimpleName.containsKey(part.name())
                        || bySimpleName.values().stream().anyMatch(UserImports::manyStatic);
        return isFirst && mayBeImported && names.anyMentions(part.name());
    }

    private static boolean manyStatic(String name) {
        return many(name) && name.startsWith("static ");
    }

    /** Returns the simple names that are imported one by one. */
    Set<String> names() {
        return bySimpleName.keySet();
    }

    List<String> all() {
        return List.copyOf(bySimpleName.values());
    }

    /** What imports more than one name is known by the whole of its text. */
    static String simple(String name) {
        return many(name) ? name : name.substring(name.lastIndexOf('.') + 1);
    }

    /** Returns whether an import is of a package, of all static members of a class, or of a module. */
    private static boolean many(String name) {
        return name.endsWith("*") || name.startsWith("module ");
    }
}
