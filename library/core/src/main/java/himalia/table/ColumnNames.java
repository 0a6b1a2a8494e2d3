package himalia.table;

import static himalia.display.bundle.Given.given;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import tech.tablesaw.api.Table;

/**
 * Names for new columns, no two of them the same to a table, for which small and capital letters are one, and blanks around a name are
 * none.
 *
 * <pre>{@code
 * var names = new ColumnNames(List.of("city_Oslo"));
 * names.add("city_oslo")    // city_oslo_2
 * names.add("city_Paris")   // city_Paris
 * }</pre>
 */
public final class ColumnNames {
    private final Set<String> taken = new HashSet<>();

    /** Begins with the names of the columns there are. */
    public ColumnNames(Collection<String> there) {
        given(there, "there");
        there.forEach(this::add);
    }

    /**
     * Refuses a table with two columns whose names differ in small and capital letters only: that comes by {@code setName}, and no
     * rows of it can be taken.
     *
     * @throws IllegalArgumentException naming both
     */
    public static void checkDistinct(Table table) {
        given(table, "table");
        var taken = new HashMap<String, String>();
        for (var name : table.columnNames()) {
            var other = taken.put(name.toLowerCase(Locale.ROOT), name);
            if (other != null) {
                throw new IllegalArgumentException(
                        "columns '%s' and '%s' of table '%s' have one name to a table, which takes small and capital letters for the same; rename one with setName(…)"
                                .formatted(other, name, table.name()));
            }
        }
    }

    /** Returns the name that is wanted, or where it is taken, the same with the first number that makes it another one. */
    public String add(String wanted) {
        var trimmed = wanted.trim();
        var name = trimmed;
        for (int number = 2; !taken.add(name.toLowerCase(Locale.ROOT)); number++) {
            name = trimmed + "_" + number;
        }
        return name;
    }
}
