package himalia.evaluation;

import himalia.model.Predictions;
import java.util.Arrays;
import java.util.List;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** Few rows of two classes, of three and of numbers, and what was predicted: scikit-learn was asked of the same. */
final class JudgedRows {
    static final Table TWO =
            Table.create("two", IntColumn.create("y", 0, 0, 0, 1, 1, 0, 1, 0, 1, 0));
    static final Predictions OF_TWO =
            Predictions.of(
                    List.of("0", "1"),
                    Arrays.stream(
                                    new double[] {
                                        0.1, 0.4, 0.35, 0.8, 0.3, 0.6, 0.9, 0.2, 0.55, 0.05
                                    })
                            .mapToObj(p -> new double[] {1 - p, p})
                            .toArray(double[][]::new));
    static final Table THREE = Table.create("three", IntColumn.create("y", 0, 1, 2, 0, 1, 2, 2, 1));
    static final Predictions OF_THREE =
            Predictions.of(
                    List.of("0", "1", "2"),
                    new double[][] {
                        {0.7, 0.2, 0.1}, {0.2, 0.5, 0.3}, {0.1, 0.3, 0.6}, {0.4, 0.5, 0.1},
                        {0.3, 0.6, 0.1}, {0.2, 0.2, 0.6}, {0.5, 0.1, 0.4}, {0.1, 0.8, 0.1}
                    });
    static final Table NUMBERS = Table.create("numbers", DoubleColumn.create("y", 1, 2, 3, 4.5, 5));
    static final Predictions OF_NUMBERS = Predictions.of(new double[] {1.5, 1.8, 3.3, 4, 6});

    private JudgedRows() {}
}
