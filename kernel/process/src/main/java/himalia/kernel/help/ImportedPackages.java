package himalia.kernel.help;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The packages that an import may name which is half written; of types the compiler knows. */
final class ImportedPackages {
    private static final Pattern IMPORT =
            Pattern.compile("(?:^|[;\\n])\\s*import\\s+(?:static\\s+)?([\\w.]*)\\z");

    private ImportedPackages() {}

    /** Returns what is typed of the name; nothing where no import stands. */
    static Optional<String> typed(String before) {
        var found = IMPORT.matcher(before);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    /** Returns how the name may go on, to its next dot: {@code java.ut} by {@code util}. */
    static List<String> next(String typed, Collection<String> packages) {
        int word = typed.lastIndexOf('.') + 1;
        return packages.stream()
                .filter(each -> each.startsWith(typed))
                .map(each -> each.substring(word).replaceFirst("\\..*", ""))
                .distinct()
                .sorted()
                .toList();
    }
}
