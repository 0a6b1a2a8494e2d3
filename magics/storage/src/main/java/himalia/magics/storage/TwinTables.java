package himalia.magics.storage;

import himalia.magics.spi.MagicException;
import himalia.table.RowLists;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Variables whose names differ in capitals alone: for Java they are two tables, and one for SQL. */
final class TwinTables {
    private TwinTables() {}

    /** Returns the names that a statement writes and that are no tables in it, since another is its table by that name. */
    static Set<String> of(SqlStatement statement, Map<String, @Nullable Object> variables) {
        var hidden = new HashSet<String>();
        variables.keySet().stream()
                .filter(name -> statement.names(name) && RowLists.isRows(variables.get(name)))
                .collect(Collectors.groupingBy(name -> name.toLowerCase(Locale.ROOT)))
                .values()
                .stream()
                .filter(twins -> twins.size() > 1)
                .forEach(
                        twins -> {
                            hidden.addAll(twins);
                            hidden.remove(meant(statement, twins));
                        });
        return hidden;
    }

    /** A column may be called as the other. */
    private static String meant(SqlStatement statement, List<String> twins) {
        var read = twins.stream().filter(statement::reads).toList();
        if (read.size() != 1) {
            throw new MagicException(
                    "for SQL '%s' are one name; write all but one of them in braces: {%s}"
                            .formatted(String.join("' and '", twins), twins.get(twins.size() - 1)));
        }
        return read.get(0);
    }
}
