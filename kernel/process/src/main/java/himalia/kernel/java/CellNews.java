package himalia.kernel.java;

import himalia.kernel.cells.CompiledCell;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Tells what the classes of a cell do to earlier declarations, once that is certain. */
final class CellNews {
    private final CellState state;
    private final Places.Place place;

    /** The variables that are null now and that the cell sets further down; nobody needs to know unless it fails before. */
    private final Map<String, CompiledCell.Reset> setBelow = new LinkedHashMap<>();

    CellNews(CellState state, Places.Place place) {
        this.state = state;
        this.place = place;
    }

    /** A class is about to run, behind which others declare variables {@code later}. */
    void begins(WholeRun whole, Set<String> later) {
        if (whole.isCertain()) {
            tell(whole, later);
        }
    }

    /** Its run has ended; where that was a failure, the classes behind it do not run. */
    void ended(WholeRun whole, Set<String> later, boolean failed) {
        if (whole.isLost()) {
            // All variables are, and are told.
            return;
        }
        setBelow.keySet().removeIf(whole::hasSet);
        if (!whole.isCertain()) {
            tell(whole, later);
        }
        if (failed) {
            setBelow.values().forEach(this::tell);
        }
    }

    private void tell(WholeRun whole, Set<String> later) {
        for (var reset : whole.resets()) {
            if (later.contains(reset.variable())) {
                setBelow.put(reset.variable(), reset);
            } else {
                tell(reset);
            }
        }
        for (var note : whole.notes()) {
            state.tell(note);
            state.advisor()
                    .aboutWaiting(note, place.source(), place.line())
                    .map(found -> String.join("\n", CompileErrors.waiting(found, place)))
                    .ifPresent(state::tell);
        }
    }

    private void tell(CompiledCell.Reset reset) {
        state.tell(Notices.reset(reset.variable(), reset.cause(), reset.root()));
    }
}
