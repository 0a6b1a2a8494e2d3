package himalia.features.leakage;

import himalia.table.RowFingerprints;
import himalia.table.Tables;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * Rows that something has learnt from and that have become none of either table, as the steps make them. Test rows that are
 * nearer to them than chance would have it may be the same, of which a digit was rounded on the way through a file.
 */
final class LostRows {
    /** Of more, so many are looked at: what has gone through a file has changed in most rows. */
    private static final int MOST = 10_000;

    private final Table test;
    private final Ways ways;

    /** What was found of rows of an origin: steps that were fitted on the same rows have lost the same. */
    private final Map<Table, Map<IntList, Set<Integer>>> found = new IdentityHashMap<>();

    LostRows(Table test, Ways ways) {
        this.test =
                test.rowCount() > MOST
                        ? Tables.rows(test, some(IntStream.range(0, test.rowCount()).toArray()))
                        : test;
        this.ways = ways;
    }

    Optional<Leak> told(Fitted each, Table origin, int[] lost) {
        if (lost.length == 0) {
            return Optional.empty();
        }
        var near =
                found.computeIfAbsent(origin, key -> new HashMap<>())
                        .computeIfAbsent(IntArrayList.wrap(lost), key -> near(origin, lost));
        return near.isEmpty()
                ? Optional.empty()
                : Optional.of(Unchecked.lost(each, lost.length, near.size(), test.rowCount()));
    }

    private Set<Integer> near(Table origin, int[] lost) {
        var near = new TreeSet<Integer>();
        ways.walk(
                origin,
                some(lost),
                test,
                (rows, from, columns) -> near.addAll(near(rows, columns)));
        if (!near.isEmpty()) {
            takeOutOthers(near, origin);
        }
        return near;
    }

    private static int[] some(int[] rows) {
        int step = Math.max(1, (rows.length + MOST - 1) / MOST);
        return IntStream.range(0, rows.length)
                .filter(i -> i % step == 0)
                .map(i -> rows[i])
                .toArray();
    }

    private List<Integer> near(Table rows, List<String> columns) {
        var numbers = Numbers.of(rows, test, columns);
        return new NearDuplicates(rows, test, columns, numbers)
                .leaks(Set.of()).stream().flatMap(leak -> leak.rows().stream()).toList();
    }

    /** A row of the same table that was not rounded is itself, however near it is to a lost one. */
    private void takeOutOthers(Set<Integer> near, Table origin) {
        var all = IntStream.range(0, origin.rowCount()).toArray();
        ways.walk(
                origin,
                all,
                test,
                (rows, from, columns) -> {
                    var made = new LongOpenHashSet(RowFingerprints.ofEach(rows, columns));
                    var there = RowFingerprints.ofEach(test, columns);
                    near.removeIf(row -> made.contains(there[row]));
                });
    }
}
