package himalia.kernel.cells;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is otherwise after a cell than before it, by what the cell declares.
 *
 * @param changed the names that mean something else
 * @param redone the names of methods that do something else, but are called as before
 * @param alike their keys, also where a method of the name is there that was not: who calls them need not go along
 * @param same the keys of what is declared as it was
 */
record Redeclared(Set<String> changed, Set<String> redone, Set<String> alike, Set<String> same) {
    /** Compares what a cell declares, with types {@code beside} it, with what was there. */
    Redeclared(
            DeclarationRegistry names, Collection<Part.Declaration> declared, Set<String> beside) {
        this(new LinkedHashSet<>(), new LinkedHashSet<>(), new HashSet<>(), new HashSet<>());
        declared.forEach(part -> judge(names, part, beside));
        var types = SealedTypes.types(declared);
        while (types.stream().anyMatch(type -> permitsOthers(names, type, types, beside))) {
            // One more is otherwise, and those above it may be with it.
        }
    }

    /** Finds a sealed type that permits other types than before, though its own text is the same. */
    private boolean permitsOthers(
            DeclarationRegistry names, Part.Type type, List<Part.Type> types, Set<String> beside) {
        if (!same.contains(type.key()) || !SealedTypes.isUnlisted(type)) {
            return false;
        }
        boolean isOther =
                types.stream()
                        .filter(each -> each != type && !same.contains(each.key()))
                        .anyMatch(each -> SealedTypes.extend(each.source(), type.name()));
        boolean isLess =
                names.find(type.key()).stream()
                        .flatMap(old -> old.beside().stream())
                        .filter(name -> !beside.contains(name))
                        .flatMap(name -> names.find(Entry.key(Entry.Kind.TYPE, name, "")).stream())
                        .anyMatch(old -> SealedTypes.extend(old.source(), type.name()));
        if (isOther || isLess) {
            same.remove(type.key());
            changed.add(type.name());
        }
        return isOther || isLess;
    }

    private void judge(DeclarationRegistry names, Part.Declaration part, Set<String> beside) {
        var old = names.find(part.key());
        if (part instanceof Part.Type type) {
            judge(names, old, true, changed, type.name(), type.source());
            if (names.waiting(type.key()).isPresent()) {
                changed.add(type.name());
            }
        } else if (part instanceof Part.Method method) {
            boolean isAlike = old.isPresent() && method.isCalledAs(old.get().source());
            if (isAlike) {
                alike.add(method.key());
            }
            boolean sees = old.filter(entry -> seesTheSame(entry, beside)).isPresent();
            judge(names, old, sees, isAlike ? redone : changed, method.name(), method.source());
            boolean overload =
                    names.named(method.name()).stream()
                            .anyMatch(entry -> entry.kind() == Entry.Kind.METHOD);
            if (old.isEmpty() && overload) {
                changed.add(method.name());
            }
        }
    }

    /** Whether what is private in the types that it names is as much its concern in this cell as in its own. */
    private static boolean seesTheSame(Entry method, Set<String> beside) {
        return method.words().stream()
                .allMatch(word -> beside.contains(word) == method.beside().contains(word));
    }

    private void judge(
            DeclarationRegistry names,
            Optional<Entry> old,
            boolean sees,
            Set<String> otherwise,
            String name,
            String source) {
        if (sees
                && old.isPresent()
                && names.isAsBefore(old.get(), source)
                && names.stub(old.get().key()) == null) {
            same.add(old.get().key());
        } else if (old.isPresent()) {
            otherwise.add(name);
        }
    }
}
