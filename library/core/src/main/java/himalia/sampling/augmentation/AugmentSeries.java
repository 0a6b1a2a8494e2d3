package himalia.sampling.augmentation;

import static himalia.display.bundle.Given.given;

import himalia.sampling.Resampling;
import himalia.table.Matrices;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import tech.tablesaw.api.Table;

/**
 * Adds changed copies of series that are a table's rows: every column but the label is a value, in the order of time. In a
 * {@code Pipeline} only rows to learn from are copied.
 *
 * <pre>{@code
 * Table more = new AugmentSeries(new Jitter(0.05).then(new WindowWarp(0.1)), 2, 42).resample(train, "class");
 * }</pre>
 *
 * @param transform the change
 * @param copies how many of each row
 * @param seed makes two runs agree
 */
public record AugmentSeries(Transform<double[]> transform, int copies, long seed)
        implements Augmenter {
    public AugmentSeries {
        given(transform, "transform");
        Ranges.positive(copies, "copies");
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
                Matrices.features(table, label),
                copies,
                "AugmentSeries",
                // A change may be made in the array that it is given.
                row -> transform.apply(row.clone(), random));
    }

    @Override
    public Augmented<double[]> gallery(Table table, String label, int rows) {
        Ranges.positive(rows, "rows");
        RowCopies.checkRows(table, label);
        var series =
                Matrices.rows(
                        table.first(Math.min(rows, table.rowCount())),
                        Matrices.features(table, label),
                        "AugmentSeries");
        return Augmented.of(Arrays.asList(series), transform, copies, seed);
    }
}
