package himalia.kernel.cells;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A cell as one class, ready to be run.
 *
 * @param className its full name
 * @param files the class files: binary name to bytes
 * @param type the static type of its value, empty where it has none
 * @param lines where its lines come from
 * @param entries what it declares
 * @param reset the variables that start anew because their type did
 * @param imports what it imports for the cells to come
 * @param order the lines at which its parts begin to run, and which variables they set
 */
public record CompiledCell(
        String className,
        Map<String, byte[]> files,
        String type,
        Lines lines,
        List<Entry> entries,
        List<Reset> reset,
        List<String> imports,
        List<Step> order) {
    /** The method that runs it. */
    public static final String RUN = CellWriter.RUN;

    /** A variable that starts anew, and the name whose new meaning made it. */
    public record Reset(String variable, String cause) {}

    /** A part that begins to run at a line of the class; the key of the variable it sets, else empty. */
    record Step(int line, String variable) {}

    /** Returns the variables that only a later line sets. */
    List<Entry> entriesAfter(int line) {
        Set<String> unreached = new HashSet<>();
        order.stream().filter(step -> step.line() > line).forEach(s -> unreached.add(s.variable()));
        return entries.stream().filter(entry -> unreached.contains(entry.key())).toList();
    }
}
