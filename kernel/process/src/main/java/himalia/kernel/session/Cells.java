package himalia.kernel.session;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Which request each run of a cell belongs to, long after it ended: its threads may still print. */
final class Cells {
    private static final int MOST = 10_000;

    private final Map<Long, Run> runs = new LinkedHashMap<>();
    private long next;
    private long latest;

    /**
     * One run.
     *
     * @param request what asked for it
     * @param silent whether nothing of it is shown
     * @param allowStdin whether it may ask for input
     */
    record Run(Request request, boolean silent, boolean allowStdin) {}

    /** Notes a run, and returns its id. */
    synchronized long begin(Run run) {
        next++;
        latest = next;
        runs.put(next, run);
        if (runs.size() > MOST) {
            runs.remove(runs.keySet().iterator().next());
        }
        return next;
    }

    /** Returns the run of an id; for 0 the one that runs or ran last. */
    synchronized Optional<Run> find(long id) {
        return Optional.ofNullable(runs.get(id == 0 ? latest : id));
    }
}
