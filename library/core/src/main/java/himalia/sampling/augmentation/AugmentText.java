package himalia.sampling.augmentation;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.InterruptCheck;
import himalia.sampling.Resampling;
import himalia.table.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Adds copies of a table's rows in which one text is changed; missing texts stay missing. In a {@code Pipeline} only rows to learn from
 * are copied.
 *
 * <pre>{@code
 * Table more = new AugmentText("review", new RandomSwap(0.1).then(new Typos(0.02)), 1, 42).resample(train, "stars");
 * }</pre>
 *
 * @param column holds the text
 * @param transform the change
 * @param copies how many of each row
 * @param seed makes two runs agree
 */
public record AugmentText(String column, Transform<String> transform, int copies, long seed)
        implements Augmenter {
    public AugmentText {
        given(column, "column");
        given(transform, "transform");
        Ranges.positive(copies, "copies");
    }

    @Override
    public Resampling trace(Table table, String label, RandomGenerator random) {
        given(random, "random");
        return RowCopies.traced(more(table, label, random), table, label, copies, transform);
    }

    private Table more(Table table, String label, RandomGenerator random) {
        if (column.equals(label)) {
            throw new IllegalArgumentException(
                    "column '%s' is the label, and a copy has its row's class; name the column of texts that are changed"
                            .formatted(column));
        }
        var texts = texts(table);
        var result = RowCopies.unchanged(table, label, copies);
        var changed = StringColumn.create(column);
        var interrupt = new InterruptCheck();
        for (var i = 0; i < result.rowCount(); i++) {
            interrupt.ask();
            var isCopy = i >= texts.size();
            var row = isCopy ? (i - texts.size()) / copies : i;
            if (Tables.isMissing(texts, row)) {
                changed.appendMissing();
            } else {
                changed.append(isCopy ? copy(texts, row, random) : texts.get(row));
            }
        }
        RowCopies.checkChanged(
                IntStream.range(texts.size(), changed.size())
                        .anyMatch(
                                i ->
                                        !changed.get(i)
                                                .equals(texts.get((i - texts.size()) / copies))),
                texts.size(),
                "AugmentText",
                "the texts of column '%s' may have too few words".formatted(column),
                row ->
                        !Tables.isMissing(texts, row)
                                && !copy(texts, row, random).equals(texts.get(row)));
        return result.replaceColumn(result.columnIndex(column), changed);
    }

    /** An empty text would be a missing one. */
    private String copy(StringColumn texts, int row, RandomGenerator random) {
        var changed = transform.apply(texts.get(row), random);
        if (changed == null) {
            throw new IllegalArgumentException(
                    "the transform returned null of the text in row %d of column '%s'; return a text"
                            .formatted(row, column));
        }
        if (changed.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s leaves nothing of the text in row %d of column '%s', '%s'; take a weaker change, or leave such rows out"
                            .formatted(transform, row, column, texts.get(row)));
        }
        return changed;
    }

    @Override
    public Augmented<String> gallery(Table table, String label, int rows) {
        Ranges.positive(rows, "rows");
        RowCopies.checkRows(table, label);
        List<String> found = new ArrayList<>();
        var texts = texts(table);
        for (var i = 0; i < texts.size() && found.size() < rows; i++) {
            if (!Tables.isMissing(texts, i)) {
                found.add(texts.get(i));
            }
        }
        return Augmented.of(found, transform, copies, seed);
    }

    private StringColumn texts(Table table) {
        var found = Tables.column(table, column);
        if (!(found instanceof StringColumn texts)) {
            throw new IllegalArgumentException(
                    "column '%s' holds %s, and AugmentText changes texts"
                            .formatted(column, Tables.kind(found)));
        }
        return texts;
    }
}
