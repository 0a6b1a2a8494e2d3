package himalia.evaluation.validation;

import himalia.evaluation.folds.FoldAdvice;
import himalia.model.Model;
import himalia.table.LevelCodes;
import java.util.function.Supplier;
import tech.tablesaw.api.Table;

/**
 * The classes of the rows that a fold learns from: who refuses one class alone does not know whose rows they are.
 *
 * @param whose such as {@code fold 2}
 * @param mend what gives it rows of more classes
 */
record FoldClasses(String whose, Supplier<String> mend) {
    /** Tells of all rows that a fold learns from. */
    static FoldClasses of(int fold, FoldAdvice advice) {
        return new FoldClasses("fold " + fold, advice::text);
    }

    Model told(Table rows, String label, Supplier<Model> training) {
        try {
            return training.get();
        } catch (IllegalArgumentException refused) {
            var message = String.valueOf(refused.getMessage());
            if (!message.contains("one class only")
                    || LevelCodes.few(rows.column(label), 1).isEmpty()) {
                throw refused;
            }
            throw new IllegalArgumentException(
                    "%s; these are the rows that %s learns from: %s"
                            .formatted(message, whose, mend.get()),
                    refused);
        }
    }
}
