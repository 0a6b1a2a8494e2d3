package himalia.features.leakage;

import himalia.model.Labels;
import java.util.Arrays;
import java.util.stream.IntStream;

/** How well numbers order the rows of each class among all others: sorted once, whatever the number of classes. */
final class RankedValues {
    private final double[] rankSums;
    private final double[] counts;
    private final double all;

    /** Takes a number for each row; NaN is missing, and left out. */
    RankedValues(Labels labels, double[] values) {
        var rows =
                IntStream.range(0, values.length)
                        .filter(row -> !Double.isNaN(values[row]))
                        .toArray();
        var sorted = IntStream.of(rows).mapToDouble(row -> values[row] + 0.0).sorted().toArray();
        var ranks = ranks(sorted);
        rankSums = new double[labels.classes().size()];
        counts = new double[rankSums.length];
        all = rows.length;
        for (int row : rows) {
            rankSums[labels.code(row)] += ranks[Arrays.binarySearch(sorted, values[row] + 0.0)];
            counts[labels.code(row)]++;
        }
    }

    /** The mean rank of equal numbers, at each of their places. */
    private static double[] ranks(double[] sorted) {
        var ranks = new double[sorted.length];
        int from = 0;
        while (from < sorted.length) {
            int to = from;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            Arrays.fill(ranks, from, to, (from + 1 + to) / 2.0);
            from = to;
        }
        return ranks;
    }

    /** Returns the rows of a class among all that have a number. */
    RareRows rows(int code) {
        return new RareRows((int) counts[code], (int) all);
    }

    /** Returns the area under the curve of a class; NaN where there is no row of it, or no other. */
    double auc(int code) {
        double own = counts[code];
        return (rankSums[code] - own * (own + 1) / 2) / (own * (all - own));
    }
}
