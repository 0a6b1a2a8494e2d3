package himalia.features.leakage;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Values that come again and again while nothing stands beside them: whole numbers, and what a root, a logarithm or a scaler has
 * made of them, however far apart they are. Rows of such values lie on lines by chance. What is made between others has values of
 * its own wherever these differ. Equal rows count once.
 */
final class RepeatedValues {
    private static final int OFTEN = 3;

    /** Numbers of few digits come again by chance, but then those beside them come as well: so many of their last digits away. */
    private static final int BESIDE = 5;

    /** Made rows have values of their own wherever the two that they were made from differ, which is in two columns at least. */
    private static final int OWN = 2;

    private static final double EXACT = 1e-9;

    private final double[][] sorted;
    private final double @Nullable [][] errors;

    /**
     * Sorts the values of each column.
     *
     * @param errors how far numbers may be from what they were before they were rounded, or nothing
     */
    RepeatedValues(double[][] rows, double @Nullable [][] errors) {
        this.errors = errors;
        var different = EqualRows.different(rows);
        sorted =
                IntStream.range(0, rows[0].length)
                        .parallel()
                        .mapToObj(j -> sorted(different, j))
                        .toArray(double[][]::new);
    }

    private static double[] sorted(List<double[]> rows, int column) {
        return rows.stream().mapToDouble(row -> row[column]).sorted().toArray();
    }

    /** Whether a row may have been made: it has values of its own. */
    boolean areOwn(double[][] rows, int row) {
        int own = 0;
        for (int j = 0; j < sorted.length && own < OWN; j++) {
            double error = errors == null ? EXACT : errors[row][j];
            own += isRepeated(sorted[j], rows[row][j], error) ? 0 : 1;
        }
        return own == OWN;
    }

    private static boolean isRepeated(double[] sorted, double value, double error) {
        int often = count(sorted, value, error);
        return often >= OFTEN && count(sorted, value, 2 * BESIDE * error) < 2 * often;
    }

    private static int count(double[] sorted, double value, double within) {
        return place(sorted, value + within) - place(sorted, value - within);
    }

    /** How many are smaller. */
    private static int place(double[] sorted, double value) {
        int place = Arrays.binarySearch(sorted, value);
        while (place > 0 && sorted[place - 1] == value) {
            place--;
        }
        return place < 0 ? -place - 1 : place;
    }
}
