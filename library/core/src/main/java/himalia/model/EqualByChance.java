package himalia.model;

import himalia.table.RowFingerprints;
import himalia.table.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;

/**
 * Whether rows that look as if they had been seen are equal to seen ones by chance, for rows have so few values.
 *
 * <p>How often chance makes two rows equal is told by the rows themselves, class by class: where the rows of one large class
 * all differ, those of another that are equal are copies. Of few rows the values of their columns
 * tell, one by one.
 */
final class EqualByChance {
    /** So many times as often as by chance is no chance any more. */
    private static final double DOUBT = 3;

    /** What so few seem to have been may be equal as the rows learnt from are. */
    private static final int FEW = 5;

    /** More whole numbers than that are amounts. */
    private static final int MANY = 20;

    private EqualByChance() {}

    /**
     * Returns true if chance explains it.
     *
     * @param count how many rows seem to have been seen
     */
    static boolean explains(int count, RowFingerprints seen, Table rows, String label) {
        int all = rows.rowCount();
        double byValues = Math.min(1, seen.rows() * EqualValues.share(rows, seen.columns()));
        // The copies among rows learnt from say no more than how often at most: a sampler may have
        // made them.
        double byCopies = 1 - (double) seen.hashes().length / seen.rows();
        double ofClasses = chance(seen, rows, label);
        double chance = Math.max(Math.min(byCopies, byValues), ofClasses);
        if (count < FEW && count <= DOUBT * chance * all) {
            return true;
        }
        double unseen = (1 - Math.max(byValues, ofClasses)) * all;
        boolean areTooManySeen = unseen >= FEW && DOUBT * (all - count) < unseen;
        return count <= DOUBT * chance * all && !areTooManySeen;
    }

    private static double chance(RowFingerprints seen, Table rows, String label) {
        var hashes = RowFingerprints.ofEach(rows, seen.columns());
        var column = Tables.column(rows, label);
        boolean isOneClass = isNumber(rows, label);
        var classes = new HashMap<String, List<Long>>();
        for (int row = 0; row < hashes.length; row++) {
            var name = isOneClass ? "" : Tables.level(column, row);
            classes.computeIfAbsent(name, key -> new ArrayList<>()).add(hashes[row]);
        }
        double learnt = (double) seen.rows() / hashes.length;
        int largest = classes.values().stream().mapToInt(List::size).max().orElse(0);
        return classes.values().stream()
                .filter(each -> 2 * each.size() >= largest)
                .mapToDouble(each -> chance(each, learnt * each.size()))
                .min()
                .orElse(1);
    }

    /** Whether the label is a number to predict: of one row each, classes tell nothing. */
    private static boolean isNumber(Table rows, String label) {
        if (!(rows.column(label) instanceof NumericColumn<?> numbers)) {
            return false;
        }
        var different = Arrays.stream(numbers.asDoubleArray()).distinct().toArray();
        return different.length > MANY
                || Arrays.stream(different).anyMatch(x -> x != Math.rint(x) && !Double.isNaN(x))
                || !Labels.areClasses(rows, label);
    }

    /** The share of rows that one of so many others equals, if any two are equal as often as two of these. */
    private static double chance(List<Long> hashes, double others) {
        Map<Long, Integer> counts = new HashMap<>();
        hashes.forEach(hash -> counts.merge(hash, 1, Integer::sum));
        double equal = counts.values().stream().mapToDouble(count -> count * (count - 1.0)).sum();
        double pairs = Math.max(1, hashes.size() * (hashes.size() - 1.0));
        return Math.min(1, others * equal / pairs);
    }
}
