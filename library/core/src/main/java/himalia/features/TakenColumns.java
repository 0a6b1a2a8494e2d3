package himalia.features;

import himalia.table.Tables;
import java.util.List;
import tech.tablesaw.api.Table;

/** Says of a refusal of a column that is not there that a step of the pipeline took it. */
final class TakenColumns {
    private TakenColumns() {}

    /**
     * Returns a refusal with the name of the step that took the column, or as it was.
     *
     * @param table what the pipeline was given
     * @param steps those that were fitted before the refusal
     */
    static IllegalArgumentException told(
            IllegalArgumentException refusal, Table table, List<FittedStep> steps) {
        for (var name : table.columnNames()) {
            if (Tables.isLacking(refusal, name)) {
                var taker = taker(name, table, steps);
                return taker.isEmpty()
                        ? refusal
                        : new IllegalArgumentException(
                                "%1$s of the pipeline has taken column '%2$s', and what comes after it asks for it; leave '%2$s' out of %1$s, or out of what comes after, such as categorical(\"%2$s\")"
                                        .formatted(taker, name),
                                refusal);
            }
        }
        return refusal;
    }

    private static String taker(String column, Table table, List<FittedStep> steps) {
        var taker = new StringBuilder();
        StepByStep.through(
                steps,
                table,
                (step, before, after) -> {
                    boolean isThere = after.containsColumn(column);
                    if (!isThere) {
                        taker.append(step.step().name());
                    }
                    return isThere;
                });
        return taker.toString();
    }
}
