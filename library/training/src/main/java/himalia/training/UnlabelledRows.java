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
    /** Squares of larger ones, added up, are infinite; those of smaller ones are 0. */
    private static final double LARGEST = 1e150;

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
        var largest = new double[rows[0].length];
        for (var row : rows) {
            for (int j = 0; j < largest.length; j++) {
                largest[j] = Math.max(largest[j], Math.abs(row[j]));
            }
        }
        double most = 0;
        for (int j = 0; j < largest.length; j++) {
            if (largest[j] > LARGEST) {
                throw unfit(table.column(j).name(), largest[j], "an infinite square", trainer);
            }
            most = Math.max(most, largest[j]);
        }
        if (most > 0 && most < 1 / LARGEST) {
            throw unfit(
                    table.column(0).name(),
                    most,
                    "a square of 0, and so have all columns",
                    trainer);
        }
        return rows;
    }

    private static IllegalArgumentException unfit(
            String column, double largest, String why, Trainer trainer) {
        return new IllegalArgumentException(
                "column '%s' reaches %s, which has %s, and %s measures distances; put a StandardScaler before it in a Pipeline"
                        .formatted(column, largest, why, trainer.name()));
    }

    /** Returns how many rows differ; where these are many, only that there are as many as are asked for. */
    static int countDistinct(double[][] rows, int enough) {
        return (int) Arrays.stream(rows).map(DoubleBuffer::wrap).distinct().limit(enough).count();
    }
}
