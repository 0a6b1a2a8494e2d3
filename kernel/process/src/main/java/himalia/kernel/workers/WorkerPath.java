package himalia.kernel.workers;

import java.util.ArrayList;
import java.util.List;

/**
 * The class path of a worker, in its parts.
 *
 * @param own what the worker itself runs on: jars of the user's that are to come first stand behind it, or it would not start
 * @param shown what else it has when its JVM starts: what shows values
 * @param others what joins once the JVM runs
 */
public record WorkerPath(List<String> own, List<String> shown, List<String> others) {
    public WorkerPath {
        own = List.copyOf(own);
        shown = List.copyOf(shown);
        others = List.copyOf(others);
    }

    /** A class path of which nothing is known. */
    public static WorkerPath of(List<String> jars) {
        return new WorkerPath(List.of(), List.of(), jars);
    }

    /** Returns the same with more at the end. */
    public WorkerPath and(List<String> more) {
        var all = new ArrayList<>(others);
        all.addAll(more);
        return new WorkerPath(own, shown, all);
    }

    /** Returns all, in order, with jars that stand before ours. */
    List<String> before(List<String> first) {
        var all = new ArrayList<>(own);
        all.addAll(first);
        all.addAll(shown);
        all.addAll(others);
        return all;
    }
}
