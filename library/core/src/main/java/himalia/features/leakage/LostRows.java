package himalia.features.leakage;

import himalia.model.Provenance;
import himalia.table.RowFingerprints;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * Rows that something has learnt from, of which nobody knows where they went, beside test rows of which nobody knows where they
 * come from: they may be the same, as a digit makes another row of one that came by a file.
 */
final class LostRows {
    private final Table train;
    private final Table test;
    private final List<Table> origins;
    private final Ways ways;

    LostRows(Table train, Table test, List<Table> origins, Ways ways) {
        this.train = train;
        this.test = test;
        this.origins = origins;
        this.ways = ways;
    }

    Optional<Leak> told(Fitted each) {
        var lost = lost(each.provenance());
        int strange = lost.isEmpty() ? 0 : strange(lost, each.provenance().rows().columns());
        return strange == 0
                ? Optional.empty()
                : Optional.of(Unchecked.lost(each, lost.size(), strange, test.rowCount()));
    }

    /** Returns the different rows it has learnt from that have become none of either table. */
    private LongOpenHashSet lost(Provenance learnt) {
        var lost = new LongOpenHashSet(learnt.rows().hashes());
        var columns = learnt.rows().columns();
        for (var table : List.of(train, test)) {
            if (table.columnNames().containsAll(columns)) {
                lost.removeAll(set(RowFingerprints.ofEach(table, columns)));
            }
        }
        for (var origin : origins) {
            if (!lost.isEmpty() && origin.columnNames().containsAll(columns)) {
                find(lost, origin, RowFingerprints.ofEach(origin, columns));
            }
        }
        return lost;
    }

    /** Takes out those that a way leads from to a row of either table. */
    private void find(LongOpenHashSet lost, Table origin, long[] hashes) {
        var from =
                IntStream.range(0, hashes.length)
                        .filter(row -> lost.contains(hashes[row]))
                        .toArray();
        for (var table : List.of(train, test)) {
            ways.walk(
                    origin,
                    from,
                    table,
                    (set, made, there) -> {
                        var all = set(there);
                        for (int row = 0; row < made.length; row++) {
                            if (all.contains(made[row])) {
                                lost.remove(hashes[set[row]]);
                            }
                        }
                    });
        }
    }

    /**
     * Returns how many test rows are none of those that stood beside the lost ones. One that did is another row than they are;
     * one from another table may be one of them that was rounded.
     */
    private int strange(LongOpenHashSet lost, List<String> columns) {
        var known = new boolean[test.rowCount()];
        for (var origin : origins) {
            if (origin.columnNames().containsAll(columns)
                    && set(RowFingerprints.ofEach(origin, columns)).containsAll(lost)) {
                ways.walk(
                        origin,
                        IntStream.range(0, origin.rowCount()).toArray(),
                        test,
                        (from, made, there) -> {
                            var all = set(made);
                            for (int row = 0; row < there.length; row++) {
                                known[row] |= all.contains(there[row]);
                            }
                        });
            }
        }
        return (int) IntStream.range(0, known.length).filter(row -> !known[row]).count();
    }

    private static LongOpenHashSet set(long[] hashes) {
        return new LongOpenHashSet(hashes);
    }
}
