package himalia.kernel.cells;

import java.util.List;
import java.util.Set;

/** The ways in which the end of a cell may be written. */
final class Endings {
    /** Methods that give nothing, as most that are called at the end of a cell for their effect; tried so first. */
    private static final Set<String> SELDOM_GIVE =
            Set.of("println", "print", "printf", "display", "forEach", "run", "close", "accept");

    private Endings() {}

    /** A call may give nothing, and a switch may be a statement: the compiler alone knows, and is asked for the likelier first. */
    static List<CellWriter.Ending> of(List<Part> parts, boolean wanted) {
        var last = parts.get(parts.size() - 1);
        if (!(last instanceof Part.Value value)) {
            return List.of(CellWriter.Ending.RUN);
        }
        return switch (value.form()) {
            case ASSIGNMENT -> List.of(CellWriter.Ending.RUN);
            // Nothing, and a type that the cell may not name, no variable can have; and what is
            // wrong is told in words of the user's text alone.
            case CHOICE -> List.of(CellWriter.Ending.NAMED, CellWriter.Ending.RETURNED);
            case SWITCH_OR_STATEMENT -> List.of(CellWriter.Ending.NAMED, CellWriter.Ending.RUN);
            case PLAIN -> {
                if (value.called().isEmpty()) {
                    yield List.of(CellWriter.Ending.RETURNED);
                }
                if (!wanted) {
                    yield List.of(CellWriter.Ending.RUN);
                }
                yield SELDOM_GIVE.contains(value.called())
                        ? List.of(CellWriter.Ending.RUN, CellWriter.Ending.RETURNED)
                        : List.of(CellWriter.Ending.RETURNED, CellWriter.Ending.RUN);
            }
        };
    }
}
