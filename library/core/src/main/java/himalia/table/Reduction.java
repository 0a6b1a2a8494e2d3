package himalia.table;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.columns.Column;

/**
 * An aggregate that knows what it makes, where no value tells: a mean is a double of whole numbers, too.
 *
 * @param makes from the column that is aggregated to the type of the result
 * @param reduces from values to the one
 * @param isCount whether it counts, so that no rows have a value, too
 */
record Reduction(
        Function<Column<?>, ColumnType> makes,
        Function<Column<?>, @Nullable Object> reduces,
        boolean isCount)
        implements Function<Column<?>, @Nullable Object> {
    static Reduction real(Function<Column<?>, @Nullable Object> reduces) {
        return new Reduction(from -> ColumnType.DOUBLE, reduces, false);
    }

    static Reduction count(Function<Column<?>, @Nullable Object> reduces) {
        return new Reduction(from -> ColumnType.INTEGER, reduces, true);
    }

    static Reduction sum() {
        return new Reduction(
                from -> Totals.isReal(Totals.numbers(from)) ? ColumnType.DOUBLE : ColumnType.LONG,
                Totals::sum,
                false);
    }

    @Override
    public @Nullable Object apply(Column<?> values) {
        return reduces.apply(values);
    }
}
