package himalia.evaluation.folds;

import static himalia.display.bundle.Given.given;

import himalia.model.NumericLabel;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * Folds that stand in a column: the number of the fold that a row is judged in, or -1 for one that is learnt from only.
 *
 * <pre>{@code
 * new PredefinedSplit("fold").split(train, "churned")
 * }</pre>
 *
 * @param column holds whole numbers of at least -1
 */
public record PredefinedSplit(String column) implements Splitter {
    public PredefinedSplit {
        given(column, "column");
    }

    @Override
    public List<Fold> split(Table table, String label) {
        FoldNumbers.rows(table, label);
        var numbers = NumericLabel.of(table, column).values();
        for (int row = 0; row < numbers.length; row++) {
            if (numbers[row] < -1 || numbers[row] != Math.rint(numbers[row])) {
                throw new IllegalArgumentException(
                        "row %d has %s in '%s'; a fold is a whole number, or -1 for a row that is never judged by"
                                .formatted(row, numbers[row], column));
            }
        }
        var folds =
                DoubleStream.of(numbers).filter(fold -> fold >= 0).distinct().sorted().toArray();
        if (folds.length == 0) {
            throw new IllegalArgumentException(
                    "'%s' is -1 in every row, so none is judged by".formatted(column));
        }
        return DoubleStream.of(folds)
                .mapToObj(
                        fold ->
                                Fold.of(
                                        rows(numbers, fold, false, column),
                                        rows(numbers, fold, true, column)))
                .toList();
    }

    private static int[] rows(double[] numbers, double fold, boolean isIn, String column) {
        var rows =
                IntStream.range(0, numbers.length)
                        .filter(row -> (numbers[row] == fold) == isIn)
                        .toArray();
        if (rows.length == 0) {
            throw new IllegalArgumentException(
                    "every row has %d in '%s', so none is left to learn from"
                            .formatted((long) fold, column));
        }
        return rows;
    }

    @Override
    public List<String> columns() {
        return List.of(column);
    }
}
