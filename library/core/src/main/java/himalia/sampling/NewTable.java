package himalia.sampling;

import himalia.table.DoubleColumns;
import himalia.table.Pieces;
import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** The table of a draft with rows that were made: features are real numbers, labels those of the rows that began them. */
final class NewTable {
    private NewTable() {}

    static Table of(Examples examples, Draft draft, MadePoints made) {
        var none = new Categories(List.of(), new int[0][], new int[0][]);
        return of(examples, draft, made, new CategoryRows(draft, none));
    }

    static Table of(Examples examples, Draft draft, MadePoints made, CategoryRows categories) {
        var kept = draft.kept();
        var features =
                DoubleColumns.of(
                        examples.features(),
                        kept.length,
                        (feature, numbers) -> fill(examples, kept, made, feature, numbers));
        var table = Table.create(examples.table().name());
        for (var column : examples.table().columns()) {
            var feature = examples.features().indexOf(column.name());
            if (feature >= 0) {
                table.addColumns(features.get(feature));
            } else if (categories.has(column.name())) {
                table.addColumns(categories.column(column, kept));
            } else {
                table.addColumns(labels(column, draft, kept));
            }
        }
        return table;
    }

    private static void fill(
            Examples examples, int[] kept, MadePoints made, int feature, double[] numbers) {
        var given = examples.size();
        var column = examples.columns().get(feature);
        boolean areAllKept = areAllKept(given, kept);
        var values = areAllKept ? numbers : new double[given];
        read(column, given, values);
        int begin = areAllKept ? given : 0;
        for (; begin < kept.length && kept[begin] < given; begin++) {
            numbers[begin] = values[kept[begin]];
        }
        made.fill(feature, values, kept, begin, numbers);
    }

    /** A loop of its own for most columns, in which nothing is asked for each cell. */
    private static void read(NumericColumn<?> column, int rows, double[] values) {
        if (column instanceof DoubleColumn doubles) {
            for (int row = 0; row < rows; row++) {
                values[row] = doubles.getDouble(row);
            }
            return;
        }
        for (int row = 0; row < rows; row++) {
            values[row] = column.getDouble(row);
        }
    }

    /** Returns a column by the rows that those of the draft come from. */
    private static Column<?> labels(Column<?> column, Draft draft, int[] kept) {
        return areAllKept(draft.given(), kept)
                ? grown(column, draft, kept)
                : column.subset(IntStream.of(kept).map(draft::from).toArray());
    }

    /** A copy of a column with those of the made rows behind it that stay, each with the value of the row that it is from. */
    private static <C extends Column<C>> Column<?> grown(
            Column<?> column, Draft draft, int[] kept) {
        @SuppressWarnings("unchecked")
        var given = (C) column;
        var all = given.copy();
        Pieces.each(
                kept.length - draft.given(),
                (from, to) -> {
                    for (var made = from; made < to; made++) {
                        all.append(given, draft.from(kept[draft.given() + made]));
                    }
                });
        return all;
    }

    private static boolean areAllKept(int given, int[] kept) {
        return given > 0 && kept.length >= given && kept[given - 1] == given - 1;
    }
}
