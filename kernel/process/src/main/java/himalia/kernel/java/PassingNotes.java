package himalia.kernel.java;

import himalia.kernel.cells.CompiledCell;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells of declarations that wait, not before no more of the cell may declare what they wait for. */
final class PassingNotes {
    private final Compiler compiler;
    private final CellState state;
    private final Map<String, Placed> later = new LinkedHashMap<>();

    PassingNotes(Compiler compiler, CellState state) {
        this.compiler = compiler;
        this.state = state;
    }

    private record Placed(CompiledCell.Note note, Places.Place place) {}

    /** One that came up in a place of the cell, with more code below it. */
    void keep(CompiledCell.Note note, Places.Place place) {
        later.put(note.key(), new Placed(note, place));
    }

    /** Tells one, and what may be meant by a name that is missing. */
    void tell(CompiledCell.Note note, Places.Place place) {
        tell(note.text(), place);
    }

    private void tell(String note, Places.Place place) {
        state.tell(note);
        state.advisor()
                .aboutWaiting(note, place.source(), place.line())
                .map(found -> String.join("\n", CompileErrors.waiting(found, place)))
                .ifPresent(state::tell);
    }

    /** Tells those that are true at the end of the cell. */
    void tellKept() {
        // A line of the cell may have forgotten all that was declared.
        var names = compiler.cells().names();
        for (var each : later.values()) {
            if (names.until(each.note().key()).isPresent()) {
                tell(names.asOfNow(each.note().text()), each.place());
            }
        }
    }
}
