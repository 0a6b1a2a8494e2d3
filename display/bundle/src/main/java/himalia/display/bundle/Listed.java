package himalia.display.bundle;

import java.util.List;

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
                ? String.join(", ", names)
                : "%s and %d more"
                        .formatted(String.join(", ", names.subList(0, most)), names.size() - most);
    }
}
