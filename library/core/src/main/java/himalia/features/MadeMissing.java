package himalia.features;

import himalia.model.UnfitCell;
import himalia.table.Tables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.Table;

/** Says of a refusal of missing cells that a step of the pipeline made them. */
final class MadeMissing {
    private MadeMissing() {}

    /**
     * Returns a refusal with the name of the step that made the cells missing, or as it was.
     *
     * @param table what the pipeline was given
     * @param steps those that were fitted before the refusal
     */
    static IllegalArgumentException told(
            IllegalArgumentException refusal, Table table, List<FittedStep> steps) {
        var message = String.valueOf(refusal.getMessage());
        if (!message.contains("missing")) {
            return refusal;
        }
        for (var made : makers(table, steps).entrySet()) {
            var name = made.getKey();
            if (message.contains("column '" + name + "'")) {
                return of(
                        refusal,
                        "%s; %s%s made them"
                                .formatted(
                                        message,
                                        isWhole(table, name) ? "the table has none there, " : "",
                                        made.getValue()));
            }
        }
        return refusal;
    }

    private static boolean isWhole(Table table, String name) {
        return table.containsColumn(name) && Tables.countMissing(table.column(name)) == 0;
    }

    private static IllegalArgumentException of(IllegalArgumentException refusal, String message) {
        if (refusal instanceof UnfitCell cell) {
            var told = new UnfitCell(cell.column(), cell.row(), cell.why(), message);
            told.initCause(cell);
            return told;
        }
        return new IllegalArgumentException(message, refusal);
    }

    /** Returns the step that made a column's first missing cell, by the column's name. */
    private static Map<String, String> makers(Table table, List<FittedStep> steps) {
        var makers = new HashMap<String, String>();
        boolean isSeen =
                StepByStep.through(
                        steps,
                        table,
                        (step, before, after) -> {
                            for (var column : after.columns()) {
                                var name = column.name();
                                if (Tables.countMissing(column) == 0) {
                                    makers.remove(name);
                                } else if (!before.containsColumn(name) || isWhole(before, name)) {
                                    makers.put(name, step.step().name());
                                }
                            }
                            return true;
                        });
        return isSeen ? makers : Map.of();
    }
}
