package himalia.model;

import himalia.table.RowFingerprints;
import himalia.table.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.Table;

/**
 * Whether rows that look as if they had been seen are equal to seen ones by chance, for rows have so few values.
 *
 * <p>How often chance makes two rows equal is told by the rows themselves, class by class: where the rows of one large class
 * all differ, those of another that are equal are copies. Of small classes nobody can tell.
 */
final class EqualByChance {
    /** So many times as often as by chance is no chance any more. */
    private static final double DOUBT = 3;

    /** What so few seem to have been may be equal as the rows learnt from are. */
    private static final int FEW = 5;

    private EqualByChance() {}

    /**
     * Returns true if chance explains it.
     *
     * @param count how many rows seem to have been seen
     */
    static boolean explains(int count, RowFingerprints seen, Table rows, String label) {
        int all = rows.rowCount();
        double amongLearnt = 1 - (double) seen.hashes().length / seen.rows();
        if (count < FEW && count <= DOUBT * amongLearnt * all) {
            return true;
        }
        double chance = chance(seen, rows, label);
        double unseen = (1 - chance) * all;
        boolean areTooManySeen = unseen >= FEW && DOUBT * (all - count) < unseen;
        return count <= DOUBT * chance * all && !areTooManySeen;
    }

    private static double chance(RowFingerprints seen, Table rows, String label) {
        var hashes = RowFingerprints.ofEach(rows, seen.columns());
        var column = Tables.column(rows, label);
        var classes = new HashMap<String, List<Long>>();
        for (int row = 0; row < hashes.length; row++) {
            classes.computeIfAbsent(Tables.level(column, row), key -> new ArrayList<>())
                    .add(hashes[row]);
        }
        double learnt = (double) seen.rows() / hashes.length;
        int largest = classes.values().stream().mapToInt(List::size).max().orElse(0);
        return classes.values().stream()
                .filter(each -> 2 * each.size() >= largest)
                .mapToDouble(each -> chance(each, learnt * each.size()))
                .min()
                .orElse(1);
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
