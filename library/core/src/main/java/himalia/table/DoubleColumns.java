package himalia.table;

import static himalia.display.bundle.Given.given;

import java.util.List;
import tech.tablesaw.api.DoubleColumn;

/**
 * Makes columns of numbers, on all cores where there is much to do. A column copies the array that it is made of, so each
 * core fills one array again and again, and what is made takes up its own memory and no more.
 *
 * <pre>{@code
 * List<DoubleColumn> made =
 *         DoubleColumns.of(List.of("ones", "twos"), 3, (column, numbers) -> Arrays.fill(numbers, column + 1));
 * }</pre>
 */
public final class DoubleColumns {
    private DoubleColumns() {}

    /** Writes the numbers of a column. */
    @FunctionalInterface
    public interface Filling {
        /**
         * Writes all numbers of a column.
         *
         * @param numbers an array as long as the column, in which those of another column may stand
         */
        void fill(int column, double[] numbers);
    }

    /** Returns columns of some names, in their order, filled one by one; what the filling throws is thrown as it is. */
    public static List<DoubleColumn> of(List<String> names, int rows, Filling filling) {
        given(names, "names");
        given(filling, "filling");
        return EachColumn.of(
                names.size(),
                rows,
                () -> new double[rows],
                (column, numbers) -> {
                    filling.fill(column, numbers);
                    return DoubleColumn.create(names.get(column), numbers);
                });
    }
}
