package himalia.storage;

import himalia.table.ColumnNames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Names of columns that differ in case only: for tables, and for DuckDB, they are one. */
final class TwinNames {
    private TwinNames() {}

    /** Returns names of which none is blank, and none stands twice, in whatever case. */
    static List<String> distinct(List<String> names) {
        var taken = new ColumnNames(List.of());
        var given = new ArrayList<String>();
        for (int place = 0; place < names.size(); place++) {
            var name = names.get(place);
            given.add(taken.add(name.isEmpty() ? "column" + place : name));
        }
        return given;
    }

    /** Returns names that are one but for their case, if there are some. */
    static Optional<Collection<String>> twins(List<String> names) {
        var spellings = new TreeMap<String, TreeSet<String>>();
        for (var name : names) {
            spellings
                    .computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> new TreeSet<>())
                    .add(name);
        }
        return spellings.values().stream()
                .filter(spelled -> spelled.size() > 1)
                .<Collection<String>>map(spelled -> spelled)
                .findFirst();
    }

    /** Refuses such columns of a file. */
    static void refuseTwins(Path file, List<String> names) throws IOException {
        refuseTwins(file, "columns", names);
    }

    /** Refuses them, whatever they are called in the file. */
    static void refuseTwins(Path file, String what, List<String> names) throws IOException {
        var once = new HashSet<String>();
        for (var name : names) {
            if (!once.add(name)) {
                throw BadFile.because(
                        "%s has the name '%s' twice among its %s, and a table has each once; rename all but one of them in the file"
                                .formatted(file.getFileName(), name, what));
            }
        }
        var twins = twins(names);
        if (twins.isPresent()) {
            throw BadFile.because(
                    "%s has the %s '%s', which differ in case only, and a table's columns do not; rename all but one of them in the file"
                            .formatted(file.getFileName(), what, String.join("', '", twins.get())));
        }
    }
}
