package himalia.training;

import himalia.model.Queries;
import java.util.List;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Rows in XGBoost's memory as it wants them to rank: those of a query beside each other, wherever they lie in the table.
 *
 * @param levels of columns that are categories
 * @param columns in the order of the table, as are the goal's labels; its weights are of queries
 */
record RankedRows(
        CategoryLevels levels, List<double[]> columns, Boosting.Goal goal, Queries queries) {
    /** Copies the rows of all queries. */
    DMatrix matrix() throws XGBoostError {
        return matrix(IntStream.range(0, queries.count()).toArray());
    }

    /** Copies the rows of some queries. */
    DMatrix matrix(int... chosen) throws XGBoostError {
        var sizes = queries.sizes();
        var rows = queries.rows(chosen);
        var picked =
                columns.stream()
                        .map(values -> IntStream.of(rows).mapToDouble(i -> values[i]).toArray())
                        .toList();
        var matrix = XgboostRows.matrix(picked, rows.length);
        try {
            levels.tell(matrix);
            matrix.setLabel(floats(goal.labels(), rows));
            matrix.setGroup(IntStream.of(chosen).map(query -> sizes[query]).toArray());
            if (goal.weights().length > 0) {
                matrix.setWeight(floats(goal.weights(), chosen));
            }
            return matrix;
        } catch (XGBoostError e) {
            matrix.dispose();
            throw e;
        }
    }

    private static float[] floats(float[] values, int... places) {
        var floats = new float[places.length];
        for (int i = 0; i < places.length; i++) {
            floats[i] = values[places[i]];
        }
        return floats;
    }
}
