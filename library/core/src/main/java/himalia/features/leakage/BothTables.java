package himalia.features.leakage;

import himalia.model.Labels;
import himalia.table.RowFingerprints;
import java.util.Arrays;
import java.util.HashMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.HypergeometricDistribution;
import org.apache.commons.math3.util.CombinatoricsUtils;
import tech.tablesaw.api.Table;

/**
 * How often chance tells a class as well as a column does, by the rows of both tables together, each of them once: where a test
 * table has two rows of a class, the training table has more of them.
 */
final class BothTables {
    private final Labels labels;
    private final int[] different;

    BothTables(Table train, Table test, Labels learnt, Labels asked) {
        labels =
                learnt.withCodes(
                        IntStream.concat(IntStream.of(learnt.codes()), IntStream.of(asked.codes()))
                                .toArray());
        var columns = train.columnNames().stream().filter(test.columnNames()::contains).toList();
        var hashes =
                Stream.of(train, test)
                        .flatMapToLong(
                                table -> LongStream.of(RowFingerprints.ofEach(table, columns)))
                        .toArray();
        different = Rows.different(hashes, labels);
    }

    /**
     * Returns how often chance orders a class as well; always, where the column does not tell it in both tables.
     *
     * @param told the least AUC of a column that tells
     */
    double ofOrder(double[] learnt, double[] asked, int code, double told) {
        var all = DoubleStream.concat(Arrays.stream(learnt), Arrays.stream(asked)).toArray();
        var values = new double[all.length];
        Arrays.fill(values, Double.NaN);
        IntStream.of(different).forEach(row -> values[row] = all[row]);
        var ranked = new RankedValues(labels, values);
        double auc = Math.max(ranked.auc(code), 1 - ranked.auc(code));
        return auc > told ? ranked.rows(code).chance(auc) : 1;
    }

    /**
     * Returns how often chance gives a class to some levels, and the others to the rest, as well: as often as it puts so many rows
     * of the class among those of these levels, of as many choices as there are of so many levels.
     */
    double ofLevels(Object[] learnt, Object[] asked, int code, double told) {
        var all = Stream.of(learnt, asked).flatMap(Arrays::stream).toArray();
        var levels = new HashMap<Object, int[]>();
        for (int row : different) {
            var counts = levels.computeIfAbsent(all[row], level -> new int[2]);
            counts[0]++;
            counts[1] += labels.code(row) == code ? 1 : 0;
        }
        int own = levels.values().stream().mapToInt(counts -> counts[1]).sum();
        var chosen = levels.values().stream().filter(counts -> 2 * counts[1] > counts[0]).toList();
        int rows = chosen.stream().mapToInt(counts -> counts[0]).sum();
        int found = chosen.stream().mapToInt(counts -> counts[1]).sum();
        double others = different.length - own;
        double auc = (found / (double) own + 1 - (rows - found) / others) / 2;
        if (!(auc > told)) {
            return 1;
        }
        // Of a thousand levels there are more choices than a double holds.
        double choices =
                Math.log(levels.size())
                        + CombinatoricsUtils.binomialCoefficientLog(levels.size(), chosen.size());
        return Math.exp(Math.min(0, choices + logAtLeast(different.length, own, rows, found)));
    }

    /** Returns the logarithm of how often so many rows, or more, of those drawn from all are of the class; found is above the mean. */
    static double logAtLeast(int all, int own, int drawn, int found) {
        double sum = 0;
        double share = 1;
        for (int more = found; share > sum * Math.ulp(1.0); more++) {
            sum += share;
            share *=
                    (own - more) / (more + 1.0) * (drawn - more) / (all - own - drawn + more + 1.0);
        }
        return new HypergeometricDistribution(null, all, own, drawn).logProbability(found)
                + Math.log(sum);
    }
}
