package himalia.training;

import himalia.model.NumericLabel;
import himalia.model.Queries;
import himalia.model.Target;
import himalia.table.Tables;
import java.util.Arrays;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;

/** How relevant rows are to their queries, if it is something to learn an order from. */
record Relevance(NumericLabel label, Queries queries) {
    static Relevance of(
            Table table, String label, String query, GradientBoostingRanker.Objective objective) {
        var column = Tables.column(table, label);
        if (!table.isEmpty() && !(column instanceof NumericColumn<?>)) {
            throw new IllegalArgumentException(
                    "relevance '%s' holds %s, and a ranker learns from whole numbers: 0 for a row that nobody wants, more for a better one"
                            .formatted(label, Tables.kind(column)));
        }
        var numbers = NumericLabel.of(table, label);
        var queries = Queries.of(table, query, label);
        for (int row = 0; row < numbers.values().length; row++) {
            check(label, row, numbers.values()[row], objective);
        }
        var relevance = new Relevance(numbers, queries);
        relevance.checkOrder(query);
        return relevance;
    }

    private static void check(
            String label, int row, double value, GradientBoostingRanker.Objective objective) {
        if (!(value >= 0) || value != Math.rint(value)) {
            throw new IllegalArgumentException(
                    "relevance '%s' is %s in row %d; it must be a whole number of 0 or more, such as 0 to 4: round it, or number its grades"
                            .formatted(label, value, row));
        }
        if (value > objective.most()) {
            throw new IllegalArgumentException(
                    "relevance '%s' is %s in row %d, and XGBoost's %s takes at most %d%s"
                            .formatted(
                                    label,
                                    value,
                                    row,
                                    objective.parameter(),
                                    objective.most(),
                                    objective.wayOut()));
        }
    }

    /** Only rows of one query that differ in relevance tell which of them comes first. */
    private void checkOrder(String query) {
        if (Arrays.stream(queries.sizes()).allMatch(size -> size == 1)) {
            throw new IllegalArgumentException(
                    "each query in '%s' has one row, and there is nothing to put in order; name the column that rows of a query share"
                            .formatted(query));
        }
        boolean isAnyOrdered =
                Arrays.stream(queries.apart(label.values()))
                        .anyMatch(each -> Arrays.stream(each).distinct().count() > 1);
        if (!isAnyOrdered) {
            throw new IllegalArgumentException(
                    "all rows of a query in '%s' have the same relevance '%s', and there is no order to learn; add rows that are more or less relevant"
                            .formatted(query, label.name()));
        }
    }

    Target.Numbers target() {
        return label.target();
    }

    float[] floats() {
        return GradientBoosting.floats(label.values());
    }

    boolean isAnyAbove(int least) {
        return Arrays.stream(label.values()).anyMatch(value -> value > least);
    }

    /** Returns what each query weighs, of which all rows weigh the same. */
    double[] weights(double[] ofRows) {
        var checked = RowWeights.checked(ofRows, label.values().length);
        var weights = new double[queries.count()];
        Arrays.fill(weights, Double.NaN);
        for (int row = 0; row < checked.length; row++) {
            int query = queries.query(row);
            if (!Double.isNaN(weights[query]) && weights[query] != checked[row]) {
                throw new IllegalArgumentException(
                        "row %d weighs %s, and another row of its query %s; XGBoost weighs whole queries, so give all rows of one the same weight"
                                .formatted(row, checked[row], weights[query]));
            }
            weights[query] = checked[row];
        }
        return weights;
    }
}
