package himalia.kernel.session;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which request each run of a cell belongs to, long after it ended: its threads may still print. Runs of comms' handlers
 * are kept apart, or a slider dragged for a while would make a long cell's run be forgotten.
 */
final class CellRequests {
    private static final int MOST = 10_000;

    private final Map<Long, Run> runs = new LinkedHashMap<>();
    private final Map<Long, Run> asides = new LinkedHashMap<>();
    private long next;
    private long latest;

    /**
     * One run.
     *
     * @param request what asked for it
     * @param silent whether nothing of it is shown
     * @param allowStdin whether it may ask for input
     * @param limit how much of what it prints is shown
     */
    record Run(Request request, boolean silent, boolean allowStdin, OutputLimit limit) {
        /** Of the request, its origin is kept: ten thousand messages of comms may bring a picture each. */
        Run {
            request = request.origin();
        }

        Run(Request request, boolean silent, boolean allowStdin) {
            this(request, silent, allowStdin, new OutputLimit());
        }
    }

    /** Notes a run, and returns its id. */
    synchronized long begin(Run run) {
        latest = keep(runs, run);
        return latest;
    }

    /** Notes a run beside the cells, and returns its id. */
    synchronized long beginAside(Run run) {
        return keep(asides, run);
    }

    private long keep(Map<Long, Run> where, Run run) {
        next++;
        where.put(next, run);
        if (where.size() > MOST) {
            where.remove(where.keySet().iterator().next());
        }
        return next;
    }

    /** Returns the run of an id; for 0 the one that runs or ran last. */
    synchronized Optional<Run> find(long id) {
        var run = runs.get(id == 0 ? latest : id);
        return Optional.ofNullable(run == null ? asides.get(id) : run);
    }
}
