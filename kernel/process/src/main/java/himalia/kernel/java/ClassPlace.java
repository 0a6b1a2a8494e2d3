package himalia.kernel.java;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis;

/**
 * Where the code of a class that JShell made stands in its cell.
 *
 * @param cell the number of the cell, as the user sees it
 * @param cellText the cell as the user typed it
 * @param lines for each line of the class, from 0, the line of the cell counted from 1; 0 where it is no line of the user
 */
public record ClassPlace(int cell, String cellText, List<Integer> lines) {
    /** What JShell adds after the last statement: no place to stop at. */
    private static final String ENDING = "return null;";

    public ClassPlace {
        lines = List.copyOf(lines);
    }

    /** Returns the line of the cell for a line of the class, 0 where there is none. */
    public int cellLine(int classLine) {
        return classLine >= 1 && classLine <= lines.size() ? lines.get(classLine - 1) : 0;
    }

    /** Returns the first line of the cell that the class was made from. */
    public int first() {
        return lines.stream().filter(line -> line > 0).min(Integer::compare).orElse(0);
    }

    /** Returns the last line of the cell that the class was made from. */
    public int last() {
        return lines.stream().max(Integer::compare).orElse(0);
    }

    /** Returns whether JShell made the class from this snippet, perhaps among others. */
    static boolean isOf(Snippet snippet, String className, SourceCodeAnalysis analysis) {
        return switch (snippet.kind()) {
            case IMPORT, ERRONEOUS -> false;
            default -> analysis.wrapper(snippet).fullClassName().equals(className);
        };
    }

    /** Returns the place of the class that was made from these snippets. */
    static Optional<ClassPlace> of(
            List<Map.Entry<Snippet, Places.Place>> snippets, SourceCodeAnalysis analysis) {
        if (snippets.isEmpty()) {
            return Optional.empty();
        }
        var place = snippets.get(0).getValue();
        var wrapped = analysis.wrapper(snippets.get(0).getKey()).wrapped();
        var lines = new Integer[(int) wrapped.lines().count()];
        java.util.Arrays.fill(lines, 0);
        for (var each : snippets) {
            if (each.getValue().cellText().equals(place.cellText())) {
                mark(lines, wrapped, each, snippets.size() == 1, analysis);
            }
        }
        return Optional.of(new ClassPlace(place.cell(), place.cellText(), List.of(lines)));
    }

    private static void mark(
            Integer[] lines,
            String wrapped,
            Map.Entry<Snippet, Places.Place> each,
            boolean alone,
            SourceCodeAnalysis analysis) {
        var wrapper = analysis.wrapper(each.getKey());
        var source = each.getValue().source();
        // JShell's own positions do not say which of several snippets they are in; its text does.
        int start = alone ? 0 : wrapped.indexOf(source.strip());
        int end = start + source.strip().length();
        int at = 0;
        for (int line = 0; line < lines.length; line++) {
            int next = wrapped.indexOf('\n', at);
            int first = at;
            while (first < wrapped.length() && wrapped.charAt(first) == ' ') {
                first++;
            }
            if (alone) {
                int position = wrapper.wrappedToSourcePosition(first);
                boolean added =
                        wrapped.startsWith(ENDING, first)
                                && wrapper.sourceToWrappedPosition(position) != first;
                lines[line] = added ? 0 : cellLine(each.getValue(), position);
            } else if (start >= 0 && first >= start && first < end) {
                int leading = source.indexOf(source.strip());
                lines[line] = cellLine(each.getValue(), leading + first - start);
            }
            at = next + 1;
        }
    }

    private static int cellLine(Places.Place place, int position) {
        int end = Math.max(0, Math.min(position, place.source().length()));
        long before = place.source().substring(0, end).chars().filter(c -> c == '\n').count();
        return place.line() + 1 + (int) before;
    }
}
