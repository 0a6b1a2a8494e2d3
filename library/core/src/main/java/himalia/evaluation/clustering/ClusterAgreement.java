package himalia.evaluation.clustering;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Amount;
import himalia.display.bundle.Displayable;
import himalia.display.bundle.MimeBundle;
import himalia.model.GroupPredictions;
import himalia.table.Tables;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * How well groups that were found are those that are known; their names do not matter.
 *
 * <pre>{@code
 * var agreement = ClusterAgreement.of(table, "species", "cluster");
 * agreement.adjustedRandScore()      // 1 for the same groups, about 0 for chance
 * agreement.metrics()                // all of them, by scikit-learn's names
 * ClusterAgreement.of(new int[] {0, 0, 1}, new int[] {7, 7, 3}).vMeasureScore()   // 1.0
 * }</pre>
 *
 * <p>The numbers are scikit-learn's; those called adjusted are 0 on the mean where groups are drawn by chance. Rows that a clustering calls noise, such as
 * those of group -1, count as a group.
 *
 * <p>N. X. Vinh, J. Epps, J. Bailey (2010): Information Theoretic Measures for Clusterings Comparison. Journal of Machine Learning Research 11, 2837–2854.
 */
public final class ClusterAgreement implements Displayable {
    private static final double TINY = Math.ulp(1.0);
    private static final String NOISE = String.valueOf(GroupPredictions.NOISE);

    private final Contingency counts;

    /** How many rows are of no group that was found. */
    private final long noise;

    private ClusterAgreement(Contingency counts, long noise) {
        this.counts = counts;
        this.noise = noise;
    }

    /**
     * Compares two columns of a table.
     *
     * @param known the column that names the group a row is of
     * @param found the column that names the group a row was put into
     * @throws IllegalArgumentException if there is no such column, or a row names no group
     */
    public static ClusterAgreement of(Table table, String known, String found) {
        return of(
                Contingency.groups(Tables.column(table, given(known, "known"))),
                Contingency.groups(Tables.column(table, given(found, "found"))));
    }

    /**
     * Compares two groupings by the numbers of groups.
     *
     * @param known the group each row is of
     * @param found the group each row was put into
     */
    public static ClusterAgreement of(int[] known, int[] found) {
        return of(texts(given(known, "known")), texts(given(found, "found")));
    }

    private static ClusterAgreement of(List<String> known, List<String> found) {
        long noise = found.stream().filter(NOISE::equals).count();
        return new ClusterAgreement(Contingency.of(known, found), noise);
    }

    private static List<String> texts(int[] groups) {
        return IntStream.of(groups).mapToObj(String::valueOf).toList();
    }

    /** Returns the share of pairs of rows that both groupings put together, or both apart; from 0 to 1. */
    public double randScore() {
        var pairs = pairs();
        double all = pairs[0] + pairs[1] + pairs[2] + pairs[3];
        return all == 0 ? 1 : (pairs[0] + pairs[3]) / all;
    }

    /** Returns the Rand index less what chance gives: 1 for the same groups, about 0 for chance, -0.5 at worst. */
    public double adjustedRandScore() {
        var pairs = pairs();
        double apart = pairs[0];
        double onlyFound = pairs[1];
        double onlyKnown = pairs[2];
        double together = pairs[3];
        if (onlyFound == 0 && onlyKnown == 0) {
            return 1;
        }
        return 2
                * (together * apart - onlyKnown * onlyFound)
                / ((together + onlyKnown) * (onlyKnown + apart)
                        + (together + onlyFound) * (onlyFound + apart));
    }

    /** Returns the geometric mean of precision and recall of pairs, from 0 to 1. */
    public double fowlkesMallowsScore() {
        var pairs = pairs();
        double together = pairs[3];
        return together == 0
                ? 0
                : Math.sqrt(together / (together + pairs[1]))
                        * Math.sqrt(together / (together + pairs[2]));
    }

    /** Pairs of rows, each counted both ways: apart in both, together in the found ones only, in the known ones only, in both. */
    private double[] pairs() {
        double squares =
                squares(counts.shared().stream().mapToLong(Contingency.Shared::rows).toArray());
        double rows = counts.rows();
        double known = squares(counts.first());
        double found = squares(counts.second());
        return new double[] {
            rows * rows - found - known + squares, found - squares, known - squares, squares - rows
        };
    }

    private static double squares(long[] values) {
        return Arrays.stream(values).mapToDouble(each -> (double) each * each).sum();
    }

