package himalia.sampling;

import himalia.table.ColumnArrays;
import himalia.table.EachColumn;
import himalia.table.Pieces;
import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
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
        var columns = examples.table().columns();
        var all =
                EachColumn.<Column<?>>of(
                        columns.size(),
                        kept.length,
                        place -> {
                            var column = columns.get(place);
                            var feature = examples.features().indexOf(column.name());
                            if (feature >= 0) {
                                return numbers(examples, kept, made, feature);
                            }
                            return categories.has(column.name())
                                    ? categories.column(column, kept)
                                    : labels(column, draft, kept);
                        });
        return Table.create(examples.table().name(), all);
    }

    private static DoubleColumn numbers(
            Examples examples, int[] kept, MadePoints made, int feature) {
        var given = examples.size();
        var column = examples.columns().get(feature);
        var values = ColumnArrays.of(column);
        var numbers = new double[kept.length];
        int begin = 0;
        if (areAllKept(given, kept)) {
            System.arraycopy(values, 0, numbers, 0, given);
            begin = given;
        }
        for (; begin < kept.length && kept[begin] < given; begin++) {
            numbers[begin] = values[kept[begin]];
        }
        made.fill(feature, values, kept, begin, numbers);
        return ColumnArrays.reals(column.name(), numbers);
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
