package himalia.kernel.advice;

import himalia.display.bundle.Nearest;
import himalia.kernel.cells.Cutter;
import himalia.kernel.cells.NoJava;
import himalia.kernel.java.SnippetRunner.Thrown;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A column that a Tablesaw table does not have: Tablesaw names it, and not those that there are. */
final class MissingColumn {
    private static final Pattern SAID =
            Pattern.compile("Column (.+) (?:does not exist|is not present) in table ?(?s:.*)");

    private static final Pattern WORD =
            Pattern.compile("(?<![\\p{L}\\d_$.])[\\p{L}_$][\\p{L}\\d_$]*");
    private static final int MOST = 20;

    private MissingColumn() {}

    /** Returns the columns of the table that the code names, the nearest one first; nothing where it names several. */
    static Optional<String> of(
            List<Thrown> chain, String code, UnaryOperator<List<List<String>>> texts) {
        for (var thrown : chain) {
            var said = SAID.matcher(thrown.message());
            if (said.matches()
                    && thrown.frames().stream()
                            .limit(1)
                            .anyMatch(f -> f.getClassName().startsWith("tech.tablesaw."))) {
                return hint(said.group(1), columns(code, texts));
            }
        }
        return Optional.empty();
    }

    /** Of several tables nobody knows which one was asked. */
    private static List<String> columns(String code, UnaryOperator<List<List<String>>> texts) {
        var words =
                WORD.matcher(Cutter.bare(NoJava.blanked(code)))
                        .results()
                        .map(MatchResult::group)
                        .distinct()
                        // Behind the name stands the method: here none, which would be asked of all
                        // tables.
                        .map(word -> List.of(word, ""))
                        .toList();
        var tables = texts.apply(words).stream().filter(columns -> !columns.isEmpty()).toList();
        return tables.size() == 1 ? tables.get(0) : List.of();
    }

    private static Optional<String> hint(String asked, List<String> columns) {
        if (columns.isEmpty() || columns.contains(asked)) {
            // Of which table it is, only the code that failed knows.
            return Optional.empty();
        }
        var nearest =
                Nearest.to(asked, columns)
                        .map(name -> "Did you mean \"" + name + "\"? ")
                        .orElse("");
        var more = columns.size() > MOST ? " and " + (columns.size() - MOST) + " more" : "";
        return Optional.of(
                nearest
                        + "There are: "
                        + String.join(", ", columns.subList(0, Math.min(MOST, columns.size())))
                        + more
                        + ".");
    }
}
