package himalia.evaluation.folds;

import static himalia.display.bundle.Given.given;

import himalia.table.Seeds;
import himalia.table.Shuffle;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * Parts of the rows such that no group is in two of them, and the shares of classes are as alike as that allows.
 *
 * <pre>{@code
 * new StratifiedGroupKFold(5, "customer").split(train, "churned")
 * }</pre>
 *
 * <p>As scikit-learn's: the group whose classes are the least even goes first, each to the fold where it leaves the classes most
 * evenly spread.
 *
 * @param folds how many, at least 2
 * @param group the column that names the group
 * @param shuffle whether groups that are alike come in an order of chance
 * @param seed makes two runs agree
 */
public record StratifiedGroupKFold(int folds, String group, boolean shuffle, long seed)
        implements Splitter {
    public StratifiedGroupKFold {
        given(group, "group");
        FoldNumbers.checkFolds(folds);
    }

    /** Leaves groups that are alike in the order of their names. */
    public StratifiedGroupKFold(int folds, String group) {
        this(folds, group, false, 0);
    }

    @Override
    public List<Fold> split(Table table, String label) {
        var labels = FoldNumbers.labels(table, label);
        var groups = FoldNumbers.groups(table, group);
        int count = FoldNumbers.counts(groups).length;
        FoldNumbers.checkGroups(count, folds, group);
        var byGroup = new double[count][labels.classes().size()];
        for (int row = 0; row < groups.length; row++) {
            byGroup[groups[row]][labels.code(row)]++;
        }
        var order = IntStream.range(0, count).toArray();
        if (shuffle) {
            Shuffle.all(order, Seeds.random(seed));
        }
        var foldOf = new int[count];
        var spread = new ClassSpread(folds, labels.counts());
        IntStream.of(order)
                .boxed()
                .sorted(Comparator.comparingDouble(g -> -deviation(DoubleStream.of(byGroup[g]))))
                .forEach(g -> foldOf[g] = spread.put(byGroup[g]));
        return FoldNumbers.folds(IntStream.of(groups).map(g -> foldOf[g]).toArray(), folds);
    }

    @Override
    public List<String> columns() {
        return List.of(group);
    }

    private static double deviation(DoubleStream values) {
        var array = values.toArray();
        double sum = 0;
        for (double value : array) {
            sum += value;
        }
        double mean = sum / array.length;
        double squares = 0;
        for (double value : array) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / array.length);
    }

    /** How many rows of each class are in each fold. */
    private static final class ClassSpread {
        private static final double RELATIVE = 1e-5;
        private static final double ABSOLUTE = 1e-8;

        private final double[][] counts;
        private final int[] all;

        ClassSpread(int folds, int[] all) {
            counts = new double[folds][all.length];
            this.all = all;
        }

        /** Puts a group where it leaves the classes most evenly spread, and of such folds in the one with the fewest rows. */
        int put(double[] group) {
            int best = 0;
            double least = Double.POSITIVE_INFINITY;
            double fewest = Double.POSITIVE_INFINITY;
            for (int fold = 0; fold < counts.length; fold++) {
                add(fold, group, 1);
                double unevenness = unevenness();
                add(fold, group, -1);
                double rows = DoubleStream.of(counts[fold]).sum();
                boolean isAsGood = Math.abs(unevenness - least) <= ABSOLUTE + RELATIVE * least;
                if (unevenness < least || isAsGood && rows < fewest) {
                    best = fold;
                    least = unevenness;
                    fewest = rows;
                }
            }
            add(best, group, 1);
            return best;
        }

        private void add(int fold, double[] group, int sign) {
            for (int k = 0; k < group.length; k++) {
                counts[fold][k] += sign * group[k];
            }
        }

        private double unevenness() {
            double sum = 0;
            for (int k = 0; k < all.length; k++) {
                int each = k;
                sum += deviation(Arrays.stream(counts).mapToDouble(c -> c[each] / all[each]));
            }
            return sum / all.length;
        }
    }
}
