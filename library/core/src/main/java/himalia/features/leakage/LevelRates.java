package himalia.features.leakage;

import himalia.model.Labels;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * How well a column's levels, texts or numbers of few values, tell one class from the others: each test row is scored by the share
 * of the class among the training rows of its level, or among all where the level is new. The levels are read once, whatever the
 * number of classes.
 */
final class LevelRates {
    private final Map<Object, Integer> places = new HashMap<>();
    private final int[] learntLevels;
    private final int[] askedLevels;
    private final int[][] learntRows;
    private final int[][] askedRows;
    private final int[] learntSizes;
    private final int[] askedSizes;

    LevelRates(Object[] learnt, Labels learntLabels, Object[] asked, Labels askedLabels) {
        learntLevels =
                Arrays.stream(learnt)
                        .mapToInt(level -> places.computeIfAbsent(level, key -> places.size()))
                        .toArray();
        // What is new stands behind all that were learnt.
        int unknown = places.size();
        askedLevels =
                Arrays.stream(asked)
                        .mapToInt(level -> places.getOrDefault(level, unknown))
                        .toArray();
        learntRows = byClass(learntLabels);
        askedRows = byClass(askedLabels);
        learntSizes = sizes(learntLevels, unknown + 1);
        askedSizes = sizes(askedLevels, unknown + 1);
    }

    private static int[][] byClass(Labels labels) {
        var ends = new int[labels.classes().size()];
        var counts = labels.counts();
        var rows = Arrays.stream(counts).mapToObj(int[]::new).toArray(int[][]::new);
        for (int row = 0; row < labels.size(); row++) {
            int code = labels.code(row);
            rows[code][ends[code]++] = row;
        }
        return rows;
    }

    private static int[] sizes(int[] levels, int count) {
        var sizes = new int[count];
        for (int level : levels) {
            sizes[level]++;
        }
        return sizes;
    }

    /** Returns the area under the curve of a class; NaN where no row was learnt from, or the test table has no row of it, or no other. */
    double auc(int code) {
        if (learntLevels.length == 0) {
            return Double.NaN;
        }
        int unknown = learntSizes.length - 1;
        Map<Integer, double[]> groups = new HashMap<>();
        for (int row : learntRows[code]) {
            groups.computeIfAbsent(learntLevels[row], level -> new double[3])[0]++;
        }
        groups.forEach((level, group) -> group[0] /= learntSizes[level]);
        groups.put(
                unknown,
                new double[] {(double) learntRows[code].length / learntLevels.length, 0, 0});
        double[] rest = {0, 0, 0};
        for (int row : askedRows[code]) {
            groups.getOrDefault(askedLevels[row], rest)[1]++;
        }
        double others = askedLevels.length - askedRows[code].length;
        rest[2] = others;
        groups.forEach(
                (level, group) -> {
                    group[2] = askedSizes[level] - group[1];
                    rest[2] -= group[2];
                });
        groups.put(-1, rest);
        return area(groups.values().toArray(double[][]::new), askedRows[code].length, others);
    }

    /** The share of pairs in which the row of the class has the higher rate; of equal rates, half. */
    private static double area(double[][] groups, double own, double others) {
        Arrays.sort(groups, Comparator.comparingDouble(group -> group[0]));
        double below = 0;
        double pairs = 0;
        int from = 0;
        while (from < groups.length) {
            int to = from;
            double here = 0;
            double ownHere = 0;
            for (; to < groups.length && groups[to][0] == groups[from][0]; to++) {
                ownHere += groups[to][1];
                here += groups[to][2];
            }
            pairs += ownHere * (below + here / 2);
            below += here;
            from = to;
        }
        return pairs / (own * others);
    }
}