    /** Returns what one grouping tells of the other, in nats. */
    public double mutualInfoScore() {
        double sum = 0;
        double rows = counts.rows();
        for (var pair : counts.shared()) {
            double both = pair.rows();
            sum +=
                    both
                            / rows
                            * Math.log(
                                    both
                                            * rows
                                            / counts.first()[pair.first()]
                                            / counts.second()[pair.second()]);
        }
        return Math.max(0, sum);
    }

    /** Returns the mutual information as a share of the mean entropy of both, from 0 to 1. */
    public double normalizedMutualInfoScore() {
        if (isOneGroupEach()) {
            return 1;
        }
        double shared = mutualInfoScore();
        return shared <= TINY ? 0 : shared / meanEntropy();
    }

    /** Returns the mutual information less what chance gives, as a share: 1 for the same groups, about 0 for chance. */
    public double adjustedMutualInfoScore() {
        if (isOneGroupEach()) {
            return 1;
        }
        if (counts.first().length == 1 || counts.second().length == 1) {
            return 0;
        }
        double expected = ExpectedInformation.of(counts);
        return notNothing(mutualInfoScore() - expected) / notNothing(meanEntropy() - expected);
    }

    /** Where chance already gives all there is, as for a group a row, both are 0 but for rounding, and the groups are the same. */
    private static double notNothing(double value) {
        return value < 0 ? Math.min(value, -TINY) : Math.max(value, TINY);
    }

    private boolean isOneGroupEach() {
        return counts.first().length == 1 && counts.second().length == 1;
    }

    private double meanEntropy() {
        return (entropy(counts.first()) + entropy(counts.second())) / 2;
    }

    private double entropy(long[] groups) {
        double sum = 0;
        for (long each : groups) {
            double share = (double) each / counts.rows();
            sum -= share * Math.log(share);
        }
        return Math.max(0, sum);
    }

    /** Returns whether each group that was found holds rows of one known group only, from 0 to 1. */
    public double homogeneityScore() {
        double entropy = entropy(counts.first());
        return entropy == 0 ? 1 : mutualInfoScore() / entropy;
    }

    /** Returns whether all rows of each known group are in one that was found, from 0 to 1. */
    public double completenessScore() {
        double entropy = entropy(counts.second());
        return entropy == 0 ? 1 : mutualInfoScore() / entropy;
    }

    /** Returns the harmonic mean of homogeneity and completeness, from 0 to 1. */
    public double vMeasureScore() {
        return vMeasureScore(1);
    }

    /**
     * Returns the harmonic mean of homogeneity and completeness.
     *
     * @param beta how much completeness weighs for each homogeneity, at least 0; 1 for as much
     */
    public double vMeasureScore(double beta) {
        if (!(beta >= 0)) {
            throw new IllegalArgumentException("beta must be at least 0, got " + beta);
        }
        double homogeneity = homogeneityScore();
        double completeness = completenessScore();
        return homogeneity + completeness == 0
                ? 0
                : (1 + beta) * homogeneity * completeness / (beta * homogeneity + completeness);
    }

    /** Returns every measure by scikit-learn's name, in a fixed order. */
    public Map<String, Double> metrics() {
        var metrics = new LinkedHashMap<String, Double>();
        metrics.put("rand_score", randScore());
        metrics.put("adjusted_rand_score", adjustedRandScore());
        metrics.put("fowlkes_mallows_score", fowlkesMallowsScore());
        metrics.put("mutual_info_score", mutualInfoScore());
        metrics.put("normalized_mutual_info_score", normalizedMutualInfoScore());
        metrics.put("adjusted_mutual_info_score", adjustedMutualInfoScore());
        metrics.put("homogeneity_score", homogeneityScore());
        metrics.put("completeness_score", completenessScore());
        metrics.put("v_measure_score", vMeasureScore());
        return metrics;
    }

    private String headline() {
        int found = counts.second().length - (noise > 0 ? 1 : 0);
        return "%d known and %d found groups of %,d rows%s"
                .formatted(
                        counts.first().length,
                        found,
                        counts.rows(),
                        noise > 0
                                ? "; %s of noise, counted as one more group"
                                        .formatted(Amount.of(noise, "row"))
                                : "");
    }

    @Override
    public MimeBundle bundle() {
        return ClusterGrid.shown(headline(), metrics());
    }

    @Override
    public String toString() {
        return ClusterGrid.line(headline(), metrics());
    }
}
