package himalia.training;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Columns whose numbers are told by their places among the different ones of their column, so that trees compare and sort whole numbers.
 *
 * @param ranks of each column, the place of each row's number
 * @param values of each column, its different numbers in order
 */
record RankedColumns(int[][] ranks, double[][] values) {
    /**
     * Ranks the columns of some rows, none of whose numbers is missing.
     *
     * @param ask throws where it is to end; asked for each column, on several threads
     */
    static RankedColumns of(double[][] rows, Runnable ask) {
        int width = rows[0].length;
        var ranks = new int[width][rows.length];
        var values = new double[width][];
        IntStream.range(0, width)
                .parallel()
                .forEach(
                        j -> {
                            ask.run();
                            // Both zeros are one number.
                            double[] column =
                                    Arrays.stream(rows).mapToDouble(row -> row[j] + 0.0).toArray();
                            values[j] = Arrays.stream(column).sorted().distinct().toArray();
                            Arrays.setAll(
                                    ranks[j], row -> Arrays.binarySearch(values[j], column[row]));
                        });
        return new RankedColumns(ranks, values);
    }

    int rows() {
        return ranks[0].length;
    }

    int width() {
        return ranks.length;
    }

    /** Returns the middle of two numbers of a column, or the lower one where no double lies between them. */
    double between(int column, int below, int above) {
        double low = values[column][below];
        double high = values[column][above];
        double middle = low / 2 + high / 2;
        return low <= middle && middle < high ? middle : low;
    }
}
