package himalia.features;

import static himalia.display.bundle.Given.given;

import himalia.table.Tables;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import tech.tablesaw.api.Table;

/**
 * Adds what a number was some rows before, in the order of a column, in each group.
 *
 * <pre>{@code
 * new Lags("sales", List.of(1, 7), "day", List.of("shop")).apply(table)      // sales_lag_1, sales_lag_7
 * }</pre>
 *
 * <p>It is no {@link Step}: what becomes of a row depends on others. Do it before the rows are split, and split by time.
 *
 * @param column a column of numbers
 * @param lags how many rows before
 * @param order the column that tells the order, such as a date
 * @param groups columns whose values keep rows apart; none for one sequence
 */
public record Lags(String column, List<Integer> lags, String order, List<String> groups) {
    public Lags {
        given(column, "column");
        given(lags, "lags");
        given(order, "order");
        given(groups, "groups");
        lags = List.copyOf(lags);
        groups = List.copyOf(groups);
        if (lags.stream().distinct().count() < lags.size()) {
            throw new IllegalArgumentException(
                    "lags names one twice, got " + lags + "; name each once");
        }
        if (lags.isEmpty() || lags.stream().anyMatch(lag -> lag < 1)) {
            throw new IllegalArgumentException(
                    "lags must be rows before, each at least 1, got " + lags);
        }
    }

    /** Returns the table with a column more for each lag; its rows stay as they stand. */
    public Table apply(Table table) {
        var numbers = RowSequence.numbers(Tables.given(table), column, "Lags");
        var groupRows = RowSequence.of(table, order, groups);
        var made = new LinkedHashMap<String, double[]>();
        for (int lag : lags) {
            var before = new double[numbers.length];
            Arrays.fill(before, Double.NaN);
            for (var rows : groupRows) {
                for (int i = lag; i < rows.length; i++) {
                    before[rows[i]] = numbers[rows[i - lag]];
                }
            }
            made.put(column + "_lag_" + lag, before);
        }
        return RowSequence.with(table, made);
    }

    /**
     * Returns the same as a query in DuckDB's SQL, where no two rows of a group have the same place in the order: those stand in
     * any order there, and here as they stood.
     *
     * @param from what stands behind FROM, in SQL
     */
    public String sql(String from) {
        var made = new LinkedHashMap<String, String>();
        for (int lag : lags) {
            made.put(
                    column + "_lag_" + lag,
                    "lag(%s, %s) %s"
                            .formatted(
                                    SqlText.number(column),
                                    lag,
                                    RowSequence.over(order, groups, "")));
        }
        var free = NewColumns.free(given(from, "from"), made.keySet(), "Lags");
        return SqlText.adding(made, free);
    }
}
