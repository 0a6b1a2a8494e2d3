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
     * @param pipeline what has refused
     * @param table what it was given
     * @param steps those that were fitted before the refusal
     */
    static IllegalArgumentException told(
            IllegalArgumentException refusal,
            Pipeline pipeline,
            Table table,
            List<FittedStep> steps) {
        for (var name : table.columnNames()) {
            if (Tables.isLacking(refusal, name)) {
                var taker = taker(name, table, steps);
                return taker.isEmpty()
                        ? refusal
                        : new IllegalArgumentException(
                                told(taker, name, pipeline.naming(name)), refusal);
            }
        }
        return refusal;
    }

    /** A step or sampler that names the column may come first; what a trainer names is never taken by what comes behind it. */
    private static String told(String taker, String column, List<String> naming) {
        return naming.stream()
                .filter(name -> !name.equals(taker))
                .findFirst()
                .map(
                        asker ->
                                "%1$s of the pipeline has taken column '%2$s', and %3$s, which comes after it, names it; put %3$s before %1$s, or leave '%2$s' out of one of the two"
                                        .formatted(taker, column, asker))
                .orElseGet(
                        () ->
                                "%1$s of the pipeline has taken column '%2$s', and what comes after it asks for it; leave '%2$s' out of %1$s, or out of what comes after, such as categorical(\"%2$s\")"
                                        .formatted(taker, column));
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
