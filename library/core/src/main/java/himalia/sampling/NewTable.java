package himalia.sampling;

import himalia.table.ColumnArrays;
import himalia.table.EachColumn;
import himalia.table.Pieces;
import java.util.Arrays;
import java.util.List;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
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
        var table = Table.create(examples.table().name());
        // Their names are distinct, or there were no examples; Tablesaw compares each with all
        // before.
        all.forEach(table::internalAddWithoutValidation);
        return table;
    }

    private static DoubleColumn numbers(
            Examples examples, int[] kept, MadePoints made, int feature) {
        var given = examples.size();
        var column = examples.columns().get(feature);
        var values = ColumnArrays.of(column);
        boolean areAll = areAllKept(given, kept);
        var numbers = areAll ? Arrays.copyOf(values, kept.length) : new double[kept.length];
        int begin = areAll ? given : 0;
        for (; begin < kept.length && kept[begin] < given; begin++) {
            numbers[begin] = values[kept[begin]];
        }
        made.fill(feature, values, kept, begin, numbers);
        return ColumnArrays.printedAs(column, ColumnArrays.reals(column.name(), numbers));
    }

    /** Returns a column by the rows that those of the draft come from. */
    private static Column<?> labels(Column<?> column, Draft draft, int[] kept) {
        int given = draft.given();
        if (!areAllKept(given, kept)) {
            return column.subset(draft.from(kept));
        }
        var rows = draft.from(Arrays.copyOfRange(kept, given, kept.length));
        return column instanceof IntColumn numbers
                ? ColumnArrays.grown(numbers, rows)
                : grown(column, rows);
    }

    /** A copy of a column with some of its cells behind it. */
    private static <C extends Column<C>> Column<?> grown(Column<?> column, int[] rows) {
        @SuppressWarnings("unchecked")
        var given = (C) column;
        var all = given.copy();
        Pieces.each(
                rows.length,
                (from, to) -> {
                    for (int i = from; i < to; i++) {
                        all.append(given, rows[i]);
                    }
                });
        return all;
    }

    private static boolean areAllKept(int given, int[] kept) {
        return given > 0 && kept.length >= given && kept[given - 1] == given - 1;
    }
}
