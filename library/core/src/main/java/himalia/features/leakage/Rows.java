package himalia.features.leakage;

import himalia.display.bundle.Amount;
import himalia.display.bundle.Listed;
import himalia.model.Labels;
import himalia.table.Moments;
import himalia.table.RowFingerprints;
import himalia.table.Tables;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.commons.math3.util.ArithmeticUtils;
import tech.tablesaw.api.Table;

/** What two tables have in common: rows, groups, and time. */
final class Rows {
    private static final int LISTED = 5;

    /** Where fewer rows of a class than one in so many are different, they are equal by nature. */
    private static final int MOST_COPIES = 10;

    private Rows() {}

    /** What makes a row the same: columns that were left out, times and groups count, too, for without them others would be equal. */
    static List<String> identity(Table train, Table test, String label, Set<String> keys) {
        return train.columnNames().stream()
                .filter(name -> !name.equals(label) && test.columnNames().contains(name))
                .filter(name -> !keys.contains(name))
                .filter(name -> OtherKind.told(train, test, name).isEmpty())
                .toList();
    }

    /** Returns each test row that is in the training table, with its numbers there. */
    static Map<Integer, List<Integer>> duplicates(Table train, Table test, List<String> columns) {
        var duplicates = new LinkedHashMap<Integer, List<Integer>>();
        if (columns.isEmpty()) {
            return duplicates;
        }
        var places = new HashMap<Long, List<Integer>>();
        var learnt = RowFingerprints.ofEach(train, columns);
        for (int row = 0; row < learnt.length; row++) {
            places.computeIfAbsent(learnt[row], key -> new ArrayList<>()).add(row);
        }
        // One list for all test rows of a kind: copies would be test rows times training rows.
        places.replaceAll((key, rows) -> Collections.unmodifiableList(rows));
        var asked = RowFingerprints.ofEach(test, columns);
        for (int row = 0; row < asked.length; row++) {
            var same = places.get(asked[row]);
            if (same != null) {
                duplicates.put(row, same);
            }
        }
        return duplicates;
    }

    /**
     * Returns the rows without those that are copies of others; all of them where nearly all are, by nature. That tells the class of
     * most different rows, which a sampler has not copied, but for whole repetitions of the table.
     *
     * @param hashes what rows that are equal have in common
     */
    static int[] different(long[] hashes, Labels labels) {
        var counts = new Long2IntOpenHashMap();
        var all = new int[labels.classes().size()];
        var each = new int[all.length];
        var once = new IntArrayList();
        for (int row = 0; row < hashes.length; row++) {
            int code = labels.code(row);
            all[code]++;
            if (counts.addTo(hashes[row], 1) == 0) {
                each[code]++;
                once.add(row);
            }
        }
        int times = counts.values().intStream().reduce(0, ArithmeticUtils::gcd);
        int most =
                IntStream.range(0, each.length)
                        .boxed()
                        .max(Comparator.comparingInt(code -> each[code]))
                        .orElse(0);
        boolean areByNature = (long) each[most] * times * MOST_COPIES < all[most];
        return areByNature ? IntStream.range(0, hashes.length).toArray() : once.toIntArray();
    }

    static List<Leak> groups(Table train, Table test, String group) {
        var learnt = Tables.column(train, group, "training table");
        var asked = Tables.column(test, group, "test table");
        var known = new TreeSet<String>();
        for (int row = 0; row < learnt.size(); row++) {
            if (!Tables.isMissing(learnt, row)) {
                known.add(Tables.level(learnt, row));
            }
        }
        var shared = new TreeSet<String>();
        var rows = new ArrayList<Integer>();
        for (int row = 0; row < asked.size(); row++) {
            if (!Tables.isMissing(asked, row) && known.contains(Tables.level(asked, row))) {
                shared.add(Tables.level(asked, row));
                rows.add(row);
            }
        }
        if (rows.isEmpty()) {
            return List.of();
        }
        return List.of(
                new Leak(
                        Leak.Kind.SHARED_GROUPS,
                        group,
                        "%s of '%s' are in both tables, with %d of %s: %s"
                                .formatted(
                                        Amount.of(shared.size(), "group"),
                                        group,
                                        rows.size(),
                                        Amount.of(asked.size(), "test row"),
                                        Listed.of(Tables.sorted(shared, asked), LISTED)),
                        "split by group, so that each is in one table only",
                        rows));
    }

    static List<Leak> time(Table train, Table test, String time) {
        var learnt = Moments.of(Tables.column(train, time, "training table"));
        var asked = Moments.of(Tables.column(test, time, "test table"));
        double first = Double.POSITIVE_INFINITY;
        for (double moment : asked) {
            first = moment < first ? moment : first;
        }
        int after = 0;
        for (double moment : learnt) {
            after += moment > first ? 1 : 0;
        }
        if (after == 0) {
            return List.of();
        }
        return List.of(
                new Leak(
                        Leak.Kind.TIME_OVERLAP,
                        time,
                        "%d of %s come after the first test row by '%s'"
                                .formatted(after, Amount.of(learnt.length, "training row"), time),
                        "train on what was before, and judge by what came after: sort by it and cut once",
                        List.of()));
    }
}
