package himalia.display.grid;

import himalia.display.bundle.NamedPart;
import himalia.display.bundle.PlainText;
import java.lang.reflect.Modifier;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists whose elements have named parts, records or maps, seen as rows and columns. */
final class Lists {
    /** How many elements are looked at to learn what the list holds. */
    private static final int LOOK = 100;

    private Lists() {}

    /** Returns the list as a grid, unless its elements are something else. */
    static Optional<GridSource> source(List<?> list) {
        var head = list.subList(0, Math.min(LOOK, list.size()));
        return NamedPart.of(head)
                .filter(parts -> head.stream().noneMatch(Lists::hasOwnText))
                .map(parts -> rows(list, head, parts));
    }

    private static boolean hasOwnText(@Nullable Object row) {
        return row instanceof Record own && PlainText.hasOwnText(own.getClass());
    }

    private static GridSource rows(List<?> list, List<?> head, List<NamedPart> parts) {
        var first = head.stream().filter(Objects::nonNull).findFirst().orElseThrow();
        return new Rows(
                first instanceof Record ? name(first.getClass()) : "",
                parts.stream().map(part -> CellText.text(part.key())).toList(),
                parts.stream().map(part -> typeOf(head, part)).toList(),
                RowCount.of(list.size()),
                (row, column) -> value(parts.get(column), first, list.get(row)),
                (row, column) -> parts.get(column).isLackedBy(list.get(row)));
    }

    /** What a row of a magic is called is no name that the user knows. */
    private static String name(Class<?> type) {
        return type.getName().startsWith("himalia.magics.") ? "" : type.getSimpleName();
    }

    /** Only the first elements have been looked at. */
    private static @Nullable Object value(NamedPart part, Object first, @Nullable Object row) {
        boolean isLike =
                first instanceof Map ? row instanceof Map : first.getClass().isInstance(row);
        try {
            return isLike ? part.value(row) : null;
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }

    private static String typeOf(List<?> head, NamedPart part) {
        if (part.type().isPresent()) {
            return part.type().get().getSimpleName();
        }
        var names = new LinkedHashSet<String>();
        var nulls = false;
        for (var row : head) {
            var value = part.value(row);
            nulls |= row != null && value == null;
            if (value != null) {
                names.add(typeName(value.getClass()));
            }
        }
        return (names.size() == 1 ? names.iterator().next() : "Object") + (nulls ? "?" : "");
    }

    /** Boxes are shown as what is in them. */
    static String typeName(Class<?> type) {
        for (var known : List.<Class<?>>of(List.class, Map.class, Set.class)) {
            if (known.isAssignableFrom(type) && !Modifier.isPublic(type.getModifiers())) {
                return known.getSimpleName();
            }
        }
        return type == Integer.class
                ? "int"
                : type == Character.class
                        ? "char"
                        : Number.class.isAssignableFrom(type)
                                                && type.getPackageName().equals("java.lang")
                                        || type == Boolean.class
                                ? type.getSimpleName().toLowerCase(java.util.Locale.ROOT)
                                : type.getSimpleName();
    }
}
