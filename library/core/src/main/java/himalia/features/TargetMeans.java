package himalia.features;

import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.columns.Column;

/**
 * The means of a label by level, drawn towards the mean of all.
 *
 * <p>D. Micci-Barreca (2001): A preprocessing scheme for high-cardinality categorical attributes in classification and
 * prediction problems. SIGKDD Explorations 3, 27–32.
 */
record TargetMeans(Levels levels, TargetNumbers target, double smooth) {
    /** The means of some rows: of each level, and of all. */
    private record Means(double[] ofLevels, double ofAll) {}

    /**
     * Returns what puts the means in the place of the levels.
     *
     * @param fold the fold of each row
     * @param without the fold whose rows are left out, or -1
     */
    LevelNumbers rule(int[] places, int[] fold, int without, List<String> names) {
        var numbers = new double[names.size()][];
        var unknown = new double[names.size()];
        for (int k = 0; k < numbers.length; k++) {
            var means = means(places, target.numbers()[k], fold, without);
            numbers[k] = means.ofLevels();
            unknown[k] = means.ofAll();
        }
        return new LevelNumbers(levels, names, numbers, unknown, "");
    }

    /** Does each row by the means of all folds but its own. */
    List<Column<?>> crossFitted(Column<?> column, int[] fold, int folds, List<String> names) {
        var places = levels.places(column);
        var values = new double[names.size()][places.length];
        for (int each = 0; each < folds; each++) {
            var rule = rule(places, fold, each, names);
            for (int k = 0; k < values.length; k++) {
                var means = rule.numbers()[k];
                for (int row = 0; row < places.length; row++) {
                    if (fold[row] == each) {
                        values[k][row] = means[places[row]];
                    }
                }
            }
        }
        var columns = new ArrayList<Column<?>>();
        for (int k = 0; k < values.length; k++) {
            columns.add(DoubleColumn.create(names.get(k), values[k]));
        }
        return columns;
    }

    private Means means(int[] places, double[] label, int[] fold, int without) {
        var sums = new double[levels.count()];
        var counts = new int[sums.length];
        double sum = 0;
        int count = 0;
        for (int row = 0; row < places.length; row++) {
            if (without < 0 || fold[row] != without) {
                sums[places[row]] += label[row];
                counts[places[row]]++;
                sum += label[row];
                count++;
            }
        }
        double all = sum / count;
        var squares = new double[sums.length];
        double variance = 0;
        if (smooth == TargetEncoder.AUTO) {
            for (int row = 0; row < places.length; row++) {
                if (without < 0 || fold[row] != without) {
                    int level = places[row];
                    double distance = label[row] - sums[level] / counts[level];
                    squares[level] += distance * distance;
                    variance += (label[row] - all) * (label[row] - all);
                }
            }
            variance /= count;
        }
        var means = new double[sums.length];
        for (int level = 0; level < means.length; level++) {
            means[level] =
                    smooth == TargetEncoder.AUTO
                            ? drawn(sums[level], counts[level], squares[level], variance, all)
                            : counts[level] + smooth == 0
                                    ? all
                                    : (sums[level] + smooth * all) / (counts[level] + smooth);
        }
        return new Means(means, all);
    }

    /** The more the levels differ beside what their rows do, the more a level's own mean counts. */
    private static double drawn(
            double sum, int count, double squares, double variance, double all) {
        double share = variance * count / (variance * count + squares / count);
        return count == 0 || Double.isNaN(share) ? all : share * sum / count + (1 - share) * all;
    }
}
