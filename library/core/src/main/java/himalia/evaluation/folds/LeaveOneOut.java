package himalia.evaluation.folds;

import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * Each row judged by a model of all others: for few rows, since it trains as many models.
 *
 * <pre>{@code
 * new LeaveOneOut().split(train, "churned")
 * }</pre>
 */
public record LeaveOneOut() implements Splitter {
    @Override
    public List<Fold> split(Table table, String label) {
        int rows = FoldNumbers.rows(table, label);
        if (rows < 2) {
            throw new IllegalArgumentException(
                    "LeaveOneOut judges each row by a model of all others, and 1 row alone has none; take a table of more rows");
        }
        return FoldNumbers.folds(IntStream.range(0, rows).toArray(), rows);
    }
}
