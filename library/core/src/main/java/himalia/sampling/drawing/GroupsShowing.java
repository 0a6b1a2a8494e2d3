package himalia.sampling.drawing;

import java.util.Arrays;
import java.util.HashMap;

/**
 * How many of the groups that were drawn speak of a share. Where few of them hold the value, or few lack it, nobody knows how far
 * groups lie apart, and the sample says as much as it has groups; where five do, their variance tells.
 *
 * <p>Groups are counted by L. Kish's effective number, since a large one beside small ones decides alone. For the same reason a
 * variance of few large groups has few degrees, by F. E. Satterthwaite (1946): An Approximate Distribution of Estimates of Variance
 * Components. Biometrics Bulletin 2 (6), 110–114.
 *
 * @param groups how many were drawn
 * @param sized as how many of one size they count
 * @param showing as how many those count that hold the value, or those that lack it if they are fewer
 */
record GroupsShowing(int groups, double sized, double showing) {
    private static final double ENOUGH = 5;

    /**
     * Counts groups.
     *
     * @param clusters the group of each row
     * @param has 1 for each row that has the value, 0 for others
     */
    static GroupsShowing of(int[] clusters, double[] has) {
        var places = new HashMap<Integer, Integer>();
        for (int cluster : clusters) {
            places.putIfAbsent(cluster, places.size());
        }
        var sizes = new double[places.size()];
        var with = new double[places.size()];
        var without = new double[places.size()];
        for (int i = 0; i < has.length; i++) {
            int group = places.getOrDefault(clusters[i], 0);
            sizes[group]++;
            with[group] += has[i];
            without[group] += 1 - has[i];
        }
        return new GroupsShowing(
                sizes.length, effective(sizes), Math.min(effective(with), effective(without)));
    }

    private static double effective(double[] counts) {
        return Arrays.stream(counts).sum() == 0 ? 0 : Weights.effectiveSize(counts);
    }

    /** Returns how little their variance tells: 1 where none of them shows the value, 0 where enough do. */
    private double unsure() {
        return Math.max(0, 1 - showing / Math.min(ENOUGH, sized));
    }

    /**
     * Returns as how many rows, drawn one by one, they say as much.
     *
     * @param varied as how many by the variance between them
     * @param left the share of all groups that were not drawn
     */
    double rows(double varied, double left) {
        return Math.min(varied, 1 / (left * unsure() / groups + (1 - unsure()) / varied));
    }

    /** Returns the degrees of freedom: of groups that are counted one fewer than there are, of a variance as their sizes are. */
    int degrees() {
        long degrees = Math.round(unsure() * (groups - 1) + (1 - unsure()) * (sized - 1));
        return (int) Math.max(Math.min(1, groups - 1), degrees);
    }
}
