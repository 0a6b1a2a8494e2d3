package himalia.kernel.cells;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/**
 * Sealed types that list nobody: who extends them stands in the same cell. So such a type is another one where those are others,
 * though its own text is the same, and what extended it in a cell before may not any more.
 */
final class SealedTypes {
    private SealedTypes() {}

    /** Returns whether a type is one. */
    static boolean isUnlisted(Part.Type type) {
        return type.source().contains("sealed")
                && TypeHead.of(type.source()).stream()
                        .limit(1)
                        .anyMatch(head -> head.isSealed() && !head.permits());
    }

    /** Returns whether a type or one inside of it names another as what it extends or implements. */
    static boolean extend(String source, String name) {
        return source.contains(name)
                && TypeHead.of(source).stream().anyMatch(head -> head.above().contains(name));
    }

    /**
     * Returns the earlier types that may not extend one of the cell any more: it permits those of the cell.
     *
     * @param declared what the cell declares
     * @param written of that, what it declares anew
     * @param earlier what would be compiled with it
     */
    static List<Entry> shutOut(
            Collection<Part.Declaration> declared,
            Predicate<Part.Declaration> written,
            Collection<Entry> earlier) {
        if (earlier.isEmpty()) {
            return List.of();
        }
        var types = types(declared);
        var unlisted =
                types.stream()
                        .filter(type -> written.test(type) && isUnlisted(type))
                        .map(Part.Type::name)
                        .filter(
                                name ->
                                        types.stream()
                                                .anyMatch(each -> extend(each.source(), name)))
                        .toList();
        return earlier.stream()
                .filter(entry -> entry.kind() == Entry.Kind.TYPE)
                .filter(entry -> types.stream().noneMatch(each -> each.key().equals(entry.key())))
                .filter(entry -> unlisted.stream().anyMatch(name -> extend(entry.source(), name)))
                .toList();
    }

    static List<Part.Type> types(Collection<Part.Declaration> declared) {
        return declared.stream()
                .filter(Part.Type.class::isInstance)
                .map(Part.Type.class::cast)
                .toList();
    }
}
