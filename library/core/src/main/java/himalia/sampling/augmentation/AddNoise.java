package himalia.sampling.augmentation;

import static himalia.display.bundle.Given.given;

import himalia.sampling.Resampling;
import himalia.table.Matrices;
import himalia.table.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.Table;

/**
 * Adds copies of a table's rows with normal noise on their real numbers; whole numbers, texts, booleans and times are copied as they
 * are, for there is nothing between them. In a {@code Pipeline} only rows to learn from are copied.
 *
 * <pre>{@code
 * Table more = new AddNoise(0.05, 1, 42).resample(train, "churned");
 * }</pre>
 *
 * @param deviation the noise's standard deviation, as a share of each column's own; not below 0
 * @param copies how many of each row
 * @param seed makes two runs agree
 */
public record AddNoise(double deviation, int copies, long seed) implements Copying {
    public AddNoise {
        Ranges.notNegative(deviation, "deviation");
        Ranges.positive(copies, "copies");
    }

    @Override
    public Resampling trace(Table table, String label, RandomGenerator random) {
        given(random, "random");
        return RowCopies.traced(
                more(table, label, random),
                table,
                label,
                copies,
                "normal noise of %s of each column's deviation".formatted(deviation));
    }

    private Table more(Table table, String label, RandomGenerator random) {
        var columns = columns(table, label);
        var scales = scales(table, columns);
        return RowCopies.changed(
                table,
                label,
                columns,
                copies,
                "AddNoise",
                row ->
                        IntStream.range(0, row.length)
                                .mapToDouble(
                                        j ->
                                                finite(
                                                        row[j] + scales[j] * random.nextGaussian(),
                                                        columns.get(j)))
                                .toArray());
    }

    private double finite(double number, String column) {
        if (Double.isInfinite(number)) {
            throw new IllegalArgumentException(
                    "noise of %s deviations takes column '%s' beyond the largest number there is; take a smaller deviation, such as 0.05"
                            .formatted(deviation, column));
        }
        return number;
    }

    private double[] scales(Table table, List<String> columns) {
        var rows = Matrices.rows(table, columns, "AddNoise");
        return IntStream.range(0, columns.size())
                .mapToDouble(
                        j ->
                                deviation
                                        * Series.deviation(
                                                Arrays.stream(rows)
                                                        .mapToDouble(row -> row[j])
                                                        .toArray()))
                .toArray();
    }

    private static List<String> columns(Table table, String label) {
        Tables.column(table, label);
        var columns = new ArrayList<String>();
        for (var column : table.columns()) {
            if (!column.name().equals(label)
                    && (column instanceof DoubleColumn || column instanceof FloatColumn)) {
                columns.add(column.name());
            }
        }
        if (columns.isEmpty()) {
            throw new IllegalArgumentException(
                    "the table has no column of real numbers but the label '%s', so a copy would be no other row; make one with column.asDoubleColumn(), or take RandomOverSampler"
                            .formatted(label));
        }
        return columns;
    }
}
