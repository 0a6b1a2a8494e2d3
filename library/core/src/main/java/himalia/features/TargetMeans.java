package himalia.features;

import himalia.display.bundle.Amount;
import himalia.display.bundle.InterruptCheck;
import himalia.table.FreeMemory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.columns.Column;

/**
 * The means of a label by level, drawn towards the mean of all.
 *
 * <p>D. Micci-Barreca (2001): A preprocessing scheme for high-cardinality categorical attributes in classification and
 * prediction problems. SIGKDD Explorations 3, 27–32.
 */
record TargetMeans(Levels levels, TargetNumbers target, double smooth, InterruptCheck interrupt) {
    /** The means of some rows: of each level, and of all. */
    private record Means(double[] ofLevels, double ofAll) {}

    /** Returns what puts the means of all rows in the place of the levels. */
    LevelNumbers rule(int[] places, List<String> names) {
        checkRoom(names.size(), levels.count(), "level");
        var numbers = new double[names.size()][];
        var unknown = new double[names.size()];
        for (int k = 0; k < numbers.length; k++) {
            interrupt.ask();
            var means = means(sums(places, target.numbers(k), new int[0], 1), -1);
            numbers[k] = means.ofLevels();
            unknown[k] = means.ofAll();
        }
        return new LevelNumbers(levels, names, numbers, unknown, "");
    }

    private static void checkRoom(int classes, int rows, String row) {
        FreeMemory.check(
                (long) classes * rows * Double.BYTES,
                "TargetEncoder makes %s of %s, one for each class of the label"
                        .formatted(Amount.of(classes, "column"), Amount.of(rows, row)),
                "join rare classes before, encode fewer columns, or");
    }

    /** Does each row by the means of all folds but its own. */
    List<Column<?>> crossFitted(int[] places, int[] fold, int folds, List<String> names) {
        checkRoom(names.size(), places.length, "row");
        var values = new double[names.size()][places.length];
        for (int k = 0; k < values.length; k++) {
            interrupt.ask();
            var sums = sums(places, target.numbers(k), fold, folds);
            var means = new double[folds][];
            for (int each = 0; each < folds; each++) {
                means[each] = means(sums, each).ofLevels();
            }
            for (int row = 0; row < places.length; row++) {
                values[k][row] = means[fold[row]][places[row]];
            }
        }
        var columns = new ArrayList<Column<?>>();
        for (int k = 0; k < values.length; k++) {
            columns.add(DoubleColumn.create(names.get(k), values[k]));
        }
        return columns;
    }

    /** Counts, sums and squares by fold and level, from the mean of all, so that rounding stays small. */
    private record Sums(double center, int[][] counts, double[][] sums, double[][] squares) {}

    private Sums sums(int[] places, double[] label, int[] fold, int folds) {
        double center = 0;
        for (double value : label) {
            center += value;
        }
        center /= label.length;
        var sums =
                new Sums(
                        center,
                        new int[folds][levels.count()],
                        new double[folds][levels.count()],
                        new double[folds][levels.count()]);
        for (int row = 0; row < places.length; row++) {
            int in = fold.length == 0 ? 0 : fold[row];
            double distance = label[row] - center;
            sums.counts[in][places[row]]++;
            sums.sums[in][places[row]] += distance;
            sums.squares[in][places[row]] += distance * distance;
        }
        return sums;
    }

    private Means means(Sums folds, int without) {
        int count = levels.count();
        var counts = new int[count];
        var sums = new double[count];
        var squares = new double[count];
        for (int each = 0; each < folds.counts.length; each++) {
            for (int level = 0; level < count && each != without; level++) {
                counts[level] += folds.counts[each][level];
                sums[level] += folds.sums[each][level];
                squares[level] += folds.squares[each][level];
            }
        }
        double rows = Arrays.stream(counts).sum();
        double mean = Arrays.stream(sums).sum() / rows;
        double variance = Math.max(Arrays.stream(squares).sum() / rows - mean * mean, 0);
        var means = new double[count];
        for (int level = 0; level < count; level++) {
            int its = counts[level];
            double sum = sums[level];
            double spread = its == 0 ? 0 : Math.max(squares[level] - sum * sum / its, 0);
            double drawn =
                    smooth == TargetEncoder.AUTO
                            ? drawn(sum, its, spread, variance, mean)
                            : its + smooth == 0 ? mean : (sum + smooth * mean) / (its + smooth);
            means[level] = folds.center + drawn;
        }
        return new Means(means, folds.center + mean);
    }

    /** The more the levels differ beside what their rows do, the more a level's own mean counts. */
    private static double drawn(
            double sum, int count, double squares, double variance, double all) {
        double share = variance * count / (variance * count + squares / count);
        return count == 0 || Double.isNaN(share) ? all : share * sum / count + (1 - share) * all;
    }
}
