package himalia.features.leakage;

import himalia.display.bundle.Amount;
import himalia.table.RowFingerprints;
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
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * Rows that something has learnt from and that have become none of either table, as the steps make them. Test rows that are
 * nearer to them than chance would have it may be the same, of which a digit was rounded on the way through a file.
 */
final class LostRows {
    /** Of more, so many are looked at: what has gone through a file has changed in most rows. */
    private static final int MOST = 10_000;

    /** In deviations of each column: what two, four and six digits leave. */
    private static final double[] WITHIN = {1e-2, 1e-4, 1e-6};

    private final Table train;
    private final Table test;
    private final Ways ways;

    /** What was found of rows of an origin: steps that were fitted on the same rows have lost the same. */
    private final Map<Table, Map<IntList, Set<Integer>>> found = new IdentityHashMap<>();

    LostRows(Table train, Table test, Ways ways) {
        this.train = train;
        this.test = test;
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
                : Optional.of(
                        Unchecked.lost(
                                each,
                                lost.length,
                                (lost.length > MOST ? "at least " : "")
                                        + "%,d of the %s"
                                                .formatted(
                                                        near.size(),
                                                        Amount.of(test.rowCount(), "test row")),
                                near.size() == 1));
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
        for (var table : List.of(train, test)) {
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

    /** Nearer and nearer, until chance explains it no more: where rows are dense each has others beside it. */
    private List<Integer> near(Table rows, List<String> columns) {
        var numbers = Numbers.of(rows, test, columns);
        return DoubleStream.of(WITHIN)
                .mapToObj(
                        within ->
                                new NearDuplicates(rows, test, columns, numbers, within)
                                        .leaks(Set.of()).stream()
                                                .flatMap(leak -> leak.rows().stream())
                                                .toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
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
