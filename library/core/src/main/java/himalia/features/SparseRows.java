package himalia.features;

import static himalia.display.bundle.Given.given;

import java.util.Arrays;
import java.util.Locale;

/**
 * Rows of which nearly all numbers are 0: those that are not, with their places.
 *
 * <pre>{@code
 * SparseRows counts = new CountVectorizer("note").fit(train).sparse(train);
 * counts.value(0, 3)     // how often row 0 has the fourth term
 * }</pre>
 *
 * @param columns how many columns there are
 * @param starts where each row begins among the places, and at the end how many there are
 * @param places the columns of the numbers, in order in each row
 * @param values the numbers
 */
public record SparseRows(int columns, int[] starts, int[] places, double[] values) {
    public SparseRows {
        given(starts, "starts");
        given(places, "places");
        given(values, "values");
        if (starts.length == 0
                || starts[starts.length - 1] != places.length
                || places.length != values.length) {
            throw new IllegalArgumentException(
                    "starts must end with the number of values, of which each has a place; got %d starts, %d places and %d values"
                            .formatted(starts.length, places.length, values.length));
        }
    }

    /** Returns how many rows there are. */
    public int rows() {
        return starts.length - 1;
    }

    /** Returns one number. */
    public double value(int row, int column) {
        int found = Arrays.binarySearch(places, starts[row], starts[row + 1], column);
        return found < 0 ? 0 : values[found];
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%,d × %,d sparse, of which %,d are not 0: value(row, column) gives one",
                rows(),
                columns,
                values.length);
    }
}
