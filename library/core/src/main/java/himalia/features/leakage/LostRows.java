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
import java.util.stream.Collectors;
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

    /** What was found of rows of an origin: steps that were fitted on the same rows have lost the same. */
    private final Map<Origin, Map<IntList, Set<Integer>>> found = new IdentityHashMap<>();

    LostRows(Table train, Table test) {
        this.train = train;
        this.test = test;
    }

    /** Looks for them. */
    Optional<Leak> told(Fitted each, Origin origin) {
        var lost = lost(each.provenance().rows(), origin, origin.learnt(each));
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

    private int[] lost(RowFingerprints rows, Origin origin, long[] learnt) {
        var known = new LongOpenHashSet(rows.hashes());
        // Some stand in a table as they were.
        for (var table : List.of(train, test)) {
            if (table.columnNames().containsAll(rows.columns())) {
                known.removeAll(new LongOpenHashSet(RowFingerprints.ofEach(table, rows.columns())));
            }
        }
        return IntStream.range(0, learnt.length)
                .filter(
                        row ->
                                known.contains(learnt[row])
                                        && origin.train().hashes()[row] == Arrivals.NONE
                                        && origin.test().hashes()[row] == Arrivals.NONE)
                .toArray();
    }

    /** Test rows have gone as the training rows have, where they do not tell. */
    private Set<Integer> near(Origin origin, int[] lost) {
        var near = new TreeSet<Integer>();
        var some = new LongOpenHashSet(IntStream.of(some(lost)).asLongStream().toArray());
        var ways = origin.test().ways().isEmpty() ? origin.train().ways() : origin.test().ways();
        for (var way : ways) {
            var rows =
                    IntStream.range(0, way.from().length)
                            .filter(row -> some.contains(way.from()[row]))
                            .toArray();
            var columns = origin.test().columns();
            if (rows.length > 0 && way.rows().columnNames().containsAll(columns)) {
                near.addAll(near(way.rows().rows(rows), columns));
            }
        }
        // A row of the same table that was not rounded is itself, however near it is to a lost one.
        var parts = IntStream.of(lost).map(origin::part).boxed().collect(Collectors.toSet());
        var hashes = origin.test().hashes();
        var there = new LongOpenHashSet();
        IntStream.range(0, hashes.length)
                .filter(row -> parts.contains(origin.part(row)))
                .forEach(row -> there.add(hashes[row]));
        near.removeIf(row -> there.contains(origin.test().there()[row]));
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
}
