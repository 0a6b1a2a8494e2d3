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
 * <p>A copy of which nothing is left to see, as where a square covers all that was drawn, is made again.
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
    /** Of shares, of four bits, of eight, and of sixteen. */
    private static final List<Double> WHITES = List.of(1.0, 16.0, 255.0, 65_535.0);

    private static final int TRIES = 100;

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

    /**
     * Takes black and white from a table: 0, and the least of 1, 16, 255 and 65535 that no number is above. Where numbers are below
     * 0, they are -1 and 1, or where that is too little, the least and the most of the numbers.
     *
     * <pre>{@code
     * AugmentImages.of(train, "digit", 8, 8, new RandomRotation(15), 2, 42)
     * }</pre>
     *
     * @param label the column that is no point
     * @param height of a picture, in points
     * @param width of a picture, in points
     * @throws IllegalArgumentException if the table has no rows, or another number of columns, or one without numbers
     */
    public static AugmentImages of(
            Table table,
            String label,
            int height,
            int width,
            Transform<Pixels> transform,
            int copies,
            long seed) {
        RowCopies.checkRows(given(table, "table"), given(label, "label"));
        var columns = Matrices.columns(table, Matrices.features(table, label), "AugmentImages");
        double least = columns.stream().mapToDouble(NumericColumn::min).min().orElse(0);
        double most = columns.stream().mapToDouble(NumericColumn::max).max().orElse(1);
        double low = least >= 0 ? 0 : least >= -1 && most <= 1 ? -1 : least;
        double high =
                low == 0 || low == -1
                        ? WHITES.stream().filter(white -> white >= most).findFirst().orElse(most)
                        : Math.max(most, 0);
        return new AugmentImages(height, width, low, high, transform, copies, seed);
    }

    @Override
    public Resampling trace(Table table, String label, RandomGenerator random) {
        given(random, "random");
        return RowCopies.traced(more(table, label, random), table, label, copies, transform);
    }

    private Table more(Table table, String label, RandomGenerator random) {
        return RowCopies.changed(
                table,
                label,
                columns(table, label),
                copies,
                "AugmentImages",
                row -> changed(pixels(row), random).row());
    }

    @Override
    public Augmented<Pixels> gallery(Table table, String label, int rows) {
        Ranges.positive(rows, "rows");
        RowCopies.checkRows(table, label);
        var columns = columns(table, label);
        var pictures = new ArrayList<Pixels>();
        for (var row :
                Matrices.rows(
                        table.first(Math.min(rows, table.rowCount())), columns, "AugmentImages")) {
            pictures.add(pixels(row));
        }
        return Augmented.of(pictures, this::changed, copies, seed);
    }

    private Pixels changed(Pixels original, RandomGenerator random) {
        for (int i = 0; i < TRIES; i++) {
            var copy = transform.apply(original, random);
            given(copy, "the transform's picture", "let the transform return one");
            if (!copy.isOfOneValue() || original.isOfOneValue()) {
                return copy;
            }
        }
        throw new IllegalArgumentException(
                "of a picture nothing is left to see by %s, in %d tries; take a weaker change"
                        .formatted(transform, TRIES));
    }

    private List<String> columns(Table table, String label) {
        var columns = Matrices.features(table, label);
        if (columns.size() != (long) height * width) {
            throw new IllegalArgumentException(
                    "pictures of %d × %d have %d points, and the table has %d columns but the label; leave out the others with table.rejectColumns(…)"
                            .formatted(height, width, (long) height * width, columns.size()));
        }
        Matrices.columns(table, columns, "AugmentImages").forEach(this::checkRange);
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
