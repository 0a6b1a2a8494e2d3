package himalia.features;

import java.util.List;
import java.util.concurrent.CancellationException;
import tech.tablesaw.api.Table;

/** Goes once more through the steps before a refusal, to find the one that is to be named with it. */
@FunctionalInterface
interface StepByStep {
    /** Looks at what a step has done; returns whether the next one is to be looked at. */
    boolean goesOn(FittedStep step, Table before, Table after);

    /** Returns whether all were looked at that were wanted: who is to be told of a refusal has no use for another one. */
    static boolean through(List<FittedStep> steps, Table table, StepByStep look) {
        var rows = table;
        for (var step : steps) {
            Table done;
            try {
                done = Handed.apply(step, rows);
            } catch (CancellationException e) {
                throw e;
            } catch (RuntimeException e) {
                return false;
            }
            if (!look.goesOn(step, rows, done)) {
                return true;
            }
            rows = done;
        }
        return true;
    }
}
