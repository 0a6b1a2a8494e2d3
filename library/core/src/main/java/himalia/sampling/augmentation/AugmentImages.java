package himalia.sampling.augmentation;

import static himalia.display.bundle.Given.given;

import himalia.sampling.Resampling;
import himalia.table.Matrices;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;

/**
 * Adds changed copies of pictures that are a table's rows: every column but the label is a point, row by row. In a {@code Pipeline} only
 * rows to learn from are copied.
 *
 * <pre>{@code
 * var digits = new AugmentImages(8, 8, 0, 16, new RandomRotation(15).then(new RandomShift(1, 1)), 2, 42);
 * Table more = digits.resample(train, "digit");     // three times as many rows
 * digits.gallery(train, "digit", 5)                 // five of them and their copies, to look at
 * }</pre>
 *
 * @param height of a picture, in points
 * @param width of a picture, in points
 * @param low what black is
 * @param high what white is
 * @param transform the change; it must keep height and width
 * @param copies how many of each row
 * @param seed makes two runs agree
 */
public record AugmentImages(
        int height,
        int width,
        double low,
        double high,
        Transform<Pixels> transform,
        int copies,
        long seed)
        implements Augmenter {
    public AugmentImages {
        Ranges.positive(height, "height");
        Ranges.positive(width, "width");
        given(transform, "transform");
        Ranges.positive(copies, "copies");
        if (!(low < high)) {
            throw new IllegalArgumentException(
                    "low must be less than high, got %s and %s".formatted(low, high));
        }
    }

    @Override
    public Table resample(Table table, String label, RandomGenerator random) {
        given(random, "random");
        return RowCopies.changed(
                table,
                label,
                columns(table, label),
                copies,
                "AugmentImages",
                row -> transform.apply(pixels(row), random).row());
    }

    @Override
    public Resampling trace(Table table, String label) {
        return RowCopies.traced(resample(table, label), table, label, copies, transform);
    }

    @Override
    public Augmented<Pixels> gallery(Table table, String label, int rows) {
        Ranges.positive(rows, "rows");
        var columns = columns(table, label);
        var pictures = new ArrayList<Pixels>();
        for (var row :
                Matrices.rows(
                        table.first(Math.min(rows, table.rowCount())), columns, "AugmentImages")) {
            pictures.add(pixels(row));
        }
        return Augmented.of(pictures, transform, copies, seed);
    }

    private List<String> columns(Table table, String label) {
        var columns = Matrices.features(table, label);
        if (columns.size() != (long) height * width) {
            throw new IllegalArgumentException(
                    "pictures of %d × %d have %d points, and the table has %d columns but the label; leave out the others with table.rejectColumns(…)"
                            .formatted(height, width, (long) height * width, columns.size()));
        }
        for (var name : columns) {
            checkRange(table.numberColumn(name));
        }
        return columns;
    }

    /** What lies outside would be cut off in the copies, and stay in the rows that they are copies of. */
    private void checkRange(NumericColumn<?> column) {
        if (column.max() > high || column.min() < low) {
            boolean isAbove = column.max() > high;
            throw new IllegalArgumentException(
                    "column '%s' has %s, which is %s, %s; name the numbers of black and of white that the pictures have"
                            .formatted(
                                    column.name(),
                                    isAbove ? column.max() : column.min(),
                                    isAbove ? "above high" : "below low",
                                    isAbove ? high : low));
        }
    }

    private Pixels pixels(double[] row) {
        return Pixels.ofRow(row, height, width, low, high);
    }
}
