package himalia.kernel.advice;

import himalia.kernel.cells.DeclarationRegistry;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What something waits for that a cell declared, and what that waits for in its turn. */
final class Awaited {
    private static final Pattern LACKS = Pattern.compile("\\b(class|variable|method) (\\w+)");

    /** Nobody reads more of them. */
    private static final int MOST = 3;

    private Awaited() {}

    /** Returns why a name cannot be used yet; nothing where none that waits has it. */
    static Optional<String> why(String name, DeclarationRegistry names) {
        var told = new LinkedHashSet<String>();
        tell(name, names, Set.of(), told);
        return told.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", told));
    }

    /** Returns what a note says is lacking: what kind of thing it is, and its name. */
    static Stream<MatchResult> lacking(String note) {
        return LACKS.matcher(note).results();
    }

    private static void tell(
            String name, DeclarationRegistry names, Set<String> before, Set<String> told) {
        var waiting = names.waitingFor(name);
        if (waiting.isEmpty() || before.contains(name) || told.size() == MOST) {
            return;
        }
        var text = names.asOfNow(waiting.get().text());
        told.add(text + ".");
        var seen = new LinkedHashSet<>(before);
        seen.add(name);
        // Of what fits no more, the cell that declares it says why.
        if (text.contains("until this is declared")) {
            for (var lacking : lacking(text).toList()) {
                var missing = lacking.group(2);
                // Of Java's own words a type is meant, and never a method or a variable.
                if (lacking.group(1).equals("class")) {
                    MisspeltWord.type(missing, waiting.get().entry().source())
                            .ifPresent(each -> told.add("Did you mean " + each + "?"));
                }
                tell(missing, names, seen, told);
            }
        }
    }
}
