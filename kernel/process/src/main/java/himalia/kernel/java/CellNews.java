package himalia.kernel.java;

import himalia.kernel.cells.CompiledCell;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells what the classes of a cell do to earlier declarations, once that is certain. */
final class CellNews {
    private final CellState state;
    private final SnippetRunner runner;
    private final PassingNotes passing;
    private final Places.Place place;
    private boolean isLast;

    /** The variables that are null now and that the cell sets further down; nobody needs to know unless it fails before. */
    private final Map<String, CompiledCell.Reset> setBelow = new LinkedHashMap<>();

    CellNews(CellState state, SnippetRunner runner, PassingNotes passing, Places.Place place) {
        this.state = state;
        this.runner = runner;
        this.passing = passing;
        this.place = place;
    }

    /**
     * A class is about to run.
     *
     * @param later the variables that classes of the same lines declare behind it
     * @param last whether nothing of the cell is declared behind it
     */
    void begins(WholeRun whole, Set<String> later, boolean last) {
        isLast = last;
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
        for (var reset : held(whole.resets())) {
            if (later.contains(reset.variable())) {
                setBelow.put(reset.variable(), reset);
            } else {
                tell(reset);
            }
        }
        for (var note : whole.notes()) {
            if (note.mayPass() && !isLast) {
                passing.keep(note, place);
            } else {
                passing.tell(note, place);
            }
        }
    }

    /** Of variables that held nothing nobody needs to know: the worker is asked where there is one at all. */
    private List<CompiledCell.Reset> held(List<CompiledCell.Reset> resets) {
        var those =
                runner.holding(
                        resets.stream()
                                .map(each -> new Variable(each.variable(), "", each.owner()))
                                .toList());
        var names = those.stream().map(Variable::name).toList();
        return resets.stream().filter(each -> names.contains(each.variable())).toList();
    }

    private void tell(CompiledCell.Reset reset) {
        state.tell(Notices.reset(reset.variable(), reset.cause(), reset.root()));
    }
}
