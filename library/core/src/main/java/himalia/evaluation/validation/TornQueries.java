package himalia.evaluation.validation;

import himalia.evaluation.folds.Fold;
import himalia.evaluation.folds.Splitter;
import himalia.model.Trainer;
import himalia.table.LevelCodes;
import java.util.List;
import tech.tablesaw.api.Table;

/**
 * Queries that a fold tears apart: a ranker would learn from rows of the query that it is judged by, and put only some of its rows in order.
 */
final class TornQueries {
    private TornQueries() {}

    /** Returns folds; refuses those that do so, where a trainer ranks; a query's column that is not there, or has no value in a row, is refused by the trainer. */
    static List<Fold> refuse(Trainer trainer, Table table, Splitter splitter, List<Fold> folds) {
        var query = trainer.ranksWithin().filter(table.columnNames()::contains);
        if (query.isEmpty()) {
            return folds;
        }
        var column = table.column(query.get());
        var codes = LevelCodes.of(column);
        for (int number = 0; number < folds.size(); number++) {
            var fold = folds.get(number);
            var isLearnt = new boolean[codes.levels().size()];
            for (int row : fold.trainRows()) {
                if (codes.code(row) != LevelCodes.MISSING) {
                    isLearnt[codes.code(row)] = true;
                }
            }
            for (int row : fold.testRows()) {
                if (codes.code(row) != LevelCodes.MISSING && isLearnt[codes.code(row)]) {
                    throw new IllegalArgumentException(
                            "%s tears queries apart: of '%s' in '%s' fold %d learns from some rows and is judged by others, and %s ranks the rows of a query together; cut by it, new GroupKFold(5, \"%3$s\")"
                                    .formatted(
                                            splitter.getClass().getSimpleName(),
                                            codes.levels().get(codes.code(row)),
                                            query.get(),
                                            number,
                                            trainer.name()));
                }
            }
        }
        return folds;
    }
}
