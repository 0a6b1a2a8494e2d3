package himalia.kernel.cells;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Has what sees private members of a type of its own cell go on seeing them, where the two come to stand in different classes: the
 * type is opened to it, or else goes where it goes.
 */
final class PrivateSight {
    private final DeclarationRegistry names;
    private final Redeclared redeclared;
    private final Recompiled earlier;
    private final Predicate<Entry> elsewhere;
    private final Opened opened = new Opened();

    /** {@code elsewhere} says whether a declaration means what it did, in the class that holds it. */
    PrivateSight(
            DeclarationRegistry names,
            Redeclared redeclared,
            Recompiled earlier,
            Predicate<Entry> elsewhere) {
        this.names = names;
        this.redeclared = redeclared;
        this.earlier = earlier;
        this.elsewhere = elsewhere;
    }

    /**
     * Returns class files as the compiler is to see them for a source. Where that names what is private in a type that stood beside
     * it, the type is open: another member of the name may be there for all, and would be used without an error.
     */
    Map<String, byte[]> seen(Map<String, byte[]> files, String source) {
        for (var type : beside(source).entrySet()) {
            if (opened.mayUse(type.getKey(), type.getValue(), files)) {
                opened.add(type.getKey(), subclasses(type.getKey()), source);
            }
        }
        return opened.seen(files);
    }

    /** Returns the types that stay where they are, each with the texts in the source that stood beside it. */
    private Map<Entry, List<String>> beside(String source) {
        var found = new LinkedHashMap<Entry, List<String>>();
        for (var entry : earlier.all().values()) {
            names.types().stream()
                    .filter(type -> entry.site().text().equals(type.site().text()))
                    .filter(elsewhere)
                    .forEach(
                            type ->
                                    found.computeIfAbsent(type, key -> new ArrayList<>())
                                            .add(entry.source()));
        }
        names.types().stream()
                .filter(type -> redeclared.same().contains(type.key()))
                .forEach(type -> found.put(type, List.of(source)));
        return found;
    }

    /** Returns the types that are opened. */
    Opened opened() {
        return opened;
    }

    /** Opens the types that the errors in a source are of, or takes them along; returns whether that was done, and another attempt is worth it. */
    boolean opens(ErrorAttribution errors, String source) {
        var seen = new LinkedHashMap<Entry, Entry>();
        errors.unseen()
                .forEach(
                        (entry, name) ->
                                type(name)
                                        .filter(type -> sees(entry, type))
                                        .ifPresent(type -> seen.put(entry, type)));
        var here =
                errors.unseenHere().stream()
                        .flatMap(name -> type(name).stream())
                        .filter(type -> redeclared.same().contains(type.key()))
                        .toList();
        boolean any = false;
        // Several may see one type, whose subclasses are looked for once.
        var hidden = new LinkedHashSet<>(seen.values());
        hidden.addAll(here);
        for (var type : hidden) {
            any |= opened.add(type, subclasses(type), source);
        }
        if (any) {
            return true;
        }
        for (var each : seen.entrySet()) {
            any |= earlier.goesWith(each.getValue(), each.getKey());
        }
        for (var type : here) {
            any |= writesAnew(type);
        }
        return any;
    }

    private Optional<Entry> type(String name) {
        return names.find(Entry.key(Entry.Kind.TYPE, name, ""));
    }

    /** An earlier declaration that could be used saw what it names; one that waited does if the type is of its own cell. */
    private boolean sees(Entry entry, Entry type) {
        return elsewhere.test(type)
                && (!earlier.isReturning(entry) || entry.site().text().equals(type.site().text()));
    }

    /** Has the class hold a type that the cell declares as it was. */
    private boolean writesAnew(Entry type) {
        redeclared.changed().add(type.name());
        boolean anew = redeclared.same().remove(type.key());
        earlier.pull();
        return anew;
    }

    /** Returns the names of a type and of what is below it. */
    private Set<String> subclasses(Entry type) {
        var found = new HashSet<>(Set.of(type.name()));
        boolean more = true;
        while (more) {
            more = false;
            for (var other : names.types()) {
                more |= Opened.isExtended(found, other.source()) && found.add(other.name());
            }
        }
        return found;
    }
}
