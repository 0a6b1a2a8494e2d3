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

    private final Table train;
    private final Table whole;
    private final Table test;
    private final Ways ways;

    /** What was found of rows of an origin: steps that were fitted on the same rows have lost the same. */
    private final Map<Table, Map<IntList, Set<Integer>>> found = new IdentityHashMap<>();

    LostRows(Table train, Table test, Ways ways) {
        this.train = train;
        this.whole = test;
        this.test =
                test.rowCount() > MOST
                        ? Tables.rows(test, some(IntStream.range(0, test.rowCount()).toArray()))
                        : test;
        this.ways = ways;
    }

    /**
     * Looks for them.
     *
     * @param known which rows of the origin it has learnt from
     * @param arrived which rows of the origin have become rows of either table
     */
    Optional<Leak> told(Fitted each, Table origin, boolean[] known, boolean[] arrived) {
        var lost = lost(each.provenance().rows().columns(), origin, known, arrived);
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

    private int[] lost(List<String> columns, Table origin, boolean[] known, boolean[] arrived) {
        var rows =
                IntStream.range(0, known.length)
                        .filter(row -> known[row] && !arrived[row])
                        .toArray();
        if (rows.length == 0) {
            return rows;
        }
        // Some stand in a table as they were.
        var standing = new LongOpenHashSet();
        for (var table : List.of(train, whole)) {
            if (table.columnNames().containsAll(columns)) {
                standing.addAll(new LongOpenHashSet(RowFingerprints.ofEach(table, columns)));
            }
        }
        var hashes = RowFingerprints.ofEach(origin, columns);
        return IntStream.of(rows).filter(row -> !standing.contains(hashes[row])).toArray();
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
