package himalia.training;

import himalia.display.bundle.InterruptCheck;
import himalia.model.GroupPredictions;
import himalia.sampling.Neighbours;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Rows in groups by how dense it is around them, and where other rows belong among them: the {@code approximate_predict} of hdbscan.
 *
 * <p>A row is reached from another one over the largest of their distance and the distances from each to its last neighbour that is asked. Another row follows
 * the learnt one from which it is reached first; it is noise where that one is, or where the whole group would have been joined with others before it.
 */
final class DensityGroups {
    private final double[][] rows;
    private final int[] groups;
    private final int neighbours;
    private final double[] cores;
    private final double[] ends;
    private final Neighbours nearest;

    /**
     * Groups anew.
     *
     * @param groups of each row, {@link GroupPredictions#NOISE} for none
     * @param neighbours how many tell how dense it is around a row, itself among them
     * @param cores how far away the last of them is, of each row
     * @param ends over which distance each group is joined with others
     */
    DensityGroups(double[][] rows, int[] groups, int neighbours, double[] cores, double[] ends) {
        this.rows = rows;
        this.groups = groups;
        this.neighbours = neighbours;
        this.cores = cores;
        this.ends = ends;
        nearest = new Neighbours(rows);
    }

    /** Measures how dense it is around rows whose groups are known. */
    static DensityGroups of(double[][] rows, int[] groups, int count, int neighbours) {
        var asked = new Neighbours(rows).to(rows, neighbours);
        var cores = new double[rows.length];
        Arrays.setAll(
                cores, i -> NeighboursModel.distance(rows[i], rows[asked[i][neighbours - 1]]));
        return new DensityGroups(rows, groups, neighbours, cores, ends(rows, groups, count, cores));
    }

    private static double[] ends(double[][] rows, int[] groups, int count, double[] cores) {
        var interrupt = new InterruptCheck();
        return IntStream.range(0, rows.length)
                .parallel()
                .filter(i -> groups[i] != GroupPredictions.NOISE)
                .collect(
                        () -> none(count),
                        (least, i) -> {
                            interrupt.ask();
                            int its = groups[i];
                            for (int j = 0; j < rows.length && cores[i] < least[its]; j++) {
                                if (groups[j] != its && cores[j] < least[its]) {
                                    least[its] = Math.min(least[its], reach(rows, cores, i, j));
                                }
                            }
                        },
                        (one, other) -> Arrays.setAll(one, g -> Math.min(one[g], other[g])));
    }

    private static double[] none(int count) {
        var none = new double[count];
        Arrays.fill(none, Double.POSITIVE_INFINITY);
        return none;
    }

    private static double reach(double[][] rows, double[] cores, int i, int j) {
        double distance = NeighboursModel.distance(rows[i], rows[j]);
        return Math.max(distance, Math.max(cores[i], cores[j]));
    }

    double[][] rows() {
        return rows;
    }

    int[] groups() {
        return groups;
    }

    double[] cores() {
        return cores;
    }

    double[] ends() {
        return ends;
    }

    /** Returns the group of each of other rows; of a row that is equal to a learnt one that one's. */
    int[] of(double[][] others) {
        int count = Math.min(rows.length, Math.max(2 * (neighbours - 1), neighbours));
        var found = nearest.to(others, count);
        return IntStream.range(0, others.length).map(i -> group(others[i], found[i])).toArray();
    }

    private int group(double[] row, int[] found) {
        if (Arrays.equals(row, rows[found[0]])) {
            return groups[found[0]];
        }
        double core = NeighboursModel.distance(row, rows[found[neighbours - 1]]);
        int first = found[0];
        double least = Double.POSITIVE_INFINITY;
        for (int each : found) {
            double reach =
                    Math.max(
                            NeighboursModel.distance(row, rows[each]), Math.max(core, cores[each]));
            if (reach < least) {
                least = reach;
                first = each;
            }
        }
        int group = groups[first];
        return group == GroupPredictions.NOISE || least >= ends[group]
                ? GroupPredictions.NOISE
                : group;
    }
}
