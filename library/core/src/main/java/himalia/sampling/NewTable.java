package himalia.sampling;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** The table of a draft with rows that were made: features are real numbers, labels those of the rows that began them. */
final class NewTable {
    /** Rows whose columns are written together, while they are in the cache. */
    private static final int CHUNK = 4096;

    private NewTable() {}

    static Table of(Examples examples, Draft draft, MadePoints made) {
        var none = new Categories(List.of(), new int[0][], new int[0][]);
        return of(examples, draft, made, new CategoryRows(draft, none));
    }

    static Table of(Examples examples, Draft draft, MadePoints made, CategoryRows categories) {
        var kept = draft.kept();
        var columns = new double[examples.features().size()][kept.length];
        IntStream.range(0, (kept.length + CHUNK - 1) / CHUNK)
                .parallel()
                .forEach(chunk -> fill(examples, kept, chunk * CHUNK, made, columns));
        var table = Table.create(examples.table().name());
        for (var column : examples.table().columns()) {
            var feature = examples.features().indexOf(column.name());
            if (feature >= 0) {
                table.addColumns(DoubleColumn.create(column.name(), columns[feature]));
            } else if (categories.has(column.name())) {
                table.addColumns(categories.column(column, kept));
            } else {
                table.addColumns(labels(column, draft, kept));
            }
        }
        return table;
    }

    private static void fill(
            Examples examples, int[] kept, int from, MadePoints made, double[][] columns) {
        var given = examples.points().length;
        var point = new double[columns.length];
        for (var i = from; i < Math.min(from + CHUNK, kept.length); i++) {
            var values = point;
            if (kept[i] < given) {
                values = examples.points()[kept[i]];
            } else {
                made.write(kept[i], point);
            }
            for (var j = 0; j < columns.length; j++) {
                columns[j][i] = values[j];
            }
        }
    }

    /** Returns a column by the rows that those of the draft come from. */
    private static Column<?> labels(Column<?> column, Draft draft, int[] kept) {
        return column.subset(Arrays.stream(kept).map(draft::from).toArray());
    }
}
