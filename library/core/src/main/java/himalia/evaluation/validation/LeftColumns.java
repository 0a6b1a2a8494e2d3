package himalia.evaluation.validation;

import himalia.evaluation.folds.Splitter;
import himalia.model.Trainer;
import himalia.table.Tables;
import java.util.List;
import java.util.function.Supplier;

/** Columns that a splitter cuts by, which are no features: a step that names one is told that there is none, and the table has it. */
record LeftColumns(String splitter, List<String> names) {
    /** Returns those of a splitter, but the ones that the trainer itself cuts by. */
    static LeftColumns of(Trainer trainer, Splitter splitter) {
        var kept = NestedTrainer.columnsOf(trainer);
        return new LeftColumns(
                splitter.getClass().getSimpleName(),
                splitter.columns().stream().filter(column -> !kept.contains(column)).toList());
    }

    <T> T told(Supplier<T> work) {
        try {
            return work.get();
        } catch (IllegalArgumentException refused) {
            for (var name : names) {
                if (Tables.isLacking(refused, name)) {
                    throw new IllegalArgumentException(
                            "%s cuts by '%2$s', which is no feature then, so that steps and trainers do not see it: leave '%2$s' out of them"
                                    .formatted(splitter, name),
                            refused);
                }
            }
            throw refused;
        }
    }
}
