package himalia.table;

import static himalia.display.bundle.Given.given;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Names for new columns, no two of them the same to a table, for which small and capital letters are one.
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

    /** Returns the name that is wanted, or where it is taken, the same with the first number that makes it another one. */
    public String add(String wanted) {
        var name = wanted;
        for (int number = 2; !taken.add(name.toLowerCase(Locale.ROOT)); number++) {
            name = wanted + "_" + number;
        }
        return name;
    }
}
