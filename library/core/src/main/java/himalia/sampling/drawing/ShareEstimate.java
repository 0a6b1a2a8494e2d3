package himalia.sampling.drawing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * Makes an estimate of a share from one of a mean: what of its value was hardly seen is not taken to be as rare.
 *
 * @param has 1 for each drawn row that has the value, 0 for others
 */
record ShareEstimate(SampleDesign design, Drawn drawn, double[] has) {
    /** Makes one of which nothing is unsure. */
    static Estimate known(double share, Estimate mean) {
        return new Estimate(
                share, 0, mean.degrees(), "", Double.POSITIVE_INFINITY, List.of(), mean.groups());
    }

    /** Makes one of the mean of what has the value. */
    Estimate of(Estimate mean) {
        // Sums of weights come near 1, and an error near 0, of which no quotient says anything.
        boolean areAlike = Arrays.stream(has).distinct().count() == 1;
        double share = areAlike ? has[0] : mean.value();
        // Of one row, or one group, nobody knows how far others lie apart.
        boolean isUnsure = Double.isNaN(mean.standardError());
        double error = areAlike && !isUnsure ? 0 : mean.standardError();
        double rows = error > 0 ? share * (1 - share) / (error * error) : alike(mean);
        int degrees = mean.degrees();
        if (design instanceof WeightedSample) {
            rows = Math.min(rows, RowsStoodFor.effective(drawn, has));
        }
        if (design instanceof ClusterSample) {
            var showing = GroupsShowing.of(drawn.clusters(), has);
            rows = showing.rows(rows, left());
            degrees = showing.degrees();
        }
        return new Estimate(
                share,
                error,
                degrees,
                mean.doubt(),
                rows,
                design instanceof StratifiedSample ? strata() : List.of(),
                mean.groups());
    }

    /** Rows that are all alike say as much as whole groups of them do, where groups were drawn. */
    private double alike(Estimate mean) {
        return design instanceof ClusterSample
                ? mean.groups() / left()
                : Weights.effectiveSize(drawn.weights());
    }

    /** Groups are drawn by one fraction. */
    private double left() {
        return 1 - drawn.fractions()[0];
    }

    private List<Estimate.Stratum> strata() {
        var rows = new TreeMap<Integer, List<Integer>>();
        for (int i = 0; i < has.length; i++) {
            rows.computeIfAbsent(drawn.strata()[i], k -> new ArrayList<>()).add(i);
        }
        double weight = Arrays.stream(drawn.weights()).sum();
        return rows.values().stream()
                .map(
                        own ->
                                new Estimate.Stratum(
                                        own.stream().mapToDouble(i -> drawn.weights()[i]).sum()
                                                / weight,
                                        own.size() / (1 - drawn.fractions()[own.get(0)]),
                                        own.stream().mapToDouble(i -> has[i]).sum() / own.size()))
                .toList();
    }
}
