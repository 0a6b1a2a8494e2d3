package himalia.kernel.workers;

import java.util.List;
import java.util.Map;

/** Asks the worker which values a parameter of a magic may have. */
public final class CandidateLine {
    private final Workers workers;

    /** A line to the worker that there is when it is asked. */
    public CandidateLine(Workers workers) {
        this.workers = workers;
    }

    /** Returns what it knows, for each of the question's lines; nothing where it does not say in time. */
    public List<List<String>> ask(Map<String, ?> question) {
        return Invocations.candidates(workers.worker().running(), question);
    }
}
