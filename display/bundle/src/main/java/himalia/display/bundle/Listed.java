package himalia.display.bundle;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Names in a sentence, as many as can be read.
 *
 * <pre>{@code
 * Listed.of(List.of("age", "income", "city"), 2)   // age, income and 1 more
 * }</pre>
 */
public final class Listed {
    private Listed() {}

    /** Returns the first names, and how many more there are. */
    public static String of(List<String> names, int most) {
        return names.size() <= most
                ? all(names)
                : "%s and %d more".formatted(all(names.subList(0, most)), names.size() - most);
    }

    /** Returns all names, those in quotes that nobody could tell from the others: with commas, blanks at an end, or nothing at all. */
    public static String all(Collection<String> names) {
        return names.stream().map(Listed::readable).collect(Collectors.joining(", "));
    }

    private static String readable(String name) {
        boolean isPlain = !name.isEmpty() && name.equals(name.strip()) && name.indexOf(',') < 0;
        return isPlain ? name : "'" + name + "'";
    }
}
