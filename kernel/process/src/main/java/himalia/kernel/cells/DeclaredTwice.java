package himalia.kernel.cells;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Says which methods and types of a cell nothing can use, since the cell declares them again before anything runs. */
final class DeclaredTwice {
    private final Map<String, Entry> unused = new HashMap<>();
    private final List<String> words = new ArrayList<>();

    /** Takes the next stretch of the cell, and what became of it. */
    void add(List<Part> parts, CompiledCell made) {
        made.changes().entries().stream()
                .filter(entry -> entry.kind() != Entry.Kind.VARIABLE)
                .forEach(entry -> sayUnlessUsed(unused.remove(entry.key()), entry.source(), ""));
        made.changes().gone().stream()
                .filter(gone -> !waits(gone, made))
                .forEach(
                        gone ->
                                sayUnlessUsed(
                                        unused.remove(gone.key()),
                                        "",
                                        ": to Java, those whose parameters differ in type arguments"
                                                + " alone are one method. Give one of them another"
                                                + " name"));
        for (var part : parts) {
            if (Segments.runs(part)) {
                unused.clear();
            } else if (part instanceof Part.Type || part instanceof Part.Method) {
                var key = ((Part.Declaration) part).key();
                made.changes().entries().stream()
                        .filter(entry -> entry.key().equals(key))
                        .forEach(entry -> unused.put(key, entry));
            }
        }
    }

    private static boolean waits(Entry entry, CompiledCell made) {
        return made.changes().waiting().stream()
                .anyMatch(waiting -> waiting.entry().key().equals(entry.key()));
    }

    private void sayUnlessUsed(Entry earlier, String source, String why) {
        if (earlier != null && !Token.sameTexts(earlier.source(), source)) {
            words.add(
                    earlier.name()
                            + " is declared twice in this cell, and the last one counts"
                            + why
                            + ".");
        }
    }

    /** Returns the cell's classes, of which the last says so. */
    List<CompiledCell> told(List<CompiledCell> cells) {
        if (words.isEmpty()) {
            return cells;
        }
        var told = new ArrayList<>(cells);
        int last = told.size() - 1;
        told.set(last, told.get(last).with(words));
        return told;
    }
}
