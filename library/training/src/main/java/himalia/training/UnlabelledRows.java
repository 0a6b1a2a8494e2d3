package himalia.training;

import himalia.model.Schema;
import himalia.model.Target;
import himalia.model.Trainer;
import himalia.table.ColumnNames;
import java.nio.DoubleBuffer;
import java.util.Arrays;
import tech.tablesaw.api.Table;

/** Rows to learn from in which no column is predicted. */
final class UnlabelledRows {
    private UnlabelledRows() {}

    /** Returns numbers without a gap, or says which column has one. */
    static double[][] of(Table table, Trainer trainer) {
        if (table.rowCount() == 0) {
            throw new IllegalArgumentException(
                    "the table has no rows; there is nothing to learn from");
        }
        ColumnNames.checkDistinct(table);
        return Schema.of(table, new Target.Scores(0)).completeRows(table, trainer.name());
    }

    /** Returns the same for an algorithm that takes squares of distances. */
    static double[][] forDistances(Table table, Trainer trainer) {
        var rows = of(table, trainer);
        return DistanceRange.toLearn(Schema.of(table, new Target.Scores(0)), rows, trainer.name());
    }

    /** Returns how many rows differ; where these are many, only that there are as many as are asked for. */
    static int countDistinct(double[][] rows, int enough) {
        return (int) Arrays.stream(rows).map(DoubleBuffer::wrap).distinct().limit(enough).count();
    }
}
